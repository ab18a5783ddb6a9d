import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { confirm, createWorld, draft, fundedCustomer, of, transfer, type World } from '../world.testing.js';

/** Limits (LIM): bounds of one transfer, windows that end now, individual before standard; and segments (SEG). */

let world: World;
let one: { guid: string; customer_guid: string };
beforeEach(async () => {
  world = await createWorld();
  one = await fundedCustomer(world, world, 'one', 10_000);
});

const send = (amount: number) => transfer(world, one.guid, world.processing, amount);
const refusal = async (amount: number) => (await refusalOf(send(amount)))[2];
const set = (body: object) =>
  world.api.setCustomerPaymentLimit({
    params: of(world),
    body: { customer_guid: one.customer_guid, ...body },
  });
const setPeriod = (body: object) =>
  world.api.setCustomerAmountLimit({
    params: of(world),
    body: { customer_guid: one.customer_guid, ...body },
  });
const day = 24 * 3600;
const pass = (seconds: number) => world.control.moveClock({ body: { forward_s: seconds } });

describe('the bounds of one transfer', () => {
  test('are exclusive, at the draft and at the confirmation', async () => {
    await set({ min: 9.9, max: 100.1 });
    for (const amount of [10, 100, 9.91]) await send(amount);
    expect(await refusal(100.1)).toBe(
      'limit exceeded: maximum of one transfer of the customer, below 100.1, would be 100.1',
    );
    expect(await refusal(9.9)).toBe(
      'limit exceeded: minimum of one transfer of the customer, above 9.9, would be 9.9',
    );
    const { guid } = await draft(world, one.guid, world.processing, 50);
    await set({ max: 40 });
    expect((await refusalOf(confirm(world, guid)))[2]).toContain('below 40, would be 50');
    await transfer(world, one.guid, world.processing, 39);
  });

  test('of the customer take precedence over those of the segment, which apply to everyone else', async () => {
    await world.api.setSegmentPaymentLimit({ params: of(world), body: { segment_name: 'PL', max: 20 } });
    expect(await refusal(20)).toBe(
      'limit exceeded: maximum of one transfer of segment PL, below 20, would be 20',
    );
    await set({ max: 500 });
    await send(499);
    const { columns } = await world.api.getSegmentPaymentLimits({ params: of(world) });
    expect(columns).toMatchObject([{ segment_name: 'PL', max: 20, min: 0 }]);
  });
});

describe('the windows', () => {
  test('are a day, a week, a month, a year or so many days, and end now', async () => {
    await setPeriod({ period: 'week', max: 100.1 });
    await send(60);
    await pass(6 * day);
    expect(await refusal(40.1)).toBe(
      'limit exceeded: maximum of the week of the customer, below 100.1, would be 100.1',
    );
    await send(40);
    await pass(day + 1);
    await send(60);
    await setPeriod({ period: 'week', max: 1000 });
    await setPeriod({ period: 'custom', period_key: 2, max: 119 });
    expect(await refusal(20)).toContain('maximum of the 2 days of the customer, below 119, would be 120');
    const { columns } = await world.api.getCustomerAmountLimit({
      params: of(world),
      query: { customer_guid: one.customer_guid },
    });
    expect(columns).toMatchObject([
      { period: { week: { max: 1000, period_key: 0 }, custom: { max: 119, period_key: 2 } } },
    ]);
  });

  test('add up what a naive sum adds up', async () => {
    await setPeriod({ period: 'week', max: 300 });
    const naive: { at: number; amount: number }[] = [];
    let now = 0;
    const steps = fc.array(
      fc.record({ hours: fc.integer({ min: 0, max: 60 }), amount: fc.integer({ min: 1, max: 90 }) }),
      {
        minLength: 25,
        maxLength: 25,
      },
    );
    for (const { hours, amount } of fc.sample(steps, { numRuns: 1, seed: 7 }).flat()) {
      if (hours > 0) await pass(hours * 3600);
      now += hours;
      const sum = naive.filter(({ at }) => at > now - 7 * 24).reduce((total, item) => total + item.amount, 0);
      const served = await send(amount).then(
        () => true,
        () => false,
      );
      expect({ now, amount, served }).toEqual({ now, amount, served: sum + amount < 300 });
      if (served) naive.push({ at: now, amount });
    }
    expect(naive.length).toBeGreaterThan(10);
  });
});

test.each([
  ['payment', {}, 'max: required, or min'],
  ['payment', { min: 10, max: 10 }, 'max: expected more than min'],
  ['payment', { max: -1 }, 'invalid amount'],
  ['payment', { max: 5, asset_code: 'EUR' }, 'asset not found'],
  ['payment', { max: 5, account_type_guid: 'x' }, 'invalid UUID length: 1'],
  ['payment', { max: 5, customer_guid: '00000000-0000-4000-8000-000000000000' }, 'customer not found'],
  ['amount', { max: 5 }, 'period: required'],
  ['amount', { period: 'day' }, 'max: required'],
  [
    'amount',
    { period: 'custom', max: 5, period_key: 1 },
    'period_key: expected days, more than 1 and at most 3660',
  ],
] as const)('%s limit %j is refused', async (kind, body, text) => {
  const before = world.rows();
  expect((await refusalOf(kind === 'payment' ? set(body) : setPeriod(body)))[2]).toBe(text);
  expect(world.rows()).toEqual(before);
});

test('the body that the page shows for both kinds is served; a lower bound of a period is reported', async () => {
  await set({ max: 50, period: 'day', period_key: 1 });
  expect(world.findings()).toEqual([]);
  await setPeriod({ max: 50, period: 'day', period_key: 1 });
  expect(world.findings()).toEqual([]);
  await setPeriod({ max: 50, period: 'day', min: 1 });
  expect(world.findings()).toEqual(['LIMIT-02 min: not part of this limit']);
});

describe('segments', () => {
  test('begin as PL and PI, and take account types in', async () => {
    const read = async () => (await world.api.getSegments({ params: of(world) }))[0]?.segments ?? {};
    expect(Object.keys(await read())).toEqual(['PL', 'PI']);
    const { assets: _assets, type } = (
      await world.api.getCustomerAccounts({ params: { ...of(world), customer_guid: one.customer_guid } })
    )[0] ?? { type: '', assets: [] };
    await world.api.updateSegment({
      params: of(world),
      body: { account_type_guid: type, segment_name: 'VIP' },
    });
    expect((await read()).VIP?.[0]?.account_type_guid).toBe(type);
    await world.api.setSegmentPaymentLimit({ params: of(world), body: { segment_name: 'VIP', max: 5 } });
    expect(await refusal(5)).toContain('of segment VIP');
    await world.api.updateSegment({
      params: of(world),
      body: { account_type_guid: one.guid, segment_name: 'PL' },
    });
    expect(world.findings()).toEqual([]);
    await send(5);
  });
});
