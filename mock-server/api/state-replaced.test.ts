import { describe, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { createWorld, draft, fundedCustomer, of, register, settled, type World } from '../world.testing.js';

/** What waits for a bank, or is held, while the state is replaced does nothing afterwards. */

interface Prepared extends World {
  readonly branch: string;
  readonly customerGuid: string;
  readonly own: string;
  readonly ofBranch: string;
  readonly second: string;
}

async function prepare(): Promise<Prepared> {
  const world = await createWorld();
  const { guid: branch } = await world.api.createBranch({ params: of(world), body: { name: 'North' } });
  const one = await fundedCustomer(world, world, 'one', 100);
  const two = await fundedCustomer(world, world, 'two', 100);
  await world.api.updateCustomer({
    params: { ...of(world), customer_guid: two.customer_guid },
    body: { branch_guid: branch },
  });
  await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 50 } });
  const own = (await draft(world, one.guid, world.processing, 1)).guid;
  const ofBranch = (await draft(world, two.guid, world.processing, 1)).guid;
  const { guid: second } = await register(world, 'bank2');
  await world.domain.deliveries.settle();
  world.bank.asked.length = 0;
  return { ...world, branch, customerGuid: one.customer_guid, own, ofBranch, second };
}

/** Every operation at which DCM asks the bank. */
const asking: Readonly<Record<string, (world: Prepared) => Promise<unknown>>> = {
  createCustomer: (x) =>
    x.api.createCustomer({
      params: of(x),
      body: { login: 'new', asset_code: 'UAH', asset_issuer: x.issuer },
    }),
  createCustomerAccount: (x) =>
    x.api.createCustomerAccount({
      params: { ...of(x), customer_guid: x.customerGuid },
      body: { asset_code: 'UAH', asset_issuer: x.issuer },
    }),
  createAccount: (x) => x.api.createAccount({ params: of(x), body: {} }),
  createBranchAccount: (x) =>
    x.api.createBranchAccount({ params: { ...of(x), branch_guid: x.branch }, body: {} }),
  issueIdentifiers: (x) =>
    x.api.issueIdentifiers({ params: of(x), body: { amount: 5, asset_code: 'UAH', asset_issuer: x.issuer } }),
  burnIdentifiers: (x) =>
    x.api.burnIdentifiers({ params: of(x), body: { amount: 5, asset_code: 'UAH', asset_issuer: x.issuer } }),
  confirmPayment: (x) => x.api.confirmPayment({ params: of(x), body: { guid: x.own } }),
  confirmBranchPayment: (x) =>
    x.api.confirmBranchPayment({ params: { ...of(x), branch_guid: x.branch }, body: { guid: x.ofBranch } }),
  createEntities: (x) => x.control.createEntities({ params: { guid: x.second }, body: {} }),
};

/** Ways to replace the state; the second keeps every row that the operation has looked at. */
const replacing: Readonly<Record<string, (world: Prepared) => Promise<() => Promise<unknown>>>> = {
  reset: async (x) => () => x.control.reset({ body: {} }),
  'restored snapshot': async (x) => {
    await x.control.takeSnapshot({ body: { name: 'before' } });
    return () => x.control.restoreSnapshot({ body: { name: 'before' } });
  },
};

const cases = Object.keys(asking).flatMap((id) => Object.keys(replacing).map((way) => [id, way] as const));

describe('asked before, answered after', () => {
  test.each(cases)('%s does nothing after a %s', async (id, way) => {
    const world = await prepare();
    const replace = (await replacing[way]?.(world)) ?? (async () => {});
    let answer = () => {};
    const gate = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const later = (body: (obj: string) => object) => async (asked: { claims: { obj: string } }) => {
      await gate;
      return { body: body(asked.claims.obj) };
    };
    world.bank.answers = {
      user_auth: later((obj) => ({ external_id: `ext-${obj}`, key: `secret-of-ext-${obj}` })),
      external_id: later((obj) => ({ external_id: obj })),
      key: later((obj) => ({ key: `secret-of-${obj}` })),
    };
    const outcome = refusalOf(asking[id]?.(world) ?? Promise.resolve());
    while (world.bank.asked.length === 0) await settled();
    await replace();
    const after = world.rows();
    answer();
    expect((await outcome).slice(0, 2)).toEqual([409, 'state']);
    await settled();
    expect(world.rows()).toEqual(after);
    expect(await world.domain.invariant()).toMatchObject({ holds: true });
  });
});

test('an operation that was held by a fault when the state was reset does nothing', async () => {
  const world = await prepare();
  await world.control.addFault({ body: { kind: 'hold', operation: 'createBranch', times: 1, ms: 60_000 } });
  const outcome = refusalOf(world.api.createBranch({ params: of(world), body: { name: 'Late' } }));
  await world.control.awaitHeld({ body: { timeout_ms: 0 } });
  while ((await world.control.awaitHeld({ body: { timeout_ms: 0 } })).held === 0) await settled();
  await world.control.reset({ body: {} });
  const after = world.rows();
  await world.control.releaseHeld({ body: {} });
  expect((await outcome).slice(0, 2)).toEqual([409, 'state']);
  expect(world.rows()).toEqual(after);
});
