import { useState } from 'preact/hooks';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Problem } from './problem.js';
import { Table, type TableProps } from './table.js';
import { uiTexts } from './texts.js';

/** A portion of a list, newest first, by its name, and where the next one begins. */
type Portion<Name extends string, Row> = Readonly<Record<Name, readonly Row[]>> & { readonly next: string };

/** The rows loaded, and for which inputs. */
interface Known<Row> {
  readonly of: string;
  readonly rows: readonly Row[];
  readonly next: string;
}

/** The query for a portion. */
interface Asked {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Maximum rows on a page, so that a browser left open does not fill up. */
export const mostRows = 500;
/** Maximum requests until a filter finds something: each one searches a limited number of rows. */
const tries = 20;

export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  readonly next: string;
  readonly problem: unknown;
  readonly answered: boolean;
  readonly reload: () => void;
  readonly older: () => void;
}

/**
 * A list loaded portion by portion; the first portion is kept up to date.
 *
 * @param ask calls the control API
 * @param name name of the rows in the response
 * @param key member that identifies a row
 */
export function usePaged<Name extends string, Key extends string, Row extends Record<Key, string | number>>(
  ask: (query: Asked) => Promise<Portion<Name, Row>>,
  name: Name,
  key: Key,
  inputs: readonly unknown[] = [],
): Paged<Row> {
  const of = JSON.stringify(inputs);
  const portion = async (after?: string): Promise<Known<Row>> => {
    let found = await ask({ after, limit: 50 });
    for (let tried = 1; found[name].length === 0 && found.next !== '' && tried < tries; tried += 1)
      found = await ask({ after: found.next, limit: 50 });
    return { of, rows: found[name], next: found.next };
  };
  const first = useQuery(() => portion(), inputs);
  const [more, setMore] = useState<Known<Row>>();
  const [problem, setProblem] = useState<unknown>();
  const older = more?.of === of ? more : undefined;
  const next = older?.next ?? first.data?.next ?? '';
  const rows = new Map<string | number, Row>();
  for (const row of [...(first.data?.rows ?? []), ...(older?.rows ?? [])])
    if (!rows.has(row[key])) rows.set(row[key], row);
  return {
    answered: first.answered,
    reload: first.reload,
    rows: [...rows.values()],
    keyOf: (row) => row[key],
    problem: first.problem ?? problem,
    next: rows.size >= mostRows ? '' : next,
    async older() {
      setProblem(undefined);
      try {
        const found = await portion(next);
        setMore({ ...found, rows: [...(older?.rows ?? []), ...found.rows] });
      } catch (error) {
        setProblem(error);
      }
    },
  };
}

interface PagedListProps<Row> extends Omit<TableProps<Row>, 'rows' | 'keyOf'> {
  readonly pages: Paged<Row>;
}

/** A paged table in a card; it is not shown as empty before the first response. */
export const PagedList = <Row,>({ pages, empty, ...table }: PagedListProps<Row>) => (
  <div class="card">
    <Table {...table} empty={pages.answered ? empty : ''} rows={pages.rows} keyOf={pages.keyOf} />
    <Older pages={pages} />
  </div>
);

/** The button for older rows, and what went wrong. */
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
