import { useState } from 'preact/hooks';
import { useAct } from '../state/act.js';
import { control } from '../state/control.js';
import { bilingual, useSaid, useText } from '../state/language.js';
import { Choice } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { Badge, Guid, Moment } from '../ui/shown.js';
import { PagedTable, usePages } from './more.js';

const texts = bilingual(
  {
    title: 'Callbacks',
    says: 'What DCM tells the banks after a transfer, with every attempt. A refused one is tried again on the ledger clock: move it on the page Clock.',
    any: 'any',
    status: 'Status',
    pending: 'pending',
    delivered: 'delivered',
    'given-up': 'given up',
    kind: 'Callback',
    transfer: 'Transfer',
    attempts: 'Attempts',
    noAnswer: 'no answer',
    next: 'Next try',
    created: 'Created',
    act: 'Act',
    send: 'Send now',
    sent: 'Sent once more; the list shows the answer',
    empty: 'None yet, or none that fits: they need a confirmed transfer and a callback_url of the bank.',
  },
  {
    title: 'Зворотні виклики',
    says: 'Виклики, якими DCM повідомляє банки про перекази, з усіма спробами. Якщо банк не прийняв виклик, його буде надіслано ще раз за годинником реєстру, який пересувають на сторінці «Годинник».',
    any: 'усі',
    status: 'Статус',
    pending: 'очікує',
    delivered: 'доставлено',
    'given-up': 'спроби вичерпано',
    kind: 'Виклик',
    transfer: 'Переказ',
    attempts: 'Спроби',
    noAnswer: 'без відповіді',
    next: 'Наступна спроба',
    created: 'Створено',
    act: 'Дія',
    send: 'Надіслати зараз',
    sent: 'Надіслано ще раз; відповідь видно в переліку',
    empty:
      'Викликів ще немає або жоден не відповідає фільтру: потрібні підтверджений переказ і callback_url банку.',
  },
);

const statuses = ['pending', 'delivered', 'given-up'] as const;
type Status = (typeof statuses)[number];
const tones = { pending: 'warn', delivered: 'good', 'given-up': 'bad' } as const;

export function Callbacks() {
  const t = useText(texts);
  const inWords = useSaid();
  const act = useAct();
  const [status, setStatus] = useState<Status>();
  const pages = usePages(
    async (after) => {
      const { deliveries, next } = await control.listDeliveries({ query: { after, limit: 50, status } });
      return { rows: deliveries, next };
    },
    ({ guid }) => guid,
    [status],
  );
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <search class="filters">
        <Choice
          name="status"
          label={t.status}
          value={status ?? ''}
          options={[['', t.any], ...statuses.map((one) => [one, t[one]] as const)]}
          onChange={(value) => setStatus(statuses.find((one) => one === value))}
        />
      </search>
      <Problem error={act.problem} />
      <PagedTable
        pages={pages}
        label={t.title}
        empty={t.empty}
        keyOf={({ guid }) => guid}
        columns={[
          {
            title: t.kind,
            head: true,
            cell: (one) => (
              <>
                {one.kind}
                <div>
                  <code class="muted">{one.url}</code>
                </div>
              </>
            ),
          },
          { title: t.created, cell: (one) => <Moment at={one.created_at} /> },
          {
            title: t.transfer,
            cell: (one) => (
              <Link to={`/console/transfers/${one.transaction_id}`}>
                <Guid of={one.transaction_id} />
              </Link>
            ),
          },
          {
            title: t.attempts,
            cell: ({ attempts }) => (
              <ol>
                {attempts.map(({ at, status: answer, error }) => (
                  <li key={at}>
                    <Moment at={at} short />{' '}
                    <Badge tone={answer === 200 ? 'good' : 'bad'}>{answer || t.noAnswer}</Badge>{' '}
                    <span class="muted">{inWords(error)}</span>
                  </li>
                ))}
              </ol>
            ),
          },
          { title: t.status, cell: (one) => <Badge tone={tones[one.status]}>{t[one.status]}</Badge> },
          { title: t.next, cell: (one) => <Moment at={one.next_due} /> },
          {
            title: t.act,
            cell: ({ guid, status: state }) =>
              state === 'delivered' ? (
                '–'
              ) : (
                <button
                  type="button"
                  class="small"
                  disabled={act.busy}
                  onClick={async () => {
                    if (
                      await act.run(() => control.sendDeliveryAgain({ params: { guid }, body: {} }), t.sent)
                    )
                      pages.reload();
                  }}
                >
                  {t.send}
                </button>
              ),
          },
        ]}
      />
    </Page>
  );
}
