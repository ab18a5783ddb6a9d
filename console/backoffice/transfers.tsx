import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Answer, Page } from '../ui/page.js';
import { Badge, Guid, Moment, Money } from '../ui/shown.js';
import { Table } from '../ui/table.js';
import { dcm, type Site } from './site.js';

const texts = bilingual(
  {
    title: 'Transfers',
    says: 'What the bank and its customers sent and received, the newest first.',
    created: 'Created',
    sender: 'Sender',
    receiver: 'Receiver',
    amount: 'Amount',
    purpose: 'Purpose',
    status: 'Status',
    empty: 'No transfers yet.',
  },
  {
    title: 'Перекази',
    says: 'Перекази, які надіслали й отримали банк і його клієнти; найновіші вгорі.',
    created: 'Створено',
    sender: 'Відправник',
    receiver: 'Отримувач',
    amount: 'Сума',
    purpose: 'Призначення',
    status: 'Статус',
    empty: 'Переказів ще немає.',
  },
);

export function Transfers({ site }: { readonly site: Site }) {
  const t = useText(texts);
  const params = { counterparty_guid: site.counterparty_guid };
  const query = useQuery(() => dcm.listPayments({ params, query: { limit: 100 } }), []);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <div class="card">
        <Answer query={query}>
          {({ payments }) => (
            <Table
              label={t.title}
              empty={t.empty}
              rows={payments}
              keyOf={(one) => one.guid}
              columns={[
                { title: t.created, head: true, cell: (one) => <Moment at={one.created_at} /> },
                { title: t.sender, cell: (one) => <Guid of={one.sender_id} /> },
                { title: t.receiver, cell: (one) => <Guid of={one.receiver_id} /> },
                {
                  title: t.amount,
                  number: true,
                  cell: (one) => <Money amount={one.amount} unit={one.asset_code} />,
                },
                { title: t.purpose, cell: (one) => one.purpose || '–' },
                {
                  title: t.status,
                  cell: (one) => (
                    <Badge tone={one.status === 'CONFIRMED' ? 'good' : 'warn'}>{one.status}</Badge>
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
