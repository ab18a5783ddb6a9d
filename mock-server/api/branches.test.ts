import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { createWorld, customer, fund, of, sessionOf, transfer, type World } from '../world.testing.js';

/** Branches (BR): what belongs to one, who sees it, and who does not. */

let world: World;
let north: string;
let south: string;
beforeEach(async () => {
  world = await createWorld();
  north = (await world.api.createBranch({ params: of(world), body: { name: 'North' } })).guid;
  south = (await world.api.createBranch({ params: of(world), body: { name: 'South' } })).guid;
});

const at = (branch_guid: string) => ({ ...of(world), branch_guid });
const forbidden = 'Access credentials are not sufficient to access this resource';
const text = async (call: Promise<unknown>) => (await refusalOf(call))[2];

/** An employee of a branch, who may do there what roles of branches can permit. */
async function teller(branch_guid: string, email: string) {
  const role_name = `Tellers of ${email}`;
  await world.api.createBranchRole({ params: of(world), body: { branch_guid, role_name } });
  const query = { keto_kinds: 'branch' };
  const { permissions } = await world.api.listPermissionTitles({ params: of(world), query });
  for (const { guid: permission_guid } of permissions) {
    await world.api.addBranchRolePermission({
      params: of(world),
      body: { branch_guid, role_name, permission_guid },
    });
  }
  const token = await sessionOf(world, world.guid, email, [role_name]);
  const { employees } = await world.api.listEmployees({ params: of(world), query: { logins: email } });
  const employee_guid = employees[0]?.guid ?? '';
  await world.api.updateEmployee({ params: { ...of(world), employee_guid }, body: { branch_guid } });
  return { api: world.as(token), employee_guid, role_name };
}

describe('branches', () => {
  test('are listed, read, renamed and deleted; a deleted one is hidden and opens nothing', async () => {
    const list = (query = {}) => world.api.listBranches({ params: of(world), query });
    expect((await list({ names: 'South' })).list.map(({ guid }) => guid)).toEqual([south]);
    await world.api.updateBranch({ params: at(south), body: { name: 'Süd' } });
    expect(await world.api.getBranch({ params: at(south) })).toMatchObject({
      name: 'Süd',
      is_deleted: false,
    });
    await world.api.updateBranch({ params: at(south), body: { is_deleted: true } });
    expect((await list()).list.map(({ name }) => name)).toEqual(['North']);
    expect((await world.api.getBranch({ params: at(south) })).is_deleted).toBe(true);
    expect(await text(world.api.listBranchAccounts({ params: at(south) }))).toBe('branch not found');
    expect(await text(customer(world, 'one', { branch_guid: south }))).toBe('branch not found');
  });

  test('are refused without a name, and under an unknown guid', async () => {
    const before = world.rows();
    expect(await text(world.api.createBranch({ params: of(world), body: {} }))).toBe('name: required');
    for (const guid of [world.guid, 'nonsense']) {
      expect(await text(world.api.getBranch({ params: at(guid) }))).toBe('branch not found');
      expect(await text(world.api.updateBranch({ params: at(guid), body: {} }))).toBe('branch not found');
    }
    expect(world.rows()).toEqual(before);
  });
});

describe('what belongs to a branch', () => {
  let one: { guid: string; customer_guid: string };
  let entity: string;
  beforeEach(async () => {
    one = await customer(world, 'one', { branch_guid: north });
    await customer(world, 'two');
    entity = (await world.api.createBranchAccount({ params: at(north), body: {} })).guid;
    await fund(world, world, 100);
    await transfer(world, world.processing, entity, 50);
  });

  test('are its customers, entities and transfers', async () => {
    const { customers } = await world.api.listBranchCustomers({ params: at(north) });
    expect(customers.map(({ login }) => login)).toEqual(['one']);
    const [page] = [await world.api.listBranchAccounts({ params: at(north) })].flat();
    expect(page?.accounts.map(({ wallet_account_guid }) => wallet_account_guid).sort()).toEqual(
      [one.guid, entity].sort(),
    );
    const params = { ...at(north), customer_guid: one.customer_guid };
    expect(await world.api.getBranchCustomerAccounts({ params })).toHaveLength(1);
    expect(
      await text(world.api.getBranchCustomerAccounts({ params: { ...params, branch_guid: south } })),
    ).toBe('customer not found');
    expect((await world.api.listBranchPayments({ params: at(north) })).total).toBe(1);
    expect((await world.api.listBranchPayments({ params: at(south) })).total).toBe(0);
    expect(
      await text(world.api.createBranchAccount({ params: at(north), body: { account_kind: 'emission' } })),
    ).toBe('failed to create entity: invalid kind: bad request');
  });

  test('sends by its own operations, and not from elsewhere', async () => {
    const body = { sender_id: entity, receiver_id: one.guid, amount: 5 };
    const { guid } = await world.api.createBranchPayment({ params: at(north), body });
    expect(await text(world.api.confirmBranchPayment({ params: at(south), body: { guid } }))).toBe(
      'payment not found',
    );
    await world.api.confirmBranchPayment({ params: at(north), body: { guid } });
    const params = { ...at(north), payment_guid: guid };
    expect((await world.api.getBranchPayment({ params })).status).toBe('CONFIRMED');
    expect(await text(world.api.getBranchPayment({ params: { ...params, branch_guid: south } }))).toBe(
      'payment not found',
    );
    const foreign = { sender_id: world.processing, receiver_id: one.guid, amount: 5 };
    expect(await text(world.api.createBranchPayment({ params: at(north), body: foreign }))).toBe(
      'sender account not found',
    );
  });

  test('is all that its employees see and handle; under JWT by DCM only', async () => {
    const { api } = await teller(north, 'north@bank1.test');
    expect((await api.listBranchCustomers({ params: at(north) })).total).toBe(1);
    expect(await text(api.listBranchCustomers({ params: at(south) }))).toBe(forbidden);
    expect(await text(api.listCustomers({ params: of(world) }))).toBe(forbidden);
    const { permissions } = await world.api.listPermissionTitles({
      params: of(world),
      query: { keto_kinds: 'endpoint', limit: '1000' },
    });
    await world.api.createRole({ params: of(world), body: { role_name: 'Everything' } });
    for (const { guid: permission_guid } of permissions) {
      await world.api.addRolePermission({
        params: of(world),
        body: { role_name: 'Everything', permission_guid },
      });
    }
    const { employees } = await world.api.listEmployees({
      params: of(world),
      query: { branch_guids: north },
    });
    await world.api.addUserToRole({
      params: of(world),
      body: { role_name: 'Everything', user_guid: employees[0]?.guid ?? '' },
    });
    expect((await api.listCustomers({ params: of(world) })).customers.map(({ login }) => login)).toEqual([
      'one',
    ]);
    expect((await api.listEmployees({ params: of(world) })).total).toBe(1);
    expect((await api.listPayments({ params: of(world) })).total).toBe(1);
    expect(await text(api.getAccount({ params: { ...of(world), account_guid: world.processing } }))).toBe(
      'account not found',
    );
    const change = async (email: string, body: object) => {
      const query = { logins: email };
      const [found] = (await world.api.listEmployees({ params: of(world), query })).employees;
      return api.updateEmployee({ params: { ...of(world), employee_guid: found?.guid ?? '' }, body });
    };
    expect(await text(change('first@bank1.test', { name: 'Taken over' }))).toBe('employee not found');
    expect(await text(change('north@bank1.test', { branch_guid: south }))).toBe('branch not found');
    await change('north@bank1.test', { branch_guid: '' });
    expect((await api.listEmployees({ params: of(world) })).employees[0]?.branch_guid).toBe(north);
    const made = await customer({ ...world, api }, 'three');
    const read = await api.getCustomer({ params: { ...of(world), customer_guid: made.customer_guid } });
    expect(read.branch_guid).toBe(north);
    expect(await text(customer({ ...world, api }, 'four', { branch_guid: south }))).toBe('branch not found');
    const draft = { sender_id: world.processing, receiver_id: one.guid, amount: 1 };
    expect(await text(api.createPayment({ params: of(world), body: draft }))).toBe(
      'sender account not found',
    );
  });

  test('goes along with a customer who changes the branch', async () => {
    const params = { ...of(world), customer_guid: one.customer_guid };
    await world.api.updateCustomer({ params, body: { branch_guid: south, name: 'New' } });
    expect((await world.api.listBranchCustomers({ params: at(south) })).customers[0]?.name).toBe('New');
    const [page] = [await world.api.listBranchAccounts({ params: at(south) })].flat();
    expect(page?.accounts.map(({ wallet_account_guid }) => wallet_account_guid)).toEqual([one.guid]);
  });
});

describe('roles of a branch', () => {
  test('permit there, can be asked about, and are refused under another branch', async () => {
    const { employee_guid: user_guid, role_name } = await teller(north, 'north@bank1.test');
    const check = (branches_access: string, permission = 'GET') =>
      world.api.checkBranchPermission({
        params: of(world),
        body: { branches_access, permission, user_guid },
      });
    expect(await check(`${north}-accounts`)).toEqual({ allowed: true });
    expect((await refusalOf(check(`${south}-accounts`)))[0]).toBe(403);
    expect((await refusalOf(check(`${north}-accounts`, 'DELETE')))[0]).toBe(403);
    expect(await text(check(north))).toBe('branches_access: expected {branch_guid}-{scope}');
    expect((await world.api.getBranchScopes({ params: of(world) })).scopes.sort()).toEqual([
      'accounts',
      'customers',
      'payments',
    ]);
    const { users } = await world.api.listBranchRoleUsers({ params: of(world), query: { role_name } });
    expect(users.map(({ guid }) => guid)).toEqual([user_guid]);
    const table = await world.api.getBranchPermissionTable({
      params: at(north),
      query: { role_names: 'none' },
    });
    expect(table.roles).toEqual([]);
    const { permissions } = await world.api.listPermissionTitles({
      params: of(world),
      query: { keto_kinds: 'branch' },
    });
    const body = { branch_guid: south, role_name, permission_guid: permissions[0]?.guid ?? '' };
    expect(await text(world.api.addBranchRolePermission({ params: of(world), body }))).toBe('role not found');
    await world.api.removeBranchRolePermission({ params: of(world), body: { ...body, branch_guid: north } });
    await world.api.removeUserFromBranchRole({ params: of(world), body: { role_name, user_guid } });
    await world.api.deleteBranchRole({ params: of(world), body: { role_name } });
    expect((await world.api.getBranchPermissionTable({ params: at(north) })).roles).toEqual([]);
    expect(await text(world.api.deleteBranchRole({ params: of(world), body: { role_name } }))).toBe(
      'role not found',
    );
  });
});
