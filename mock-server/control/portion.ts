import { sizeOf } from '../domain/size.js';
import type { Collection, Query, ReadTransaction } from '../domain/store.js';
import { longestAnswer } from '../journal/pages.js';

/** A request for a part of a list: the maximum number of rows, and the position before them. */
export interface Asked {
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Rows of a list, and the position after which the next portion comes; empty after the last one. */
export interface Portion<Row> {
  readonly rows: readonly Row[];
  readonly next: string;
}

/** The first of some rows: about `longestAnswer` bytes, but at least one row. */
export function fitting<Row extends object>(rows: readonly Row[]): readonly Row[] {
  let bytes = 0;
  const beyond = rows.findIndex((row, index) => {
    bytes += sizeOf(row);
    return index > 0 && bytes > longestAnswer;
  });
  return beyond < 0 ? rows : rows.slice(0, beyond);
}

/** Rows of a list in order: at most `limit`, and no more than fit into a response. */
export async function portionOf<Row extends object>(
  tx: ReadTransaction,
  collection: Collection<Row>,
  { after, limit }: Asked,
  list: Pick<Query<Row>, 'index' | 'key' | 'order' | 'where'> = {},
): Promise<Portion<Row>> {
  const page = await tx.page(collection, { ...list, limit, ...(after ? { after } : {}) });
  const rows = fitting(page.rows);
  return { rows, next: nextOf(collection, rows, page.total) };
}

/** The position of the last row if there are more. */
export function nextOf<Row extends object>(
  collection: Collection<Row>,
  rows: readonly Row[],
  total: number,
): string {
  const last = rows.at(-1);
  return last && total > rows.length ? collection.sort(last) : '';
}
