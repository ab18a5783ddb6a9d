import { initialCategories } from '../../contract/operations/categories.js';
import { type Category, categoryRows } from './categories-collection.js';
import type { Center } from './center.js';
import { given } from './given.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

export interface Content {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** Categories that a transfer may name (CAT); the 18 documented ones exist from the beginning (U-52). */
export function createCategories({ store, chance, ledgerClock }: Center) {
  async function inUse(tx: ReadTransaction, guid: string): Promise<Category> {
    const found = await tx.get(categoryRows, guid);
    if (!found || found.deleted_at) throw new Refusal('category-unknown', { thing: 'category' });
    return found;
  }

  return {
    /** Puts the documented categories into an empty state. */
    seed: (): Promise<void> =>
      store.write(async (tx) => {
        if ((await tx.page(categoryRows, { limit: 1 })).total > 0) return;
        const now = ledgerClock.timestamp();
        for (const [name, description] of initialCategories) {
          const guid = chance.uuid('category', 'v4');
          await tx.put(categoryRows, {
            guid,
            name,
            description,
            deleted_at: '',
            created_at: now,
            updated_at: now,
          });
        }
      }),

    create: ({ name, description }: Content): Promise<string> =>
      store.write(async (tx) => {
        if (!name) throw new Refusal('member-missing', { member: 'name', problem: 'required' });
        const now = ledgerClock.timestamp();
        const guid = chance.uuid('category', 'v4');
        const row = {
          guid,
          name,
          description: description ?? '',
          deleted_at: '',
          created_at: now,
          updated_at: now,
        };
        await tx.put(categoryRows, row);
        return guid;
      }),

    /** @throws {Refusal} `not-found` */
    update: (guid: string, content: Content): Promise<void> =>
      store.write(async (tx) => {
        const found = await inUse(tx, guid);
        await tx.remove(categoryRows, guid);
        await tx.put(categoryRows, { ...found, ...given(content), updated_at: ledgerClock.timestamp() });
      }),

    /** Transfers keep it. @throws {Refusal} `not-found` */
    remove: (guid: string): Promise<void> =>
      store.write(async (tx) => {
        const now = ledgerClock.timestamp();
        await tx.put(categoryRows, { ...(await inUse(tx, guid)), deleted_at: now, updated_at: now });
      }),

    list: () =>
      store.read(async (tx) => (await tx.page(categoryRows, { where: (row) => row.deleted_at === '' })).rows),
  };
}
