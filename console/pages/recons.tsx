import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { Button, Sure } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { PagedList, usePaged } from '../ui/paged-list.js';
import { Problem } from '../ui/problem.js';
import { Badge, Moment, Money } from '../ui/shown.js';
import { reconsTitle } from './titles.texts.js';

export const reconsTexts = bilingual(
  {
    ...reconsTitle.en,
    says: 'What counterparties owe each other for the transfers between them, calculated at the end of each day by the ledger clock.',
    make: 'Calculate now',
    made: 'Reconciliations calculated',
    period: 'Period',
    debtor: 'Debtor',
    creditor: 'Creditor',
    saldo: 'Owed',
    status: 'Status',
    statuses: {
      calculated: 'calculated',
      confirmed: 'confirmed',
      awaiting_payment: 'awaiting payment',
      paid: 'paid',
    },
    overdue: 'Days overdue',
    act: 'Action',
    pay: 'Record payment',
    paySure: 'Has the debtor paid?',
    paid: 'Payment recorded',
    empty:
      'No reconciliations yet: they require a transfer between two counterparties, and the end of a day or “Calculate now”.',
    first: 'Send money from a simulated bank',
  },
  {
    ...reconsTitle.uk,
    says: 'Взаємні зобов’язання контрагентів за перекази між ними; їх розраховують наприкінці кожного дня за годинником реєстру.',
    make: 'Розрахувати зараз',
    made: 'Звірки розраховано',
    period: 'Період',
    debtor: 'Боржник',
    creditor: 'Кредитор',
    saldo: 'До сплати',
    status: 'Статус',
    statuses: {
      calculated: 'розраховано',
      confirmed: 'підтверджено',
      awaiting_payment: 'очікує сплати',
      paid: 'сплачено',
    },
    overdue: 'Днів прострочення',
    act: 'Дія',
    pay: 'Позначити сплату',
    paySure: 'Боржник сплатив?',
    paid: 'Сплату позначено',
    empty:
      'Звірок ще немає: потрібен переказ між двома контрагентами та кінець дня або кнопка «Розрахувати зараз».',
    first: 'Надіслати переказ від імітованого банку',
  },
);

export function Recons() {
  const t = useText(reconsTexts);
  const act = useAct();
  const pages = usePaged((query) => control.listAllRecons({ query }), 'recons', 'guid');
  const doing = { act, reload: pages.reload };
  const make = () => control.makeRecons({ body: {} });
  const pay = (guid: string) => () => control.payRecon({ params: { guid }, body: {} });
  return (
    <Page
      title={t.title}
      says={t.says}
      ledgerTimes
      actions={<Button label={t.make} look="main" run={make} done={t.made} {...doing} />}
    >
      <Problem error={act.problem} />
      <PagedList
        pages={pages}
        label={t.title}
        name="recons"
        empty={t.empty}
        next={{ to: '/console/make-happen', title: t.first }}
        columns={[
          {
            title: t.period,
            head: true,
            cell: ({ start_date, end_date }) => (
              <>
                <Moment at={start_date} /> – <Moment at={end_date} />
              </>
            ),
          },
          { title: t.debtor, cell: ({ debtor }) => debtor.name },
          { title: t.creditor, cell: ({ creditor }) => creditor.name },
          {
            title: t.saldo,
            number: true,
            cell: ({ calculations, asset }) => <Money amount={calculations.saldo} unit={asset.asset_code} />,
          },
          {
            title: t.status,
            cell: ({ status }) => (
              <Badge tone={status === 'paid' ? 'good' : 'calm'}>{t.statuses[status]}</Badge>
            ),
          },
          { title: t.overdue, number: true, cell: ({ overdue_days }) => overdue_days },
          {
            title: t.act,
            cell: ({ guid, status }) =>
              status === 'paid' ? (
                '–'
              ) : (
                <Sure label={t.pay} question={t.paySure} run={pay(guid)} done={t.paid} {...doing} />
              ),
          },
        ]}
      />
    </Page>
  );
}
