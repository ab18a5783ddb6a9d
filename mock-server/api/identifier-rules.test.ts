import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { createStellar } from '../stellar/index.js';
import { balanceOf, createWorld, employeeEmail, of, type World } from '../world.testing.js';

/** The reserve condition, automatic confirmation, and the payments behind a confirmed request. */

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

describe('the reserve condition', () => {
  const refused = [400, 'state', 'reserve account balance is insufficient'];

  test('creation: R >= created - deleted + X', async () => {
    await issued(600, 1000);
    expect(await refusalOf(issue(400.01, 1000))).toEqual(refused);
    await issue(400, 1000);
    await cancel();
    await burn(100, 1000);
    await confirm();
    expect(await refusalOf(issue(500.01, 1000))).toEqual(refused);
    await issue(500, 1000);
  });

  test('deletion: R >= created - deleted - Y', async () => {
    await issued(600, 600);
    expect(await refusalOf(burn(100, 499.99))).toEqual(refused);
    await burn(100, 500);
  });

  test('the declared reserve stays in force; a refused declaration does not', async () => {
    await issued(600, 1000);
    expect(await refusalOf(issue(401))).toEqual(refused);
    expect(await refusalOf(issue(1, 100))).toEqual(refused);
    await issue(400);
    expect((await newest()).balance.reserve_balance_amount).toBe(1000);
  });

  test('lenient: skipped with a finding until a reserve is declared', async () => {
    await issue(1e9);
    expect(world.findings()).toEqual([
      'EMISSION-03 no reserve_balance declared so far: the reserve condition is skipped',
    ]);
    await cancel();
    expect(await refusalOf(issue(1e9, 0))).toEqual(refused);
  });

  test('strict: not declared is not met', async () => {
    await world.control.updateProfile({ body: { reserve: 'strict' } });
    expect(await refusalOf(issue(1))).toEqual(refused);
    await issue(1, 1);
  });
});

describe('automatic confirmation', () => {
  test.each([
    ['auto_issue', 'auto_burn'],
    ['auto_burn', 'auto_issue'],
  ] as const)('%s concerns its own direction only', async (on, off) => {
    await issued(100);
    await world.control.updateRegistered({
      params: { guid: world.guid },
      body: { [on]: true, [off]: false },
    });
    await (on === 'auto_issue' ? issue(10) : burn(10));
    expect(await newest()).toMatchObject({ status: 'confirmed', updated_by: employeeEmail });
    expect(await held()).toBe(on === 'auto_issue' ? 110 : 90);
    await (on === 'auto_issue' ? burn(10) : issue(10));
    expect(await newest()).toMatchObject({ status: 'created' });
  });
});

test.each(['issue', 'burn'] as const)('the two payments of a request to %s', async (direction) => {
  await issued(100);
  if (direction === 'burn') {
    await burn(30);
    await confirm();
  }
  const row = await newest();
  const stellar = createStellar({ networkPassphrase: 'Test SDF Network ; September 2015' });
  const legOf = async (hash: string) => {
    const { envelope_xdr, payment_guid } = await world.control.getTransaction({ params: { hash } });
    const { source, payment, paymentGuid, hash: computed } = await stellar.read(envelope_xdr);
    expect([paymentGuid, computed]).toEqual([payment_guid, hash]);
    expect(await stellar.signers(envelope_xdr, [source])).toEqual({ signed: [source], surplus: 0 });
    return { payment_guid, source, destination: payment?.destination, amount: payment?.amount };
  };
  const issuer = await legOf(row.issuer_payment_hash);
  const emission = await legOf(row.emission_payment_hash);
  expect([issuer.payment_guid, emission.payment_guid]).toEqual([
    row.issuer_payment_guid,
    row.emission_payment_guid,
  ]);
  const root = (await world.keys.root()).address;
  const { entities } = await world.control.listEntities({ params: { guid: world.guid } });
  const entity = entities.find(({ guid }) => guid === world.emission)?.stellar_address;
  const way = [issuer.source, issuer.destination, emission.source, emission.destination];
  expect(way).toEqual(
    direction === 'issue' ? [world.issuer, root, root, entity] : [root, world.issuer, entity, root],
  );
  const amount = direction === 'issue' ? 1_000_000_000n : 300_000_000n;
  expect([issuer.amount, emission.amount]).toEqual([amount, amount]);
  const params = { ...of(world), payment_guid: row.emission_payment_guid };
  expect(await world.api.getPayment({ params, query: { with_stellar_info: 'true' } })).toMatchObject({
    status: 'CONFIRMED',
    stellar_info: { hash: row.emission_payment_hash },
    sender_account_account_kind: direction === 'issue' ? 'root' : 'emission',
    receiver_account_account_kind: direction === 'issue' ? 'emission' : 'root',
  });
  const unreadable = world.api.getPayment({ params: { ...params, payment_guid: row.issuer_payment_guid } });
  expect(await refusalOf(unreadable)).toEqual([400, 'state', 'payment not found']);
});
