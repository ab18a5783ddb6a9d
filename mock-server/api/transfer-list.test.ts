import { beforeEach, describe, expect, test } from 'vitest';
import {
  addBank,
  confirm,
  createWorld,
  customer,
  draft,
  fundedCustomer,
  of,
  transfer,
  type World,
} from '../world.testing.js';

/** Lists of transfers: every filter, paging and order. */

let world: World;
let other: Awaited<ReturnType<typeof addBank>>;
let one: { guid: string };
let two: { guid: string };
let abroad: { guid: string };
let small: string;
let large: string;
let outward: string;
let category: string;

beforeEach(async () => {
  world = await createWorld();
  other = await addBank(world, 'bank2');
  one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  two = await customer(world, 'two@bank1.test');
  abroad = await customer(other, 'three@bank2.test');
  category = (await world.api.listCategories({})).categories[0]?.guid ?? '';
  world.time.pass(1000);
  small = (await draft(world, one.guid, two.guid, 1, { category_guid: category })).guid;
  world.time.pass(1000);
  large = await transfer(world, one.guid, two.guid, 50.5);
  world.time.pass(1000);
  outward = await transfer(world, one.guid, abroad.guid, 10, other.guid);
});

type Query = NonNullable<Parameters<World['api']['listPayments']>[0]['query']>;

/** Guids of the customers' transfers that are found. */
async function found(query: Query): Promise<string[]> {
  const { payments } = await world.api.listPayments({
    params: of(world),
    query: { sender_ids: [one.guid], ...query },
  });
  return payments.map(({ guid }) => guid);
}

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 5, 12) + seconds * 1000).toISOString();

describe('filters', () => {
  const cases: readonly [string, () => Query, () => string[]][] = [
    ['none', () => ({}), () => [outward, large, small]],
    ['receiver_counterparty', () => ({ receiver_counterparty: other.guid }), () => [outward]],
    ['sender_counterparty', () => ({ sender_counterparty: world.guid }), () => [outward, large, small]],
    ['sender_counterparty of another', () => ({ sender_counterparty: other.guid }), () => []],
    ['guids', () => ({ guids: [small, outward] }), () => [outward, small]],
    ['one guid', () => ({ guids: [small] }), () => [small]],
    ['sender_ids', () => ({ sender_ids: [two.guid] }), () => []],
    ['receiver_ids', () => ({ receiver_ids: [two.guid] }), () => [large, small]],
    ['external_transaction_id', () => ({ external_transaction_id: 'x' }), () => []],
    ['min_amount', () => ({ min_amount: 10 }), () => [outward, large]],
    ['min_amount in decimals', () => ({ min_amount: 50.5 }), () => [large]],
    ['min_amount beyond any', () => ({ min_amount: 1e30 }), () => []],
    ['max_amount', () => ({ max_amount: 10 }), () => [outward, small]],
    ['max_amount below any', () => ({ max_amount: 0.00000001 }), () => []],
    ['statuses', () => ({ statuses: ['CREATED'] }), () => [small]],
    ['two statuses', () => ({ statuses: ['CREATED', 'CONFIRMED'] }), () => [outward, large, small]],
    ['asset_codes', () => ({ asset_codes: ['UAH'] }), () => [outward, large, small]],
    ['asset_codes of another', () => ({ asset_codes: ['EUR'] }), () => []],
    ['asset_issuers', () => ({ asset_issuers: [world.issuer] }), () => [outward, large, small]],
    ['asset_issuers of another', () => ({ asset_issuers: ['G'] }), () => []],
    ['min_created_at', () => ({ min_created_at: at(2) }), () => [outward, large]],
    ['max_created_at', () => ({ max_created_at: at(2) }), () => [large, small]],
    ['min_updated_at', () => ({ min_updated_at: at(2.5) }), () => [outward]],
    ['max_updated_at', () => ({ max_updated_at: at(1) }), () => [small]],
    ['created_at_min', () => ({ created_at_min: at(3) }), () => [outward]],
    ['created_at_max', () => ({ created_at_max: at(1) }), () => [small]],
    ['updated_at_min', () => ({ updated_at_min: at(3) }), () => [outward]],
    ['updated_at_max', () => ({ updated_at_max: at(2) }), () => [large, small]],
    ['a date without time', () => ({ min_created_at: '2026-01-06' }), () => []],
    [
      'a date with an offset',
      () => ({ min_created_at: '2026-01-05T14:00:02+02:00' }),
      () => [outward, large],
    ],
    ['category_guid', () => ({ category_guid: category }), () => [small]],
    ['two together', () => ({ min_amount: 10, max_amount: 20 }), () => [outward]],
  ];
  test.each(cases)('%s', async (_name, query, expected) => {
    expect(await found(query())).toEqual(expected());
    expect(world.findings()).toEqual([]);
  });
});

describe('paging', () => {
  test.each([
    [{ limit: 2 }, () => [outward, large]],
    [{ limit: 2, offset: 2 }, () => [small]],
    [{ offset: 9 }, () => []],
    [{ order: 'asc' }, () => [small, large, outward]],
    [{ order: 'asc', offset: 1, limit: 1 }, () => [large]],
  ] as const)('%j', async (query, expected) => {
    expect(await found(query)).toEqual(expected());
    const { total } = await world.api.listPayments({
      params: of(world),
      query: { sender_ids: [one.guid], ...query },
    });
    expect(total).toBe(3);
  });

  test('twenty unless more are asked for; ties by guid', async () => {
    for (let index = 0; index < 25; index++) await draft(world, one.guid, two.guid, 2);
    const query = { sender_ids: [one.guid], min_amount: 2, max_amount: 2 };
    const list = await world.api.listPayments({ params: of(world), query });
    expect([list.payments.length, list.total]).toEqual([20, 25]);
    const all = await world.api.listPayments({ params: of(world), query: { ...query, limit: 1000 } });
    const guids = all.payments.map(({ guid }) => guid);
    expect(guids).toEqual([...guids].sort().reverse());
  });

  test('filters in the bracketed form of lists', async () => {
    const query = { 'guids[]': [small, outward] } as object;
    expect(await found(query)).toEqual([outward, small]);
    expect(world.findings()).toEqual([]);
  });
});

test('the receiver sees the transfer in its list, others do not', async () => {
  const third = await addBank(world, 'bank3');
  const seen = await other.api.listPayments({ params: of(other), query: { guids: [outward] } });
  expect(seen.payments.map(({ guid }) => guid)).toEqual([outward]);
  const none = await third.api.listPayments({ params: of(third) });
  expect(none).toEqual({ payments: [], total: 0 });
  await confirm(world, small);
});
