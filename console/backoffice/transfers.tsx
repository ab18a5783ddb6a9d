import { bilingual, useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { guidColumn, momentColumn } from '../ui/columns.js';
import { List } from '../ui/list.js';
import { Page } from '../ui/page.js';
import { rowWords } from '../ui/row-words.js';
import { Money } from '../ui/shown.js';
import { TransferStatus } from '../ui/transfer-status.js';
import { dcm, type Site } from './site.js';

export const transfersTexts = bilingual(
  {
    ...rowWords.en,
    title: 'Transfers',
    says: 'Transfers that the bank and its customers sent and received, newest first.',
    empty: 'No transfers yet.',
  },
  {
    ...rowWords.uk,
    title: 'Перекази',
    says: 'Перекази, які надіслали й отримали банк і його клієнти; найновіші вгорі.',
    empty: 'Переказів ще немає.',
  },
);

export function Transfers({ site }: { readonly site: Site }) {
  const t = useText(transfersTexts);
  const params = { counterparty_guid: site.counterparty_guid };
  const query = useQuery(
    async () => (await dcm.listPayments({ params, query: { limit: 100 } })).payments,
    [],
  );
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <List
        query={query}
        label={t.title}
        empty={t.empty}
        keyOf={({ guid }) => guid}
        columns={[
          momentColumn(t.created, 'created_at', true),
          guidColumn(t.sender, 'sender_id'),
          guidColumn(t.receiver, 'receiver_id'),
          {
            title: t.amount,
            number: true,
            cell: ({ amount, asset_code }) => <Money amount={amount} unit={asset_code} />,
          },
          { title: t.purpose, cell: ({ purpose }) => purpose || '–' },
          { title: t.status, cell: ({ status }) => <TransferStatus of={status} /> },
        ]}
      />
    </Page>
  );
}
