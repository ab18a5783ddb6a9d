import type { Store } from '../domain/store.js';

/** A store that asks before it is used; what `before` throws refuses the use. */
export const guarded = (store: Store, before: (use: 'read' | 'write') => void): Store => ({
  ...store,
  async read(work) {
    before('read');
    return store.read(work);
  },
  async write(work) {
    before('write');
    return store.write(work);
  },
  async clear() {
    before('write');
    return store.clear();
  },
});
