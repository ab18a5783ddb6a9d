import { useState } from 'preact/hooks';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Problem } from './problem.js';
import { Table, type TableProps } from './table.js';
import { uiTexts } from './texts.js';

/** A portion of a list, newest first, and where the next one begins. */
interface Portion<Row> {
  readonly rows: readonly Row[];
  readonly next: string;
}

/** What is asked of the control API for a portion. */
interface Asked {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Rows of a page at the most, so that a browser left open does not fill up. */
export const mostRows = 500;
/** Requests made at most until a filter finds something: one looks at so many rows only. */
const tries = 20;

export interface Paged<Row> extends Portion<Row> {
  readonly problem: unknown;
  readonly answered: boolean;
  readonly reload: () => void;
  readonly older: () => void;
}

/** A list that is asked for portion by portion; its first one is kept up to date. */
export function usePaged<Row>(
  ask: (query: Asked) => Promise<Portion<Row>>,
  keyOf: (row: Row) => string | number,
  inputs: readonly unknown[],
): Paged<Row> {
  const of = JSON.stringify(inputs);
  const portion = async (from?: string) => {
    let found = await ask({ after: from, limit: 50 });
    for (let tried = 1; found.rows.length === 0 && found.next !== '' && tried < tries; tried += 1)
      found = await ask({ after: found.next, limit: 50 });
    return found;
  };
  const first = useQuery(() => portion(), inputs);
  const [more, setMore] = useState<Portion<Row> & { readonly of: string }>();
  const [problem, setProblem] = useState<unknown>();
  const older = more?.of === of ? more : undefined;
  const next = older?.next ?? first.data?.next ?? '';
  const rows = new Map<string | number, Row>();
  for (const row of [...(first.data?.rows ?? []), ...(older?.rows ?? [])])
    if (!rows.has(keyOf(row))) rows.set(keyOf(row), row);
  return {
    answered: first.answered,
    reload: first.reload,
    rows: [...rows.values()],
    problem: first.problem ?? problem,
    next: rows.size >= mostRows ? '' : next,
    async older() {
      setProblem(undefined);
      try {
        const found = await portion(next);
        setMore({ of, rows: [...(older?.rows ?? []), ...found.rows], next: found.next });
      } catch (error) {
        setProblem(error);
      }
    },
  };
}

interface PagedListProps<Row> extends Omit<TableProps<Row>, 'rows'> {
  readonly pages: Paged<Row>;
}

/** A table of pages in a card; it does not say that nothing is there before the first answer. */
export const PagedList = <Row,>({ pages, empty, ...table }: PagedListProps<Row>) => (
  <div class="card">
    <Table {...table} empty={pages.answered ? empty : ''} rows={pages.rows} />
    <Older pages={pages} />
  </div>
);

/** The way to older rows, and what went wrong. */
export function Older<Row>({ pages: { problem, next, reload, older } }: { readonly pages: Paged<Row> }) {
  const t = useText(uiTexts);
  return (
    <>
      <Problem error={problem} retry={reload} />
      {next !== '' && (
        <button type="button" class="foot" onClick={older}>
          {t.more}
        </button>
      )}
    </>
  );
}
