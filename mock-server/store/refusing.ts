import { Refusal } from '../domain/refusal.js';
import type { Store } from '../domain/store.js';

/** A store that refuses writes while it cannot save the earlier ones; reads continue. */
export function refusing(store: Store): Store {
  const requireKept = (): void => {
    const problem = store.trouble();
    if (problem !== undefined) throw new Refusal('not-kept', { problem });
  };
  return {
    ...store,
    async write(work) {
      requireKept();
      return store.write(work);
    },
    async clear() {
      requireKept();
      return store.clear();
    },
  };
}
