import { Refusal } from '../domain/refusal.js';
import type { Store } from '../domain/store.js';

/** A store that takes nothing more while it cannot keep what it has taken; reading goes on. */
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
