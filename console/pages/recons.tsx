import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Sure } from '../ui/form.js';
import { Answer, Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Moment, Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';

const texts = bilingual(
  {
    title: 'Reconciliation',
    says: 'What counterparties owe each other for the transfers between them, made at the end of each day of the ledger clock.',
    make: 'Make now',
    made: 'Reconciliations made',
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
    act: 'Act',
    pay: 'Note payment',
    paySure: 'Has the debtor paid?',
    paid: 'Payment noted',
    empty: 'None yet: they need a transfer between two counterparties, and the end of a day or “Make now”.',
  },
  {
    title: 'Звірки',
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
  },
);

export function Recons() {
  const t = useText(texts);
  const act = useAct();
  const query = useQuery(() => control.listAllRecons({}), []);
  const run = async (work: () => Promise<unknown>, done: string) => {
    if (await act.run(work, done)) query.reload();
  };
  return (
    <Page
      title={t.title}
      says={t.says}
      ledgerTimes
      actions={
        <button
          type="button"
          class="main"
          disabled={act.busy}
          onClick={() => run(() => control.makeRecons({ body: {} }), t.made)}
        >
          {t.make}
        </button>
      }
    >
      <Problem error={act.problem} />
      <div class="card">
        <Answer query={query}>
          {({ recons }) => (
            <Table
              label={t.title}
              empty={t.empty}
              rows={recons}
              keyOf={({ guid }) => guid}
              columns={[
                {
                  title: t.period,
                  head: true,
                  cell: (one) => (
                    <>
                      <Moment at={one.start_date} /> – <Moment at={one.end_date} />
                    </>
                  ),
                },
                { title: t.debtor, cell: (one) => one.debtor.name },
                { title: t.creditor, cell: (one) => one.creditor.name },
                {
                  title: t.saldo,
                  number: true,
                  cell: (one) => <Money amount={one.calculations.saldo} unit={one.asset.asset_code} />,
                },
                {
                  title: t.status,
                  cell: (one) => (
                    <Badge tone={one.status === 'paid' ? 'good' : 'calm'}>{t.statuses[one.status]}</Badge>
                  ),
                },
                { title: t.overdue, number: true, cell: (one) => one.overdue_days },
                {
                  title: t.act,
                  cell: ({ guid, status }) =>
                    status === 'paid' ? (
                      '–'
                    ) : (
                      <Sure
                        label={t.pay}
                        question={t.paySure}
                        disabled={act.busy}
                        onSure={() => run(() => control.payRecon({ params: { guid }, body: {} }), t.paid)}
                      />
                    ),
                },
              ]}
            />
          )}
        </Answer>
      </div>
    </Page>
  );
}
