import { allCollections } from '../domain/collections.js';
import { Refusal } from '../domain/refusal.js';
import type { Store } from '../domain/store.js';
import { forwarding } from '../store/forwarding.js';

/** A store that counts its rows. */
export interface BoundedStore extends Store {
  readonly rows: () => number;
}

/** A store with at most so many rows: a transaction that would exceed them is refused, and stores nothing. */
export async function bounded(store: Store, most: number): Promise<BoundedStore> {
  let rows = await store.read(async (tx) => {
    const counts = await Promise.all(
      allCollections.map(async (one) => (await tx.page(one as never, { limit: 0 })).total),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  });
  return {
    ...store,
    rows: () => rows,
    write(work) {
      let more = 0;
      return store
        .write(async (tx) => {
          // Once more, if the engine repeats the work.
          more = 0;
          return work(
            forwarding(tx, {
              async put(collection, row) {
                if ((await tx.get(collection, collection.key(row))) === undefined) {
                  more += 1;
                  if (rows + more > most) throw new Refusal('sandbox-full', { most });
                }
                return tx.put(collection, row);
              },
              async remove(collection, key) {
                if ((await tx.get(collection, key)) !== undefined) more -= 1;
                return tx.remove(collection, key);
              },
            }),
          );
        })
        .then((result) => {
          rows += more;
          return result;
        });
    },
    async clear() {
      await store.clear();
      rows = 0;
    },
  };
}
