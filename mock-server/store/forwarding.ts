import type { WriteTransaction } from '../domain/store.js';

/** A transaction that does something of its own when rows are changed. */
export const forwarding = (
  tx: WriteTransaction,
  { put, remove }: Pick<WriteTransaction, 'put' | 'remove'>,
): WriteTransaction => ({
  get: (collection, key) => tx.get(collection, key),
  first: (collection, index, key) => tx.first(collection, index, key),
  page: (collection, query) => tx.page(collection, query),
  bytes: (collection, list) => tx.bytes(collection, list),
  put,
  remove,
});
