import { expect, test } from 'vitest';
import { allCollections } from '../domain/collections.js';
import type { Query, ReadTransaction, Store } from '../domain/store.js';
import { type Transfer, transferRows } from '../domain/transfers-collection.js';
import { createTestMock } from '../mock.testing.js';
import { createMemoryStore } from '../store/memory.js';
import { addBank, fund } from '../world.testing.js';

/** What the console's pages cost when there are 10,000 transfers: rows that are handed out, and no search without an index. */

interface Cost {
  rows: number;
  /** Questions that look at every row of a bucket. */
  scans: string[];
}

function counted(store: Store, cost: Cost): Store {
  const counting = (tx: ReadTransaction): ReadTransaction => ({
    async get(collection, key) {
      cost.rows += 1;
      return tx.get(collection, key);
    },
    async first(collection, index, key) {
      cost.rows += 1;
      return tx.first(collection, index, key);
    },
    bytes: tx.bytes,
    async page<Row extends object>(collection: Parameters<typeof tx.page<Row>>[0], query?: Query<Row>) {
      const page = await tx.page(collection, query);
      cost.rows += page.rows.length;
      if (query?.where) cost.scans.push(collection.name);
      return page;
    },
  });
  return { ...store, read: (work) => store.read((tx) => work(counting(tx))) };
}

const transferOf = (number: number, like: Transfer): Transfer => ({
  ...like,
  guid: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
  status: number % 2 === 0 ? 'CONFIRMED' : 'CREATED',
  created_at: new Date(Date.UTC(2026, 0, 6) + number * 1000).toISOString(),
});

test('pages return what they show, whatever is stored', async () => {
  const store = createMemoryStore(allCollections);
  const cost: Cost = { rows: 0, scans: [] };
  const mock = await createTestMock({ store: counted(store, cost) });
  const world = { ...mock, ...(await addBank(mock, 'bank1')) };
  await fund(world, world, 100);
  await store.write(async (tx) => {
    const [like] = (await tx.page(transferRows, { index: 'counterparty', key: world.guid })).rows;
    if (!like) throw new Error('there is no transfer');
    for (let number = 0; number < 10_000; number++) await tx.put(transferRows, transferOf(number, like));
  });

  async function costOf(ask: () => Promise<unknown>): Promise<number> {
    Object.assign(cost, { rows: 0, scans: [] });
    await ask();
    expect(cost.scans).toEqual([]);
    return cost.rows;
  }
  const { control } = world;
  const guid = world.guid;
  const limit = 50;
  for (const query of [
    {},
    { status: 'CONFIRMED' },
    { status: 'CREATED', counterparty_guid: guid },
    { counterparty_guid: guid },
    { search: world.processing },
    { search: '00000000-0000-4000-8000-000000000007' },
    { after: transferBefore(5000) },
  ] as const) {
    // A row and the names of both sides.
    expect(await costOf(() => control.listTransfers({ query: { ...query, limit } }))).toBeLessThanOrEqual(
      3 * 50 + 2,
    );
  }
  expect(await costOf(() => control.getBoard({}))).toBeLessThan(30);
  expect(await costOf(() => control.listDeliveries({ query: { limit } }))).toBeLessThanOrEqual(50);
  expect(await costOf(() => control.listMail({ query: { limit } }))).toBeLessThanOrEqual(50);
  expect(await costOf(() => control.listEntries({}))).toBe(0);
  const deep = await control.listTransfers({ query: { after: transferBefore(5000), limit: 1 } });
  expect(deep.transfers[0]?.guid).toBe('00000000-0000-4000-8000-000000004999');
});

const transferBefore = (number: number): string => transferRows.sort(transferOf(number, {} as Transfer));
