import type { Transfer } from '../../contract/control/transfers.js';
import { paymentStatuses } from '../../contract/operations/transfers.js';
import { control } from '../state/control.js';
import { useFilters } from '../state/filters.js';
import { useText } from '../state/language.js';
import { guidColumn, momentColumn } from '../ui/columns.js';
import { FilterBar } from '../ui/filter-bar.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import { PagedList, usePaged } from '../ui/paged-list.js';
import { Guid, Money } from '../ui/shown.js';
import { TransferStatus } from '../ui/transfer-status.js';
import { transferTexts } from './transfers.texts.js';

/** Transfers of all counterparties. */
export function Transfers() {
  const t = useText(transferTexts);
  const filters = useFilters('/console/transfers');
  const status = paymentStatuses.find((known) => known === filters.given.status);
  const { search } = filters.given;
  const pages = usePaged(
    (query) => control.listTransfers({ query: { ...query, status, search } }),
    'transfers',
    'guid',
    [status, search],
  );
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <FilterBar
        filters={filters}
        of={[
          { name: 'status', label: t.status, options: paymentStatuses.map((known) => [known, known]) },
          { name: 'search', type: 'search', label: t.search, hint: t.searchHint },
        ]}
      />
      <PagedList
        pages={pages}
        label={t.title}
        name="transfers"
        empty={t.empty}
        clear={filters.clear}
        next={{ to: '/console/make-happen', title: t.first }}
        columns={[
          { title: t.guid, head: true, cell: ({ guid }) => <TransferLink guid={guid} /> },
          momentColumn(t.created, 'created_at'),
          { title: t.sender, cell: ({ sender }) => <Party side={sender} /> },
          { title: t.receiver, cell: ({ receiver }) => <Party side={receiver} /> },
          {
            title: t.amount,
            number: true,
            cell: ({ amount, asset_code }) => <Money amount={amount} unit={asset_code} />,
          },
          { title: t.purpose, cell: ({ purpose }) => purpose || '–' },
          { title: t.status, cell: (transfer) => <TransferStatus of={transfer.status} /> },
          guidColumn(t.hash, 'hash'),
        ]}
      />
    </Page>
  );
}

export const TransferLink = ({ guid }: { readonly guid: string }) => (
  <Link to={`/console/transfers/${guid}`}>
    <Guid of={guid} />
  </Link>
);

function Party({ side }: { readonly side: Transfer['sender'] }) {
  const t = useText(transferTexts);
  return (
    <>
      {side.counterparty_name}
      <div class="muted">
        {t.kinds[side.kind]} <Guid of={side.guid} />
      </div>
    </>
  );
}
