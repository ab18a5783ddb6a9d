import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { createCall } from '../domain/call.js';
import { balanceOf, createWorld, employeeEmail, of, transfer, type World } from '../world.testing.js';

/** The life of requests to create and delete identifiers. */

const admin = 'dcm-admin@dcm.example';
let world: World;
beforeEach(async () => {
  world = await createWorld();
});

/** A moment later, so that the newest request is the newest by its date. */
const request =
  (operation: 'issueIdentifiers' | 'burnIdentifiers') => (amount: number, reserve_balance?: number) => {
    world.time.pass(1);
    return world.api[operation]({ params: of(world), body: { amount, reserve_balance } });
  };
const issue = request('issueIdentifiers');
const burn = request('burnIdentifiers');
const history = async (query: object = {}) =>
  (await world.api.listEmissionHistory({ params: of(world), query })).history;
const newest = async () => {
  const [row] = await history({ limit: 1 });
  if (!row) throw new Error('no request');
  return row;
};
const confirm = async () =>
  world.control.confirmRequest({ params: { guid: (await newest()).guid }, body: {} });
const cancel = async () => world.control.cancelRequest({ params: { guid: (await newest()).guid }, body: {} });
const issued = async (amount: number, reserve?: number) => {
  await issue(amount, reserve);
  await confirm();
};
const held = () => balanceOf(world, world.emission);
const opened = [400, 'state', 'another request is not finished yet'];

test('a request waits for the officer, then the identifiers arrive', async () => {
  expect(await issue(1000.5, 5000)).toEqual({});
  expect(await newest()).toMatchObject({
    status: 'created',
    direction: 'issue',
    requested_amount: 1000.5,
    reserve_balance_amount: 5000,
    created_by: employeeEmail,
    issuer_payment_guid: '',
    emission_payment_hash: '',
  });
  expect(await held()).toBe(0);
  expect(await confirm()).toMatchObject({
    status: 'confirmed',
    created_by: employeeEmail,
    updated_by: admin,
  });
  expect(await held()).toBe(1000.5);
});

test('a deletion takes them away again', async () => {
  await issued(1000);
  await burn(400);
  expect(await held()).toBe(1000);
  expect(await confirm()).toMatchObject({ status: 'confirmed', direction: 'burn', requested_amount: 400 });
  expect(await held()).toBe(600);
  expect(await world.control.getInvariant({})).toMatchObject({ created: 1000, deleted: 400, balances: 600 });
});

test.each(['issue', 'burn'] as const)(
  'while a request to %s is open, others are refused',
  async (direction) => {
    await issued(100);
    await (direction === 'issue' ? issue(1) : burn(1));
    expect(await refusalOf(issue(1))).toEqual(opened);
    expect(await refusalOf(burn(1))).toEqual(opened);
    const grant = world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 1 } });
    expect(await refusalOf(grant)).toEqual(opened);
    await cancel();
    await issue(1);
  },
);

test('of requests at the same time one is taken', async () => {
  const outcomes = await Promise.allSettled([issue(1), issue(2), issue(3)]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await history()).toHaveLength(1);
});

test('a request ends once', async () => {
  await issue(10);
  const { guid } = await newest();
  const outcomes = await Promise.allSettled(
    Array.from({ length: 3 }, () => world.control.confirmRequest({ params: { guid }, body: {} })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await refusalOf(confirm())).toEqual([400, 'state', 'request is already confirmed']);
  expect(await refusalOf(cancel())).toEqual([400, 'state', 'request is already confirmed']);
  await issue(10);
  await cancel();
  expect(await refusalOf(confirm())).toEqual([400, 'state', 'request is already cancelled']);
  expect(await held()).toBe(10);
});

test('a request that is cancelled while its confirmation is being signed stays cancelled', async () => {
  await issue(10);
  const { guid } = await newest();
  const { identifierRequests: emissions } = world.domain;
  const outcomes = await Promise.allSettled([
    emissions.confirm(createCall(0, false), guid),
    emissions.cancel(createCall(0, false), guid),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(await newest()).toMatchObject({ status: 'cancelled', emission_payment_guid: '' });
  expect(await held()).toBe(0);
});

test('more than the identification entity holds cannot be deleted', async () => {
  await issued(100);
  expect(await refusalOf(burn(100.01))).toEqual([400, 'state', 'insufficient balance']);
  await transfer(world, world.emission, world.processing, 60);
  expect(await refusalOf(burn(50))).toEqual([400, 'state', 'insufficient balance']);
  await burn(40);
  await transfer(world, world.emission, world.processing, 1);
  expect(await refusalOf(confirm())).toEqual([400, 'state', 'insufficient balance']);
  expect(await newest()).toMatchObject({ status: 'created' });
});

test('the seed kept for a deletion is forgotten when it ends', async () => {
  await issued(100);
  const authorization = () =>
    (world.rows().emissions as { direction: string; authorization: string }[]).find(
      (row) => row.direction === 'burn',
    )?.authorization;
  await burn(10);
  expect(authorization()).toMatch(/^v1\./);
  await cancel();
  expect(authorization()).toBe('');
});

test('before plan step 10 there is nothing to request', async () => {
  const bare = await world.control.registerCounterparty({ body: { name: 'bare', alias: 'bare' } });
  const call = world.control.grantIdentifiers({ params: { guid: bare.guid }, body: { amount: 1 } });
  expect(await refusalOf(call)).toEqual([400, 'state', 'identification entity not found']);
});
