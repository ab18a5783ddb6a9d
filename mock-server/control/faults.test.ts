import { beforeEach, describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { addresses, bodyOf, multisigned } from '../multisignature.testing.js';
import {
  balanceOf,
  confirm,
  createWorld,
  customer,
  draft,
  fundedCustomer,
  of,
  settled,
  type World,
} from '../world.testing.js';

/** Faults by order: each happens as often as ordered, where it fits, and is gone then. */

let world: World;
let one: { guid: string };
beforeEach(async () => {
  world = await createWorld();
  one = await fundedCustomer(world, world, 'one', 100);
});

const order = (body: Parameters<World['control']['addFault']>[0]['body']) => world.control.addFault({ body });
const left = async () => (await world.control.listFaults({})).faults.map(({ kind, times }) => [kind, times]);
const accounts = () => world.api.listAccounts({ params: of(world) });
const toProcessing = async () => (await draft(world, one.guid, world.processing, 10)).guid;
const read = (payment_guid: string) => world.api.getPayment({ params: { ...of(world), payment_guid } });

describe('the list', () => {
  test('shows what is still to happen, oldest first', async () => {
    const fault = await order({ kind: 'answer' });
    const { guid } = fault;
    expect(fault).toEqual({ guid, kind: 'answer', ms: 1000, status: 503, times: 1, happened: 0, hits: [] });
    await order({ kind: 'delay', times: 3 });
    expect(await left()).toEqual([
      ['answer', 1],
      ['delay', 3],
    ]);
    await world.control.clearFaults({});
    expect(await left()).toEqual([]);
    await accounts();
  });

  test('is emptied by a reset', async () => {
    await order({ kind: 'answer' });
    await world.control.reset({ body: {} });
    expect(await left()).toEqual([]);
  });

  test.each([
    { kind: 'unknown' },
    { kind: 'answer', status: 200 },
    { kind: 'delay', ms: 0 },
    { kind: 'delay', times: 0 },
    { kind: 'answer', operation: 'getPaymnet' },
    { kind: 'answer', operation: 'addFault' },
  ])('refuses %j', async (body) => {
    expect((await raw(world.app, 'POST', '/control/v1/faults').send(body)).status).toBe(400);
    expect(await left()).toEqual([]);
  });
});

describe('answer', () => {
  test('comes instead of the operation, as often as ordered', async () => {
    const before = world.rows();
    await order({ kind: 'answer', times: 2 });
    for (let time = 0; time < 2; time++) {
      expect(await refusalOf(customer(world, 'two'))).toEqual([
        503,
        'state',
        'fault ordered through the control API',
      ]);
    }
    expect(world.rows()).toEqual(before);
    expect(world.bank.asked).toEqual([]);
    await customer(world, 'two');
    expect(await left()).toEqual([]);
  });

  test('waits for its operation', async () => {
    await order({ kind: 'answer', operation: 'listAccounts', status: 404 });
    await customer(world, 'two');
    await world.control.listRegistered({});
    expect((await refusalOf(accounts()))[0]).toBe(404);
    await accounts();
  });

  test('comes before the bank is asked under reverse_check: all', async () => {
    await world.control.updateProfile({ body: { reverse_check: 'all' } });
    await order({ kind: 'answer' });
    expect((await refusalOf(toProcessing()))[0]).toBe(503);
    expect(world.bank.asked).toEqual([]);
  });

  test('is not used up by who may not call', async () => {
    await order({ kind: 'answer' });
    expect((await refusalOf(world.as('unknown').listAccounts({ params: of(world) })))[0]).toBe(401);
    expect(await left()).toEqual([['answer', 1]]);
  });
});

test('delay holds the answer up for so many milliseconds, once', async () => {
  await order({ kind: 'delay', ms: 250, operation: 'listAccounts' });
  let answered = false;
  const waiting = accounts().then(() => {
    answered = true;
  });
  while (world.time.next() === undefined) await settled();
  world.time.pass(249);
  for (let turn = 0; turn < 20; turn++) await settled();
  expect(answered).toBe(false);
  world.time.pass(1);
  await waiting;
  await accounts();
  expect(world.time.next()).toBeUndefined();
});

describe('a connection', () => {
  const balance = () => balanceOf(world, one.guid);
  const journal = async () => {
    const { entries } = await world.control.listEntries({ query: { operation: 'confirmPayment' } });
    return entries.slice(0, 1).map(({ status, error }) => [status, error]);
  };
  /** A broken connection has no status. */
  const broken = async (call: Promise<unknown>) => {
    await expect(call).rejects.toThrow(/hang up|ECONNRESET/);
  };

  test('is closed before anything is done', async () => {
    const guid = await toProcessing();
    const before = world.rows();
    await order({ kind: 'close', operation: 'confirmPayment' });
    await broken(confirm(world, guid));
    expect(world.rows()).toEqual(before);
    expect(world.bank.asked).toEqual([]);
    expect(await journal()).toEqual([
      [0, 'closed before anything was done: fault ordered through the control API'],
    ]);
    await confirm(world, guid);
  });

  test('is closed after it is done, and the journal knows both', async () => {
    const guid = await toProcessing();
    await order({ kind: 'lose-response', operation: 'confirmPayment' });
    await broken(confirm(world, guid));
    expect(await balance()).toBe(90);
    expect(await journal()).toEqual([[200, 'the response was lost: fault ordered through the control API']]);
  });

  test('brings a failure after it is done, with the time to wait', async () => {
    const guid = await toProcessing();
    await order({ kind: 'fail-response', operation: 'confirmPayment', status: 502 });
    expect((await refusalOf(confirm(world, guid)))[0]).toBe(502);
    expect(await journal()).toEqual([
      [502, 'responded so after it was done: fault ordered through the control API'],
    ]);
    expect(await balance()).toBe(90);
    for (const kind of ['answer', 'fail-response'] as const) {
      await order({ kind, status: 429, retry_after_s: 7 });
      const { status, headers } = await raw(world.app, 'GET', '/api/v1/.well-known/jwks.json');
      expect([status, headers['retry-after']]).toEqual([429, '7']);
    }
  });

  test('brings the response late, when it is done already', async () => {
    const guid = await toProcessing();
    await order({ kind: 'late-response', operation: 'confirmPayment', ms: 500 });
    const waiting = confirm(world, guid);
    while (world.time.next() === undefined) await settled();
    expect(await balance()).toBe(90);
    world.time.pass(500);
    await waiting;
  });

  test.each(['lose-response', 'fail-response', 'late-response'] as const)(
    '%s waits for an operation that is done',
    async (kind) => {
      await order({ kind, operation: 'confirmPayment' });
      expect((await refusalOf(confirm(world, 'no guid')))[0]).toBe(400);
      expect(await left()).toEqual([[kind, 1]]);
    },
  );
});

test('no-keys empties the JWKS once', async () => {
  await order({ kind: 'no-keys' });
  expect(await world.api.getDcmJwks({})).toEqual({ keys: [] });
  expect((await world.api.getDcmJwks({})).keys).toHaveLength(1);
});

test('hide-payment hides a draft from getPayment, and nothing from anything else', async () => {
  const earlier = await toProcessing();
  await confirm(world, earlier);
  const guid = await toProcessing();
  await order({ kind: 'hide-payment', times: 2, operation: 'listPayments' });
  expect((await read(earlier)).status).toBe('CONFIRMED');
  const { payments } = await world.api.listPayments({ params: of(world) });
  expect(payments.map((payment) => payment.guid)).toContain(guid);
  await accounts();
  expect(await world.control.getTransfer({ params: { guid } })).toMatchObject({ guid, status: 'CREATED' });
  for (let time = 0; time < 2; time++) {
    expect(await refusalOf(read(guid))).toEqual([400, 'state', 'payment not found']);
  }
  expect((await read(guid)).status).toBe('CREATED');
});

describe('secret-changed', () => {
  test('fails a confirmation, which may be repeated', async () => {
    const guid = await toProcessing();
    await order({ kind: 'secret-changed' });
    const before = world.rows();
    expect(await refusalOf(confirm(world, guid))).toEqual([400, 'state', 'failed to decrypt seed']);
    expect(world.rows()).toEqual(before);
    await confirm(world, guid);
  });

  test('fails a deletion of identifiers', async () => {
    await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 10 } });
    const burn = () =>
      world.api.burnIdentifiers({ params: of(world), body: { amount: 10, reserve_balance: 1000 } });
    await order({ kind: 'secret-changed' });
    expect((await refusalOf(burn()))[2]).toBe('failed to decrypt seed');
    await burn();
  });

  test('and lose-callback leave the banks alone that the mock plays', async () => {
    await order({ kind: 'secret-changed' });
    await order({ kind: 'lose-callback' });
    await world.control.addSimulatedBank({ body: { customers: 1, amount: 5 } });
    await world.domain.deliveries.settle();
    expect(await left()).toEqual([
      ['secret-changed', 1],
      ['lose-callback', 1],
    ]);
  });
});

describe('the envelope', () => {
  let guid: string;
  let usual: World['bank']['answers']['sign'];
  beforeEach(async () => {
    world = await createWorld();
    ({ guid } = await multisigned(world));
    usual = world.bank.answers.sign;
  });

  const asked = () => world.bank.of('sign').map(bodyOf);

  /** Stopped without a move, then served as ever. */
  async function stoppedOnce(text: string): Promise<void> {
    const balance = await balanceOf(world, world.processing);
    expect((await refusalOf(confirm(world, guid)))[2]).toContain(`multisignature stopped: ${text}`);
    expect(await balanceOf(world, world.processing)).toBe(balance);
    if (usual) world.bank.answers.sign = usual;
    await confirm(world, guid);
    expect(asked()).toHaveLength(2);
  }

  test('sign-malformed breaks the envelope', async () => {
    await order({ kind: 'sign-malformed' });
    world.bank.answers.sign = () => ({ status: 400 });
    await stoppedOnce('the bank answered HTTP 400');
    const [broken, whole] = asked().map(({ transaction_xdr }) => transaction_xdr);
    expect([whole?.startsWith(broken ?? '-'), broken === whole]).toEqual([true, false]);
  });

  test("sign-foreign names an address that is not the bank's", async () => {
    await order({ kind: 'sign-foreign' });
    await stoppedOnce('the bank answered HTTP 401');
    expect(asked().map(({ address }) => address)).toEqual([[world.issuer], [expect.any(String)]]);
    expect(asked()[1]?.address).not.toContain(world.issuer);
  });

  test('sign-foreign moves nothing, even when the bank signs with a key of its own', async () => {
    await order({ kind: 'sign-foreign' });
    world.bank.answers.sign = (asked) => {
      const body = { ...bodyOf(asked), address: addresses };
      return usual?.({ ...asked, body }) ?? {};
    };
    await stoppedOnce(`no valid signature of ${world.issuer}`);
  });

  test('without multisignature neither happens', async () => {
    await world.domain.counterparties.update(world.guid, { signers: [] });
    await order({ kind: 'sign-foreign' });
    await order({ kind: 'sign-malformed' });
    await confirm(world, guid);
    expect(asked()).toEqual([]);
    expect(await left()).toEqual([
      ['sign-foreign', 1],
      ['sign-malformed', 1],
    ]);
  });
});
