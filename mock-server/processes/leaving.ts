import { Refusal } from '../domain/refusal.js';
import type { Store } from '../domain/store.js';

/** What is refused because the world is served by another process, or because the database is away: no fault of the mock. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === 'world-elsewhere' || error.code === 'database-away');

/** A store that refuses everything once the world is left to another process. */
export function leaving(store: Store) {
  let left = false;
  function requireHere(): void {
    if (left) throw new Refusal('world-elsewhere');
  }
  return {
    store: {
      ...store,
      async read(work) {
        requireHere();
        return store.read(work);
      },
      async write(work) {
        requireHere();
        return store.write(work);
      },
      async clear() {
        requireHere();
        return store.clear();
      },
    } satisfies Store,
    leave(): void {
      left = true;
    },
  };
}
