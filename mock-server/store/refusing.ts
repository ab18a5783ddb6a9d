import { Refusal } from '../domain/refusal.js';
import type { Store } from '../domain/store.js';
import { guarded } from './guarded.js';

/** A store that refuses writes while it cannot save the earlier ones; reads continue. */
export const refusing = (store: Store): Store =>
  guarded(store, (use) => {
    const problem = use === 'write' ? store.trouble() : undefined;
    if (problem !== undefined) throw new Refusal('not-kept', { problem });
  });
