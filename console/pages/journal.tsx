import { useEffect, useState } from 'preact/hooks';
import type { JournalHead } from '../../contract/control/journal.js';
import { type EntryFilter, entryCondition, statusCondition } from '../../contract/entry-filter.js';
import { shownAlone } from '../browser.js';
import { control } from '../state/control.js';
import { type Filters, useFilters } from '../state/filters.js';
import { useText } from '../state/language.js';
import { watchJournal } from '../state/live.js';
import { FilterBar } from '../ui/filter-bar.js';
import { Page } from '../ui/page.js';
import { mostRows, Older, usePaged } from '../ui/paged-list.js';
import { journalTexts } from './journal.texts.js';
import { JournalExport } from './journal-export.js';
import { JournalTable } from './journal-table.js';

const numberIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

function filterOf({
  direction,
  operation,
  status,
  rule,
  text,
  from_seq,
  to_seq,
}: Filters['given']): EntryFilter {
  return {
    from_seq: numberIn(from_seq),
    to_seq: numberIn(to_seq),
    ...(direction === 'in' || direction === 'out' ? { direction } : {}),
    operation,
    status,
    rule,
    text,
  };
}

/** Whether the status filter is valid; while it is not, the list shows nothing instead of everything. */
const isReadable = ({ status }: EntryFilter): boolean =>
  status === undefined || statusCondition(String(status)) !== undefined;

export function Journal() {
  const t = useText(journalTexts);
  const filters = useFilters('/console/journal');
  const filter = filterOf(filters.given);
  const problem = isReadable(filter) ? '' : t.statusProblem;
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <FilterBar
        filters={filters}
        of={[
          {
            name: 'direction',
            label: t.direction,
            options: [
              ['in', t.in],
              ['out', t.out],
            ],
          },
          { name: 'operation', label: t.operation },
          { name: 'status', label: t.status, hint: t.statusHint, problem },
          { name: 'rule', label: t.rule },
          { name: 'from_seq', label: t.fromSeq },
          { name: 'to_seq', label: t.toSeq },
          { name: 'text', type: 'search', label: t.text, hint: t.textHint },
        ]}
      />
      {isReadable(filter) && <Entries key={JSON.stringify(filter)} filter={filter} clear={filters.clear} />}
    </Page>
  );
}

/** The searched parts of an entry that has just arrived; the server filters the others. */
const wordsOf = ({ url, operation, reason, error, findings }: JournalHead): string =>
  [url, operation, reason, error, ...findings.map(({ rule }) => rule)].join('\n');

const merged = (...lists: readonly (readonly JournalHead[])[]): JournalHead[] =>
  [...new Map(lists.flat().map((head) => [head.seq, head])).values()]
    .sort((newer, older) => older.seq - newer.seq)
    .slice(0, mostRows);

interface EntriesProps {
  readonly filter: EntryFilter;
  readonly clear: Filters['clear'];
}

function Entries({ filter, clear }: EntriesProps) {
  const t = useText(journalTexts);
  const fits = entryCondition(filter, wordsOf);
  const [live, setLive] = useState<readonly JournalHead[]>([]);
  // Another filter means another component.
  useEffect(() => watchJournal((head) => fits(head) && setLive((before) => merged([head], before))), []);
  const pages = usePaged(
    (query) => control.listEntries({ query: { ...filter, ...query } }),
    'entries',
    'seq',
  );
  const rows = merged(live, pages.rows);
  const full = rows.length >= mostRows;
  return (
    <div class="card">
      <JournalTable
        label={t.title}
        name="journal"
        // Before the first response nobody knows.
        empty={clear && !pages.answered ? '' : t.empty}
        clear={clear}
        {...(shownAlone() === '' ? { next: { to: '/console/reference', title: t.first } } : {})}
        rows={rows}
      />
      {rows.length > 0 && <JournalExport filter={filter} />}
      <Older pages={full ? { ...pages, next: '' } : pages} />
      {full && <p class="hint foot">{t.most}</p>}
    </div>
  );
}
