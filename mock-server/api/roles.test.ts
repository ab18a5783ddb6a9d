import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { createWorld, of, officerSession, sessionOf, type World } from '../world.testing.js';

/** Employees and roles (EMP, ROLE): what is set has its effect, what is refused leaves nothing. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const params = () => of(world);
const title = async (scope: string, verb: string, kind = 'endpoint') => {
  const query = { keto_kinds: kind, keto_scope_names: scope, keto_permissions: verb };
  const { permissions } = await world.api.listPermissionTitles({ params: params(), query });
  return permissions[0]?.guid ?? '';
};
const forbidden = [403, 'permission', 'Access credentials are not sufficient to access this resource'];

/** What a refused call leaves: nothing. */
async function refused(call: () => Promise<unknown>) {
  const before = world.rows();
  const refusal = await refusalOf(call());
  expect(world.rows()).toEqual(before);
  return refusal;
}

describe('employees', () => {
  test('are created with an invitation, changed, and logged out when disabled', async () => {
    const body = { email: 'two@bank1.test', name: 'Two', surname: 'Er', phone: '+380501234567' };
    const made = await world.api.createEmployee({ params: params(), body });
    expect(made).toEqual({ employee_guid: expect.any(String), verified: true });
    const { mails } = await world.control.listMail({ query: { to: body.email } });
    expect(mails[0]?.text).toContain('/reset-password/?email=two%40bank1.test');
    const employee = await world.domain.employees.get(made.employee_guid);
    if (!employee) throw new Error('no employee');
    const { token } = await world.domain.employees.beginSession(employee);
    const at = { params: { ...params(), employee_guid: made.employee_guid } };
    expect(
      await world.api.updateEmployee({ ...at, body: { name: 'Zwei', login: 'zwei@bank1.test' } }),
    ).toEqual({
      guid: made.employee_guid,
    });
    const own = world.as(token);
    expect((await own.getAvailablePermissions({ params: params() })).permissions).toEqual([]);
    await world.api.updateEmployee({ ...at, body: { is_disabled: true } });
    expect((await refusalOf(own.getAvailablePermissions({ params: params() })))[1]).toBe('session');
    const { employees } = await world.api.listEmployees({
      params: params(),
      query: { include_disabled: 'true' },
    });
    expect(employees.find(({ guid }) => guid === made.employee_guid)).toMatchObject({
      login: 'zwei@bank1.test',
      name: 'Zwei',
      surname: 'Er',
      is_disabled: true,
    });
  });

  test('are refused: a second one of that e-mail, no e-mail, an unknown role, branch or guid', async () => {
    const create = (body: object) => refused(() => world.api.createEmployee({ params: params(), body }));
    expect(await create({ email: 'first@bank1.test' })).toEqual([
      400,
      'state',
      'create employee identity: 409 Conflict',
    ]);
    expect((await create({}))[2]).toBe('email: expected an e-mail address');
    expect((await create({ email: 'a@b.test', roles: ['Nobody'] }))[2]).toBe('role Nobody not found');
    expect((await create({ email: 'a@b.test', branch_guid: world.guid }))[2]).toBe('branch not found');
    const change = (employee_guid: string, body: object) =>
      refused(() => world.api.updateEmployee({ params: { ...params(), employee_guid }, body }));
    expect((await change(world.guid, {}))[2]).toBe('employee not found');
    const [first] = (await world.api.listEmployees({ params: params() })).employees;
    for (const login of ['', 'first', 'a b@bank1.test']) {
      expect((await change(first?.guid ?? '', { login }))[2]).toBe('login: expected an e-mail address');
    }
  });
});

describe('roles', () => {
  const role_name = 'Readers';
  beforeEach(() => world.api.createRole({ params: params(), body: { role_name } }));

  test('permit what their permissions say, from then on, and no longer', async () => {
    const own = world.as(await sessionOf(world, world.guid, 'two@bank1.test', [role_name]));
    const list = () => own.listAccounts({ params: params() });
    expect(await refusalOf(list())).toEqual(forbidden);
    const body = { role_name, permission_guid: await title('accounts', 'GET') };
    await world.api.addRolePermission({ params: params(), body });
    await list();
    expect((await own.getAvailablePermissions({ params: params() })).permissions).toEqual(['accounts:GET']);
    const table = await world.api.getRolePermissionTable({ params: params() });
    expect(table.roles).toEqual(['Administrator', role_name]);
    const allowed = table.rows.flatMap(({ permissions }) =>
      permissions.filter(({ roles }) => roles.some((role) => role.name === role_name && role.allowed)),
    );
    expect(allowed.map(({ name }) => name)).toEqual(['GET accounts']);
    await world.api.removeRolePermission({ params: params(), body });
    expect(await refusalOf(list())).toEqual(forbidden);
  });

  test('have users, page by page, until they are taken out or the role is gone', async () => {
    for (let index = 0; index < 5; index += 1)
      await sessionOf(world, world.guid, `r${index}@bank1.test`, [role_name]);
    const page = (page_token: number) =>
      world.api.listRoleUsers({
        params: params(),
        query: { role_name, limit: '2', page_token: String(page_token) },
      });
    const first = await page(0);
    expect([first.users.length, first.next_page_token]).toEqual([2, 2]);
    expect((await page(4)).next_page_token).toBe(0);
    const user_guid = first.users[0]?.guid ?? '';
    await world.api.removeUserFromRole({ params: params(), body: { role_name, user_guid } });
    expect((await page(0)).users.map(({ guid }) => guid)).not.toContain(user_guid);
    await world.api.addUserToRole({ params: params(), body: { role_name, user_guid } });
    await world.api.deleteRole({ params: params(), body: { role_name } });
    expect((await world.api.listRoles({ params: params() })).roles).toEqual(['Administrator']);
    const { employees } = await world.api.listEmployees({ params: params() });
    expect(employees.flatMap(({ roles }) => roles)).toEqual(['Administrator']);
  });

  test('are refused: a taken or missing name, Administrator, unknown ones, permissions of branches', async () => {
    const { api } = world;
    const at = { params: params() };
    const permission_guid = await title('accounts', 'GET');
    expect((await refused(() => api.createRole({ ...at, body: { role_name } })))[2]).toBe(
      'role Readers already exists',
    );
    expect((await refused(() => api.createRole({ ...at, body: {} })))[2]).toBe('role_name: required');
    const fixed = 'role Administrator has every permission and cannot be changed or deleted';
    const admin = { role_name: 'Administrator' };
    expect((await refused(() => api.deleteRole({ ...at, body: admin })))[2]).toBe(fixed);
    expect(
      (await refused(() => api.addRolePermission({ ...at, body: { ...admin, permission_guid } })))[2],
    ).toBe(fixed);
    expect((await refused(() => api.deleteRole({ ...at, body: { role_name: 'None' } })))[2]).toBe(
      'role not found',
    );
    const foreign = { role_name, permission_guid: await title('accounts', 'GET', 'branch') };
    expect((await refused(() => api.addRolePermission({ ...at, body: foreign })))[2]).toBe(
      'permission not found',
    );
    const nobody = { role_name, user_guid: world.guid };
    expect((await refused(() => api.addUserToRole({ ...at, body: nobody })))[2]).toBe('user not found');
    expect((await refused(() => api.addUserToRole({ ...at, body: { role_name } })))[2]).toBe(
      'invalid UUID length: 0',
    );
  });

  test('permission titles are added by officers only', async () => {
    const body = { keto_scope_name: 'reports', keto_permission: 'GET' } as const;
    expect(await refused(() => world.api.createKetoPermission({ params: params(), body }))).toEqual(
      forbidden,
    );
    const officer = world.as(await officerSession(world));
    const { guid } = await officer.createKetoPermission({ params: params(), body });
    expect(await title('reports', 'GET')).toBe(guid);
    expect((await world.api.getScopes({ params: params() })).scopes).toContain('reports');
    expect(
      (await refused(() => officer.createKetoPermission({ params: params(), body: { ...body, guid } })))[2],
    ).toBe(`guid ${guid} already exists`);
    expect(await refusalOf(officer.listAccounts({ params: params() }))).toEqual(forbidden);
  });
});

describe('officers', () => {
  test('see and change counterparties; employees do not', async () => {
    const officer = world.as(await officerSession(world));
    const { counterparties, total } = await officer.listCounterparties({ query: { guids: world.guid } });
    expect([total, counterparties[0]?.name]).toEqual([1, 'Bank bank1']);
    const at = { params: params() };
    await officer.updateCounterparty({
      ...at,
      body: { description: 'A bank', user_id_url: 'http://other.test/id' },
    });
    expect(await officer.getCounterparty(at)).toMatchObject({
      description: 'A bank',
      user_id_url: 'http://other.test/id',
    });
    expect(await refused(() => world.api.getCounterparty(at))).toEqual(forbidden);
    expect((await refused(() => officer.createCounterparty({ body: { name: 'Unknown' } })))[2]).toContain(
      'key_keepers',
    );
    const body = { name: 'Bank bank1' };
    expect((await refused(() => officer.createCounterparty({ body })))[2]).toBe(
      'name: counterparty Bank bank1 already exists',
    );
  });

  test('create both entities of a bank whose onboarding is done, and confirm and cancel its requests', async () => {
    const officer = world.as(await officerSession(world));
    const { guid } = await world.control.registerCounterparty({
      body: {
        name: 'Late',
        alias: 'late',
        user_key_url: 'http://late.test/key',
        key_keepers: [
          { login: 'a', external_id: 'a', for: 'identification' },
          { login: 'b', external_id: 'b', for: 'processing' },
        ],
      },
    });
    const made = await officer.createCounterparty({ body: { name: 'Late', holding_name: 'H' } });
    expect(made.guid).toBe(guid);
    expect((await officer.getCounterparty({ params: { counterparty_guid: guid } })).holding_name).toBe('H');
    const issue = () =>
      world.api.issueIdentifiers({ params: params(), body: { amount: 10, reserve_balance: 100 } });
    const open = async () => (await world.api.listEmissionHistory({ params: params() })).history[0];
    await issue();
    await officer.cancelEmission({ params: params(), body: { guid: (await open())?.guid ?? '' } });
    expect((await open())?.status).toBe('cancelled');
    world.time.pass(1000);
    await issue();
    const { guid: request = '' } = (await open()) ?? {};
    expect(
      (
        await refused(() =>
          officer.confirmEmission({ params: { counterparty_guid: guid }, body: { guid: request } }),
        )
      )[2],
    ).toBe('emission request not found');
    await officer.confirmEmission({ params: params(), body: { guid: request } });
    expect((await open())?.status).toBe('confirmed');
  });
});
