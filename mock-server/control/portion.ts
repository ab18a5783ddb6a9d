import { sizeOf } from '../domain/size.js';
import type { Collection, Query, ReadTransaction } from '../domain/store.js';
import { longestAnswer } from '../journal/search.js';
import { nextOf } from './paging.js';

/** What a client asks of a list: how many rows at the most, and the position after which they come. */
interface Asked {
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * Rows of a list in their order: at most `limit`, and about `longestAnswer` bytes of them, but one at least.
 * `next` is the position after which the next portion comes; empty after the last one.
 */
export async function portionOf<Row extends object>(
  tx: ReadTransaction,
  collection: Collection<Row>,
  { after, limit }: Asked,
  list: Pick<Query<Row>, 'index' | 'key' | 'order'> = {},
): Promise<{ rows: readonly Row[]; next: string }> {
  const { rows, total } = await tx.page(collection, { ...list, limit, ...(after ? { after } : {}) });
  let bytes = 0;
  const beyond = rows.findIndex((row, index) => {
    bytes += sizeOf(row);
    return index > 0 && bytes > longestAnswer;
  });
  const fitting = beyond < 0 ? rows : rows.slice(0, beyond);
  return { rows: fitting, next: nextOf(collection.sort, { rows: fitting, total }) };
}
