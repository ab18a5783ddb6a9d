import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { guidColumn, momentColumn } from '../ui/columns.js';
import { Link } from '../ui/link.js';
import { List } from '../ui/list.js';
import { Page } from '../ui/page.js';
import { Guid, Money } from '../ui/shown.js';
import { TransferStatus } from '../ui/transfer-status.js';
import { base, dcm, type Site } from './site.js';
import { TransferDraft } from './transfer-draft.js';
import { transfersTexts } from './transfers.texts.js';

export function Transfers({ site }: { readonly site: Site }) {
  const t = useText(transfersTexts);
  const params = { counterparty_guid: site.counterparty_guid };
  const query = useQuery(
    async () => (await dcm.listPayments({ params, query: { limit: 100 } })).payments,
    [],
  );
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <TransferDraft site={site} />
      <List
        query={query}
        label={t.title}
        name="bank-transfers"
        empty={t.empty}
        keyOf={({ guid }) => guid}
        columns={[
          {
            title: t.open,
            head: true,
            cell: ({ guid }) => (
              <Link to={`${base}/transfers/${guid}`}>
                <Guid of={guid} />
              </Link>
            ),
          },
          momentColumn(t.created, 'created_at'),
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
