import { allCollections } from './collections.js';
import type { Collection, ReadTransaction, Store, WriteTransaction } from './store.js';

/** Every row of a state, by collection in their order. Rows never change in place, so it is enough to keep them. */
export type Rows = readonly (readonly object[])[];

// A collection of any rows; each is put back into the collection that it came from.
const collections = allCollections as unknown as readonly Collection<object>[];

export const rowsIn = (tx: ReadTransaction): Promise<Rows> =>
  Promise.all(collections.map(async (collection) => (await tx.page(collection)).rows));

/** Replaces every row. */
export async function replaceRows(tx: WriteTransaction, rows: Rows): Promise<void> {
  for (const [index, collection] of collections.entries()) {
    for (const row of (await tx.page(collection)).rows) await tx.remove(collection, collection.key(row));
    for (const row of rows[index] ?? []) await tx.put(collection, row);
  }
}

export const allRows = (store: Store): Promise<Rows> => store.read(rowsIn);
