import { settingsRows } from './domain/settings-collection.js';
import type { Store } from './domain/store.js';

/** Why the state cannot be read or saved; undefined if it can. */
export const stateProblem = (store: Store): Promise<string | undefined> =>
  store
    .read((tx) => tx.get(settingsRows, 'settings'))
    .then(
      () => {
        const problem = store.trouble();
        return problem === undefined ? undefined : `the state cannot be saved: ${problem}`;
      },
      () => 'the state cannot be read',
    );
