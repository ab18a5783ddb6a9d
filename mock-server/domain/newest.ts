import type { Collection, Query, WriteTransaction } from './store.js';

/** Rows that go at once, where more than one is too many. */
const mostAtOnce = 100;

/** Removes the oldest rows of a list beyond `most`. */
export async function keepNewest<Row extends object>(
  tx: WriteTransaction,
  collection: Collection<Row>,
  most: number,
  list: Pick<Query<Row>, 'index' | 'key'> = {},
): Promise<void> {
  const { total } = await tx.page(collection, { ...list, limit: 0 });
  if (total <= most) return;
  const { rows } = await tx.page(collection, { ...list, limit: Math.min(total - most, mostAtOnce) });
  for (const row of rows) await tx.remove(collection, collection.key(row));
}
