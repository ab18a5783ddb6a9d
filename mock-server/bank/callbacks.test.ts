import { beforeEach, describe, expect, test } from 'vitest';
import { TransportError } from '../../contract/wire/transport.js';
import { allCollections } from '../domain/collections.js';
import type { Store } from '../domain/store.js';
import { answers, hangs, unreachable } from '../fake-bank.testing.js';
import { createMemoryStore } from '../store/memory.js';
import {
  addBank,
  createWorld,
  customer,
  draft,
  fundedCustomer,
  settled,
  transfer,
  type World,
} from '../world.testing.js';

/** Callbacks about changed balances (CB). */

let world: World;
let one: { guid: string };
let two: { guid: string };
beforeEach(async () => {
  world = await createWorld();
  one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  two = await customer(world, 'two@bank1.test');
  await done();
  world.bank.asked.length = 0;
});

const done = () => world.domain.deliveries.settle();
const seconds = (forward_s: number) => world.control.moveClock({ body: { forward_s } });
const sent = () =>
  world.bank.asked.filter(({ method }) => method === 'POST').map(({ url, body }) => ({ url, body }));
const stateOf = async (transaction_id: string) =>
  (await world.control.listDeliveries({ query: { transaction_id } })).deliveries.map(
    ({ kind, status, attempts, next_due }) => ({ kind, status, attempts: attempts.length, next_due }),
  );

test('one of an internal transfer, as documented', async () => {
  const guid = await transfer(world, one.guid, two.guid, 1);
  await done();
  expect(sent()).toEqual([
    { url: 'http://bank1.test/api/dcm/notify/transfer', body: { transaction_id: guid } },
  ]);
  expect(world.bank.asked.at(-1)?.headers).toEqual({
    accept: 'application/json',
    'content-type': 'application/json',
  });
  expect(await stateOf(guid)).toEqual([{ kind: 'transfer', status: 'delivered', attempts: 1, next_due: '' }]);
});

test('one to each bank of an external transfer', async () => {
  const other = await addBank(world, 'bank2');
  const three = await customer(other, 'three@bank2.test');
  const guid = await transfer(world, one.guid, three.guid, 1, other.guid);
  await done();
  const byUrl = sent().sort((a, b) => a.url.localeCompare(b.url));
  expect(byUrl).toEqual([
    { url: 'http://bank1.test/api/dcm/notify/pay-out', body: { transaction_id: guid } },
    { url: 'http://bank2.test/api/dcm/notify/pay-in', body: { transaction_id: guid } },
  ]);
});

test('after the posting: the transfer can be read as confirmed', async () => {
  let status = '';
  world.bank.answers.transfer = async ({ body }) => {
    const { transaction_id } = body as { transaction_id: string };
    const params = { counterparty_guid: world.guid, payment_guid: transaction_id };
    ({ status } = await world.api.getPayment({ params }));
    return {};
  };
  await transfer(world, one.guid, two.guid, 1);
  await done();
  expect(status).toBe('CONFIRMED');
});

test('the confirmation does not wait for them', async () => {
  world.bank.answers.transfer = hangs;
  const guid = await transfer(world, one.guid, two.guid, 1);
  expect(await stateOf(guid)).toMatchObject([{ status: 'pending', attempts: 0 }]);
  world.time.pass(5000);
  await done();
  expect(await stateOf(guid)).toMatchObject([{ status: 'pending', attempts: 1 }]);
});

test('none of drafts, refused transfers and identifiers', async () => {
  await draft(world, one.guid, two.guid, 1);
  const { guid } = await draft(world, one.guid, two.guid, 2);
  world.bank.answers.key = answers(401);
  const params = { counterparty_guid: world.guid };
  await world.api.confirmPayment({ params, body: { guid } }).catch(() => {});
  await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 5 } });
  await done();
  expect(sent()).toEqual([]);
});

test('below the registered callback URL, and none without one', async () => {
  const callback_url = 'http://elsewhere.test/base/';
  await world.control.updateRegistered({ params: { guid: world.guid }, body: { callback_url } });
  const other = await addBank(world, 'bank2', { callback_url: undefined as never });
  const three = await customer(other, 'three@bank2.test');
  await transfer(world, one.guid, three.guid, 1, other.guid);
  await done();
  expect(sent().map(({ url }) => url)).toEqual(['http://elsewhere.test/base/api/dcm/notify/pay-out']);
});

describe('a callback that is not answered with 200', () => {
  test.each([
    ['404', answers(404)],
    ['201', answers(201)],
    ['401', answers(401)],
    ['500', answers(500)],
    ['nothing', unreachable],
  ])('%s is tried again after 1, 2, 4, 8, 16 ledger seconds, then given up', async (_name, answer) => {
    world.bank.answers.transfer = answer;
    const guid = await transfer(world, one.guid, two.guid, 1);
    await done();
    for (const [index, wait] of [1, 2, 4, 8, 16].entries()) {
      expect(sent()).toHaveLength(index + 1);
      await seconds(wait - 0.001);
      expect(sent()).toHaveLength(index + 1);
      await seconds(0.001);
    }
    expect(sent()).toHaveLength(6);
    expect(await stateOf(guid)).toEqual([
      { kind: 'transfer', status: 'given-up', attempts: 6, next_due: '' },
    ]);
    await seconds(1000);
    expect(sent()).toHaveLength(6);
    const { findings } = await world.control.listFindings({});
    expect(findings).toMatchObject([{ rule: 'CALLBACK-01', count: 6 }]);
  });

  test('is delivered when the bank recovers', async () => {
    world.bank.answers.transfer = answers(503);
    const guid = await transfer(world, one.guid, two.guid, 1);
    await done();
    world.bank.answers = {};
    await seconds(1);
    expect(await stateOf(guid)).toMatchObject([{ status: 'delivered', attempts: 2 }]);
    await seconds(100);
    expect(sent()).toHaveLength(2);
  });

  test('is tried again in real time too', async () => {
    world.bank.answers.transfer = answers(503);
    await transfer(world, one.guid, two.guid, 1);
    await done();
    world.time.pass(999);
    await done();
    expect(sent()).toHaveLength(1);
    world.time.pass(1);
    await done();
    expect(sent()).toHaveLength(2);
  });

  test('has callback_timeout_ms to be answered', async () => {
    await world.control.updateProfile({ body: { callback_timeout_ms: 250, callback_retry_s: [60] } });
    world.bank.answers.transfer = hangs;
    const guid = await transfer(world, one.guid, two.guid, 1);
    while (sent().length === 0) await settled();
    const begun = await world.control.listDeliveries({ query: { transaction_id: guid } });
    expect(begun.deliveries).toMatchObject([{ under_way_since: expect.stringMatching(/Z$/), attempts: [] }]);
    world.time.pass(250);
    await done();
    const { deliveries } = await world.control.listDeliveries({ query: { transaction_id: guid } });
    expect(deliveries[0]?.under_way_since).toBe('');
    expect(deliveries[0]?.attempts).toMatchObject([{ status: 0, error: 'no answer within 250 ms' }]);
    world.bank.answers.transfer = answers(500);
    await seconds(60);
    expect(await stateOf(guid)).toMatchObject([{ status: 'given-up', attempts: 2 }]);
  });
});

test('never twice at once, however often what is due is looked for', async () => {
  let under = 0;
  let most = 0;
  world.bank.answers.transfer = async () => {
    under += 1;
    most = Math.max(most, under);
    for (let turn = 0; turn < 5; turn++) await settled();
    under -= 1;
    return {};
  };
  await transfer(world, one.guid, two.guid, 1);
  const kicks = Array.from({ length: 20 }, async (_, index) => {
    for (let turn = 0; turn < index; turn++) await Promise.resolve();
    world.domain.deliveries.kick();
    if (index % 3 === 0) await settled();
    world.domain.deliveries.kick();
  });
  await Promise.all(kicks);
  await done();
  expect([most, sent().length]).toEqual([1, 1]);
});

test('not again when a list of what is due was read before the last answer', async () => {
  const memory = createMemoryStore(allCollections);
  let gate: Promise<void> | undefined;
  const store: Store = {
    ...memory,
    async read(work) {
      const wait = gate;
      const result = await memory.read(work);
      await wait;
      return result;
    },
  };
  const slow = await createWorld({ store });
  await slow.control.grantIdentifiers({ params: { guid: slow.guid }, body: { amount: 5 } });
  let answer = () => {};
  slow.bank.answers.transfer = () =>
    new Promise((resolve) => {
      answer = () => resolve({});
    });
  await transfer(slow, slow.emission, slow.processing, 1);
  while (slow.bank.of('transfer').length === 0) await settled();
  let goOn = () => {};
  gate = new Promise((resolve) => {
    goOn = resolve;
  });
  slow.domain.deliveries.kick();
  gate = undefined;
  answer();
  for (let turn = 0; turn < 5; turn++) await settled();
  goOn();
  for (let turn = 0; turn < 5; turn++) await settled();
  expect(slow.bank.of('transfer')).toHaveLength(1);
  await slow.domain.deliveries.settle();
});

test('a slow bank does not hold up the callbacks of another one', async () => {
  const other = await addBank(world, 'bank2');
  const three = await customer(other, 'three@bank2.test');
  world.bank.answers['pay-in'] = hangs;
  const guid = await transfer(world, one.guid, three.guid, 1, other.guid);
  while (sent().length < 2) await settled();
  for (let turn = 0; turn < 20; turn++) await settled();
  expect(await stateOf(guid)).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ kind: 'pay-out', status: 'delivered' })]),
  );
  world.time.pass(5000);
  await done();
});

test.each(['EMFILE', 'EADDRNOTAVAIL'])(
  '%s is no attempt, and no finding: it is sent when that has passed',
  async (code) => {
    const before = (await world.control.listFindings({ query: {} })).findings;
    world.bank.answers.transfer = () => {
      throw new TransportError(`connect ${code}`, code);
    };
    const guid = await transfer(world, one.guid, two.guid, 1);
    await done();
    expect(await stateOf(guid)).toMatchObject([{ status: 'pending', attempts: 0 }]);
    expect((await world.control.listFindings({ query: {} })).findings).toEqual(before);
    expect(world.faults.splice(0)).toMatchObject([{ code }]);
    world.bank.answers.transfer = answers(200);
    world.time.pass(1000);
    await done();
    expect(await stateOf(guid)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
  },
);

test('a reverse call that this machine could not send is not held against the bank', async () => {
  const before = (await world.control.listFindings({ query: {} })).findings;
  world.bank.answers.key = () => {
    throw new TransportError('connect EMFILE', 'EMFILE');
  };
  await expect(transfer(world, one.guid, two.guid, 1)).rejects.toMatchObject({ status: 500 });
  expect((await world.control.listFindings({ query: {} })).findings).toEqual(before);
  expect(world.faults.splice(0)).toMatchObject([{ code: 'EMFILE' }]);
});

test('many that are due together go a few at a time', async () => {
  await world.control.updateProfile({ body: { callback_retry_s: [60] } });
  world.bank.answers.transfer = answers(500);
  for (let count = 0; count < 20; count++) await transfer(world, one.guid, two.guid, 1);
  await done();
  let under = 0;
  let most = 0;
  world.bank.answers.transfer = async () => {
    under += 1;
    most = Math.max(most, under);
    for (let turn = 0; turn < 3; turn++) await settled();
    under -= 1;
    return {};
  };
  world.time.pass(60_000);
  await done();
  expect(most).toBeGreaterThan(1);
  expect(most).toBeLessThanOrEqual(8);
});
