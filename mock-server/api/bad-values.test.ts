import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { addBank, createWorld, fundedCustomer, of, type World } from '../world.testing.js';

/** Requests that are well-formed and say something impossible. */

let world: World;
let one: { guid: string; customer_guid: string };
let two: typeof one;
const unknown = '00000000-0000-4000-8000-000000000000';

beforeEach(async () => {
  world = await createWorld();
  one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  two = await fundedCustomer(world, world, 'two@bank1.test', 100);
});

/** The refusal, after making sure that it left nothing behind and is in the journal. */
async function refused(call: () => Promise<unknown>) {
  const before = world.rows();
  const refusal = await refusalOf(call());
  expect(world.rows()).toEqual(before);
  expect(world.bank.asked).toEqual([]);
  const entry = world.journal.search({ direction: 'in' }, 10_000).at(-1);
  expect(entry).toMatchObject({
    status: refusal[0],
    reason: refusal[1],
    response: { body: { error: refusal[2] } },
  });
  return refusal;
}

const pay = (body: object) =>
  world.api.createPayment({
    params: of(world),
    body: { sender_id: one.guid, receiver_id: two.guid, amount: 1, ...body },
  });

const impossible: readonly [string, unknown][] = [
  ['8 decimals', 0.00000001],
  ['8 decimals of more', 1.12345678],
  ['zero', 0],
  ['negative zero', -0],
  ['negative', -1],
  ['1e30', 1e30],
  ['more than a Stellar amount', 922_337_203_686],
  ['16 digits', 123_456_789.1234567],
  ['17 digits', 12_345_678_901_234_568],
  ['the smallest number', Number.MIN_VALUE],
  ['missing', undefined],
];

describe.each(impossible)('an amount that is %s', (_name, amount) => {
  const expected = [400, 'invalid', 'invalid amount'];
  test('in a transfer', async () => expect(await refused(() => pay({ amount }))).toEqual(expected));
  test('in a request to create identifiers', async () => {
    const body = { amount: amount as number, reserve_balance: 1e6 };
    expect(await refused(() => world.api.issueIdentifiers({ params: of(world), body }))).toEqual(expected);
  });
  test('in a request to delete identifiers', async () => {
    const body = { amount: amount as number };
    expect(await refused(() => world.api.burnIdentifiers({ params: of(world), body }))).toEqual(expected);
  });
});

test.each(['1', 'NaN', 'Infinity', '1e3', '', true, [], {}])(
  'an amount that is no number: %j',
  async (amount) => {
    const [status, reason, text] = await refused(() => pay({ amount }));
    expect([status, reason]).toEqual([400, 'invalid']);
    expect(text).toMatch(/^amount: expected number/);
  },
);

test.each([
  [0.0000001, 'TRANSFER-08'],
  [1.005, 'TRANSFER-08'],
  [0.01, undefined],
  [99.99, undefined],
  [100, undefined],
] as const)('an amount of %d is served', async (amount, rule) => {
  const { guid } = await pay({ amount });
  expect(world.findings().map((text) => text.slice(0, 11))).toEqual(rule ? [rule] : []);
  const read = await world.api.getPayment({ params: { ...of(world), payment_guid: guid } });
  expect(read.amount).toBe(amount);
});

describe.each(['sender_id', 'receiver_id'] as const)('%s', (member) => {
  test.each([
    [undefined, 'invalid UUID length: 0'],
    ['', 'invalid UUID length: 0'],
    ['abc', 'invalid UUID length: 3'],
    [`${unknown}0`, 'invalid UUID length: 37'],
    ['x'.repeat(36), 'invalid UUID format'],
    ['00000000-0000-4000-8000_000000000000', 'invalid UUID format'],
    [unknown, `${member.replace('_id', '')} account not found`],
  ])('%s', async (guid, text) => {
    const [status, , given] = await refused(() => pay({ [member]: guid }));
    expect([status, given]).toEqual([400, text]);
  });
});

test('a body without anything is the documented error', async () => {
  const empty = () => world.api.createPayment({ params: of(world), body: {} });
  expect(await refused(empty)).toEqual([400, 'invalid', 'invalid UUID length: 0']);
});

test('guids in capitals are the same guids', async () => {
  await pay({ sender_id: one.guid.toUpperCase(), receiver_id: two.guid.toUpperCase() });
  const account_guid = one.guid.toUpperCase();
  expect(await world.api.getAccount({ params: { ...of(world), account_guid } })).toMatchObject({
    guid: one.guid,
  });
});

test.each([undefined, '', 'abc', unknown])('confirming %j', async (guid) => {
  const [status, , text] = await refused(() =>
    world.api.confirmPayment({ params: of(world), body: { guid } }),
  );
  const expected = guid === unknown ? 'payment not found' : `invalid UUID length: ${guid?.length ?? 0}`;
  expect([status, text]).toEqual([400, expected]);
});

describe('guids in the path', () => {
  test.each(['abc', unknown])('%s', async (guid) => {
    const { api } = world;
    const account = () => api.getAccount({ params: { ...of(world), account_guid: guid } });
    const payment = () => api.getPayment({ params: { ...of(world), payment_guid: guid } });
    const accounts = () => api.getCustomerAccounts({ params: { ...of(world), customer_guid: guid } });
    expect(await refused(account)).toEqual([400, 'state', 'account not found']);
    expect(await refused(payment)).toEqual([400, 'state', 'payment not found']);
    expect(await refused(accounts)).toEqual([400, 'state', 'customer not found']);
  });

  test("another bank's", async () => {
    const other = await addBank(world, 'bank2');
    const params = of(other);
    const foreign = () => other.api.getAccount({ params: { ...params, account_guid: one.guid } });
    const customer = () =>
      other.api.getCustomerAccounts({ params: { ...params, customer_guid: one.customer_guid } });
    const { guid } = await pay({});
    const payment = () => other.api.getPayment({ params: { ...params, payment_guid: guid } });
    const sender = () =>
      other.api.createPayment({ params, body: { sender_id: one.guid, receiver_id: two.guid, amount: 1 } });
    expect(await refused(foreign)).toEqual([400, 'state', 'account not found']);
    expect(await refused(customer)).toEqual([400, 'state', 'customer not found']);
    expect(await refused(payment)).toEqual([400, 'state', 'payment not found']);
    expect(await refused(sender)).toEqual([400, 'state', 'sender account not found']);
    const confirm = () => other.api.confirmPayment({ params, body: { guid } });
    expect(await refused(confirm)).toEqual([400, 'state', 'payment not found']);
  });
});

test.each([
  { limit: 0 },
  { limit: 1001 },
  { limit: 'ten' },
  { offset: -1 },
  { offset: 1.5 },
  { order: 'newest' },
])('a list with %j', async (query) => {
  const call = () => world.api.listPayments({ params: of(world), query: query as object });
  const [status, reason, text] = await refused(call);
  expect([status, reason]).toEqual([400, 'invalid']);
  expect(text).toMatch(new RegExp(`^${Object.keys(query)[0]}: `));
});

test.each([
  ['min_amount', 'abc'],
  ['min_created_at', 'yesterday'],
  ['guids', 'abc'],
  ['sender_ids', 'abc'],
])('a filter %s=%s', async (name, value) => {
  const [status, , text] = await refused(() =>
    world.api.listPayments({ params: of(world), query: { [name]: value } }),
  );
  expect(status).toBe(400);
  expect(text).toContain(name);
});
