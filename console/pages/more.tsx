import { useState } from 'preact/hooks';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Problem } from '../ui/problem.js';
import { Table, type TableProps } from '../ui/table.js';
import { uiTexts } from '../ui/texts.js';

/** Pages of a list, newest first, up to so many rows. */
interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly next: string;
}

const most = 500;

/** A list that is asked for page by page; its first page is kept up to date. */
export function usePages<Row>(
  ask: (before?: string) => Promise<Paged<Row>>,
  keyOf: (row: Row) => string,
  inputs: readonly unknown[],
) {
  const of = JSON.stringify(inputs);
  const first = useQuery(() => ask(), inputs);
  const [older, setOlder] = useState<Paged<Row> & { readonly of: string }>();
  const [problem, setProblem] = useState<unknown>();
  const more = older?.of === of ? older : undefined;
  const rows = new Map([...(more?.rows ?? []), ...(first.data?.rows ?? [])].map((row) => [keyOf(row), row]));
  const newest = (first.data?.rows ?? []).map(keyOf);
  const order = [...new Set([...newest, ...rows.keys()])];
  return {
    ...first,
    rows: order.flatMap((key) => rows.get(key) ?? []),
    problem: first.problem ?? problem,
    next: rows.size >= most ? '' : (more?.next ?? first.data?.next ?? ''),
    async older(next: string) {
      setProblem(undefined);
      try {
        const page = await ask(next);
        setOlder({ of, rows: [...(more?.rows ?? []), ...page.rows], next: page.next });
      } catch (error) {
        setProblem(error);
      }
    },
  };
}

interface MoreProps {
  readonly pages: {
    readonly problem: unknown;
    readonly next: string;
    readonly reload: () => void;
    older(next: string): void;
  };
}

interface PagedTableProps<Row> extends Pick<TableProps<Row>, 'label' | 'empty' | 'columns'> {
  readonly pages: ReturnType<typeof usePages<Row>>;
  readonly keyOf: (row: Row) => string;
}

/** A table of pages in a card; it does not say that nothing is there before the first answer. */
export function PagedTable<Row>({ pages, empty, ...table }: PagedTableProps<Row>) {
  return (
    <div class="card">
      <Table {...table} empty={pages.answered ? empty : ''} rows={pages.rows} />
      <More pages={pages} />
    </div>
  );
}

/** The way to older rows, and what went wrong. */
export function More({ pages: { problem, next, reload, older } }: MoreProps) {
  const t = useText(uiTexts);
  return (
    <>
      <Problem error={problem} retry={reload} />
      {next !== '' && (
        <button type="button" class="foot" onClick={() => older(next)}>
          {t.more}
        </button>
      )}
    </>
  );
}
