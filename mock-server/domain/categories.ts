import { initialCategories } from '../../contract/operations/categories.js';
import type { Center } from './center.js';
import { categories } from './collections.js';

/** Types of operations that a transfer may name (CAT); the 18 documented ones exist from the beginning (U-52). */
export function createCategories({ store, chance, ledger }: Center) {
  return {
    /** Puts the documented categories into an empty state. */
    seed: (): Promise<void> =>
      store.write(async (tx) => {
        if ((await tx.page(categories, { limit: 1 })).total > 0) return;
        const now = ledger.timestamp();
        for (const [name, description] of initialCategories) {
          const guid = chance.uuid('category', 'v4');
          await tx.put(categories, {
            guid,
            name,
            description,
            deleted_at: '',
            created_at: now,
            updated_at: now,
          });
        }
      }),

    list: () =>
      store.read(async (tx) => (await tx.page(categories, { where: (row) => row.deleted_at === '' })).rows),
  };
}
