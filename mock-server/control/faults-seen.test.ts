import { beforeEach, describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { mostShown } from '../domain/faults.js';
import { createWorld, draft, fund, of, type World } from '../world.testing.js';

/** What faults did, and how one of them is removed. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

type Order = Parameters<World['control']['addFault']>[0]['body'];
const order = (body: Order) => world.control.addFault({ body });
const list = () => world.control.listFaults({});
const accounts = () => world.api.listAccounts({ params: of(world) });
const seqs = (operation: string) => world.journal.search({ operation }, 1000).map(({ seq }) => seq);

describe('what a fault did', () => {
  test('is named by the requests that it hit, while it waits and when it is over', async () => {
    await order({ kind: 'answer', operation: 'listAccounts', times: 2 });
    await refusalOf(accounts());
    const [first = 0] = seqs('listAccounts');
    expect((await list()).faults).toMatchObject([{ times: 1, happened: 1, hits: [first] }]);
    expect((await list()).ended).toEqual([]);
    await refusalOf(accounts());
    await accounts();
    const [, second = 0] = seqs('listAccounts');
    expect(await list()).toMatchObject({
      faults: [],
      ended: [{ times: 0, happened: 2, hits: [first, second], ended: 'used-up' }],
      held: 0,
    });
  });

  test('is shown for every kind that happens outside of the response', async () => {
    await fund(world, world, 100);
    await order({ kind: 'no-keys' });
    await order({ kind: 'secret-changed' });
    await world.anybody.getDcmJwks({});
    const { guid } = await draft(world, world.processing, world.emission, 1);
    await refusalOf(world.api.confirmPayment({ params: of(world), body: { guid } }));
    expect((await list()).ended).toMatchObject([
      { kind: 'secret-changed', hits: [seqs('confirmPayment').at(-1)] },
      { kind: 'no-keys', hits: seqs('getDcmJwks') },
    ]);
  });

  test('of a lost callback is the request that caused it', async () => {
    await order({ kind: 'lose-callback' });
    await fund(world, world, 100);
    await world.domain.deliveries.settle();
    expect((await list()).ended).toMatchObject([{ kind: 'lose-callback', hits: seqs('confirmPayment') }]);
  });

  test('is bounded: the newest requests, and the newest faults', async () => {
    await order({ kind: 'answer', times: mostShown.hits + 3 });
    for (let count = 0; count < mostShown.hits + 2; count++) await refusalOf(accounts());
    const [fault] = (await list()).faults;
    expect([fault?.happened, fault?.hits.length]).toEqual([mostShown.hits + 2, mostShown.hits]);
    expect(fault?.hits.at(-1)).toBe(seqs('listAccounts').at(-1));
    for (let count = 0; count < mostShown.ended + 1; count++) {
      await order({ kind: 'answer' });
      await refusalOf(accounts());
    }
    expect((await list()).ended).toHaveLength(mostShown.ended);
  });

  test('is forgotten by a reset', async () => {
    await order({ kind: 'answer' });
    await refusalOf(accounts());
    await world.control.reset({ body: {} });
    expect(await list()).toEqual({ faults: [], ended: [], held: 0 });
  });
});

describe('a match on the body', () => {
  const of7 = (amount: number) => draft(world, world.processing, world.emission, amount);

  test('lets every other request pass', async () => {
    await fund(world, world, 100);
    await order({ kind: 'answer', match: { amount: 7, sender_id: world.processing.toUpperCase() } });
    await of7(8);
    await accounts();
    expect((await refusalOf(of7(7)))[0]).toBe(503);
    await of7(7);
  });

  test('of a callback is its transfer', async () => {
    await order({ kind: 'lose-callback', match: { transaction_id: world.guid } });
    await fund(world, world, 100);
    await world.domain.deliveries.settle();
    expect((await list()).faults).toMatchObject([{ happened: 0 }]);
    const { deliveries } = await world.control.listDeliveries({ query: {} });
    expect(deliveries).toMatchObject([{ status: 'delivered' }]);
  });

  test.each([
    { kind: 'no-keys', match: { a: 1 } },
    { kind: 'answer', match: { a: { b: 1 } } },
    { kind: 'answer', match: [] },
    { kind: 'answer', match: { '': 1 } },
  ])('refuses %j', async (body) => {
    expect((await raw(world.app, 'POST', '/control/v1/faults').send(body)).status).toBe(400);
    expect((await list()).faults).toEqual([]);
  });
});

describe('removing', () => {
  const remove = (guid: string) => world.control.removeFault({ params: { guid } });

  test('one leaves the others', async () => {
    const { guid } = await order({ kind: 'answer', times: 2 });
    const other = await order({ kind: 'no-keys' });
    await refusalOf(accounts());
    await remove(guid);
    await accounts();
    expect(await list()).toMatchObject({
      faults: [{ guid: other.guid }],
      ended: [{ guid, ended: 'removed', happened: 1, times: 1 }],
    });
    expect(await refusalOf(remove(guid))).toEqual([400, 'state', 'fault not found']);
  });

  test('one that never happened leaves no trace', async () => {
    await remove((await order({ kind: 'answer' })).guid);
    expect(await list()).toEqual({ faults: [], ended: [], held: 0 });
  });
});

test('those that are held are counted until they are released', async () => {
  await order({ kind: 'hold' });
  const waiting = accounts();
  await world.control.awaitHeld({ body: {} });
  expect((await list()).held).toBe(1);
  await world.control.releaseHeld({ body: {} });
  await waiting;
  expect((await list()).held).toBe(0);
});
