import { Refusal } from '../domain/refusal.js';
import type { Store } from '../domain/store.js';
import { guarded } from '../store/guarded.js';

/** What is refused because the world is served by another process, or because the database is away: no fault of the mock. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === 'world-elsewhere' || error.code === 'database-away');

/** A store that refuses everything once the world is left to another process. */
export function leaving(store: Store) {
  let left = false;
  return {
    store: guarded(store, () => {
      if (left) throw new Refusal('world-elsewhere');
    }),
    leave(): void {
      left = true;
    },
  };
}
