import { useState } from 'preact/hooks';
import type { ControlOperations } from '../../contract/control/index.js';
import type { Answer as AnswerOf } from '../../contract/operation.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { Choice, Field } from '../ui/form.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';
import { Badge, Guid, Moment, Money } from '../ui/shown.js';
import { PagedTable, usePages } from './more.js';
import { transferTexts } from './transfers.texts.js';

type Side = AnswerOf<ControlOperations['listTransfers']>['transfers'][number]['sender'];

type Asked = NonNullable<Parameters<typeof control.listTransfers>[0]['query']>;

async function pageOf(query: Asked) {
  const { transfers, next } = await control.listTransfers({ query });
  return { rows: transfers, next };
}

/** Requests made at most until something is found: one looks at so many transfers only. */
const tries = 20;

async function searched(body: Asked) {
  let page = await pageOf(body);
  for (let tried = 1; page.rows.length === 0 && page.next !== '' && tried < tries; tried += 1) {
    page = await pageOf({ ...body, after: page.next });
  }
  return page;
}

type Status = '' | 'CREATED' | 'CONFIRMED';

/** Transfers of all counterparties. */
export function Transfers() {
  const t = useText(transferTexts);
  const [status, setStatus] = useState<Status>('');
  const [search, setSearch] = useState('');
  const pages = usePages(
    async (before) => {
      const body = { after: before, limit: 50, ...(status ? { status } : {}), ...(search ? { search } : {}) };
      return search ? searched(body) : pageOf(body);
    },
    ({ guid }) => guid,
    [status, search],
  );
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <search class="filters">
        <Choice
          name="status"
          label={t.status}
          value={status}
          options={[
            ['', t.any],
            ['CREATED', 'CREATED'],
            ['CONFIRMED', 'CONFIRMED'],
          ]}
          onChange={(value) => setStatus(value as Status)}
        />
        <Field
          name="search"
          type="search"
          label={t.search}
          hint={t.searchHint}
          onInput={(text) => setSearch(text.trim())}
        />
      </search>
      <PagedTable
        pages={pages}
        label={t.title}
        empty={t.empty}
        keyOf={({ guid }) => guid}
        columns={[
          {
            title: t.guid,
            head: true,
            cell: ({ guid }) => (
              <Link to={`/console/transfers/${guid}`}>
                <Guid of={guid} />
              </Link>
            ),
          },
          { title: t.created, cell: (one) => <Moment at={one.created_at} /> },
          { title: t.sender, cell: (one) => <Party side={one.sender} /> },
          { title: t.receiver, cell: (one) => <Party side={one.receiver} /> },
          {
            title: t.amount,
            number: true,
            cell: (one) => <Money amount={one.amount} unit={one.asset_code} />,
          },
          { title: t.purpose, cell: (one) => one.purpose || '–' },
          {
            title: t.status,
            cell: (one) => <Badge tone={one.status === 'CONFIRMED' ? 'good' : 'warn'}>{one.status}</Badge>,
          },
          { title: t.hash, cell: (one) => <Guid of={one.hash} /> },
        ]}
      />
    </Page>
  );
}

function Party({ side }: { readonly side: Side }) {
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
