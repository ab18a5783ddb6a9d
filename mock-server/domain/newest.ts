import type { Collection, Query, ReadTransaction, WriteTransaction } from './store.js';

/** Lists of which the newest rows are kept, bounded by number and by bytes. */

/** How much of a list is kept: rows, and approximate bytes of memory. */
export interface Bounds {
  readonly rows: number;
  readonly bytes: number;
}

/** Rows that are dropped at once, if more than one is too many. */
const mostAtOnce = 100;

/** The oldest rows of a list beyond its bounds, some of them if there are many; never the newest row. */
export async function oldestBeyond<Row extends object>(
  tx: ReadTransaction,
  collection: Collection<Row>,
  most: Bounds,
  list: Pick<Query<Row>, 'index' | 'key'> = {},
): Promise<readonly Row[]> {
  let { total } = await tx.page(collection, { ...list, limit: 0 });
  let bytes = await tx.bytes(collection, list);
  if (total <= most.rows && bytes <= most.bytes) return [];
  const { rows } = await tx.page(collection, { ...list, limit: Math.min(total - 1, mostAtOnce) });
  const staying = rows.findIndex((row) => {
    if (total <= most.rows && bytes <= most.bytes) return true;
    total -= 1;
    bytes -= collection.bytes?.(row) ?? 0;
    return false;
  });
  return staying < 0 ? rows : rows.slice(0, staying);
}

/** Removes the oldest rows of a list beyond its bounds. */
export async function keepNewest<Row extends object>(
  tx: WriteTransaction,
  collection: Collection<Row>,
  most: Bounds,
  list: Pick<Query<Row>, 'index' | 'key'> = {},
): Promise<void> {
  for (const row of await oldestBeyond(tx, collection, most, list))
    await tx.remove(collection, collection.key(row));
}
