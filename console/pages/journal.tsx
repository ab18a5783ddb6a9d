import { useEffect, useState } from 'preact/hooks';
import type { JournalHead } from '../../contract/control/journal.js';
import { type EntryFilter, entryCondition, statusCondition } from '../../contract/entry-filter.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { watchJournal } from '../state/live.js';
import { useQuery } from '../state/query.js';
import { navigate, useRoute } from '../state/route.js';
import { Choice, Field } from '../ui/form.js';
import { Page } from '../ui/page.js';
import { Problem } from '../ui/problem.js';
import { journalTexts } from './journal.texts.js';
import { JournalTable } from './journal-table.js';

/** Entries that the page keeps at most, so that a browser left open does not fill up. */
const most = 500;
const pageSize = 50;

const names = ['direction', 'operation', 'status', 'rule', 'text'] as const;
type Name = (typeof names)[number];

/** The filter is in the address, so that a view can be sent to somebody. */
function filterOf(query: URLSearchParams): EntryFilter {
  const text = (name: Name) => query.get(name) || undefined;
  const direction = text('direction');
  return {
    ...(direction === 'in' || direction === 'out' ? { direction } : {}),
    status: text('status'),
    operation: text('operation'),
    rule: text('rule'),
    text: text('text'),
  };
}

/** What is searched of an entry that has just come; the server judges the others. */
const wordsOf = ({ url, operation, reason, error, findings }: JournalHead): string =>
  [url, operation, reason, error, ...findings.map(({ rule }) => rule)].join('\n');

const merged = (...lists: readonly (readonly JournalHead[])[]): JournalHead[] =>
  [...new Map(lists.flat().map((head) => [head.seq, head])).values()]
    .sort((one, other) => other.seq - one.seq)
    .slice(0, most);

/** Whether the status says something; while it does not, nothing is shown instead of everything. */
const isReadable = ({ status }: EntryFilter): boolean =>
  status === undefined || statusCondition(String(status)) !== undefined;

export function Journal() {
  const t = useText(journalTexts);
  const { query } = useRoute('/console');
  const filter = filterOf(query);
  return (
    <Page title={t.title} says={t.says} ledgerTimes>
      <Filters query={query} />
      {isReadable(filter) && <Entries key={JSON.stringify(filter)} filter={filter} />}
    </Page>
  );
}

function Filters({ query }: { readonly query: URLSearchParams }) {
  const t = useText(journalTexts);
  const value = (name: Name) => query.get(name) ?? '';
  const set = (name: Name) => (given: string) => {
    const next = new URLSearchParams(query);
    if (given.trim() === '') next.delete(name);
    else next.set(name, given.trim());
    navigate(`/console/journal${next.size > 0 ? `?${next}` : ''}`, { replace: true });
  };
  return (
    <search class="filters">
      <Choice
        name="direction"
        label={t.direction}
        value={value('direction')}
        options={[
          ['', t.any],
          ['in', t.in],
          ['out', t.out],
        ]}
        onChange={set('direction')}
      />
      <Field name="operation" label={t.operation} value={value('operation')} onInput={set('operation')} />
      <Field
        name="status"
        label={t.status}
        hint={t.statusHint}
        value={value('status')}
        problem={isReadable(filterOf(query)) ? '' : t.statusProblem}
        onInput={set('status')}
      />
      <Field name="rule" label={t.rule} value={value('rule')} onInput={set('rule')} />
      <Field
        name="text"
        type="search"
        label={t.text}
        hint={t.textHint}
        value={value('text')}
        onInput={set('text')}
      />
    </search>
  );
}

/** Requests that a page makes at most until something fits: one looks at so many entries only. */
const tries = 20;

/** The next entries that fit, from here into the past. */
async function ask(filter: EntryFilter, from?: string) {
  let after = from;
  for (let tried = 1; ; tried += 1) {
    const { entries, next } = await control.listEntries({ query: { ...filter, after, limit: pageSize } });
    if (entries.length > 0 || next === '' || tried === tries) return { entries, before: next };
    after = next;
  }
}

function Entries({ filter }: { readonly filter: EntryFilter }) {
  const t = useText(journalTexts);
  const fits = entryCondition(filter, wordsOf);
  const first = useQuery(() => ask(filter), []);
  const [live, setLive] = useState<readonly JournalHead[]>([]);
  const [older, setOlder] = useState<{ readonly entries: readonly JournalHead[]; readonly before: string }>();
  const [problem, setProblem] = useState<unknown>();
  // Another filter is another component.
  useEffect(() => watchJournal((head) => fits(head) && setLive((before) => merged([head], before))), []);
  const rows = merged(live, first.data?.entries ?? [], older?.entries ?? []);
  const before = older?.before ?? first.data?.before ?? '';
  const showOlder = async () => {
    setProblem(undefined);
    try {
      const page = await ask(filter, before);
      setOlder({ ...page, entries: [...(older?.entries ?? []), ...page.entries] });
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <div class="card">
      <Problem error={first.problem} retry={first.reload} />
      <JournalTable label={t.title} empty={t.empty} rows={rows} />
      <Problem error={problem} />
      {rows.length >= most ? (
        <p class="hint foot">{t.most}</p>
      ) : (
        before !== '' && (
          <button type="button" class="foot" onClick={showOlder}>
            {t.older}
          </button>
        )
      )}
    </div>
  );
}
