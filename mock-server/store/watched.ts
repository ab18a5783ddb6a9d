import type { Store } from '../domain/store.js';
import { forwarding } from './forwarding.js';

/** A store that reports changes of rows; transactions without changes are not reported. */
export function watched(store: Store, changed: () => void): Store {
  return {
    read: store.read,
    async write(work) {
      let touched = false;
      const result = await store.write((tx) =>
        work(
          forwarding(tx, {
            put(collection, row) {
              touched = true;
              return tx.put(collection, row);
            },
            remove(collection, key) {
              touched = true;
              return tx.remove(collection, key);
            },
          }),
        ),
      );
      if (touched) changed();
      return result;
    },
    async clear() {
      await store.clear();
      changed();
    },
    trouble: store.trouble,
    close: store.close,
  };
}
