import fc from 'fast-check';
import { expect, test } from 'vitest';
import { administrator } from '../../contract/operations/roles.js';
import { codeOf, createTestDomain } from './domain.testing.js';
import { permissionTitleRows } from './permissions-collection.js';

/** Roles: what they allow, where, and to whom. */

async function staff() {
  const x = createTestDomain();
  const bank = await x.bank('one');
  await x.domain.permissions.seed();
  const first = await x.domain.employees.invite(bank.guid, { email: 'admin@one.example' });
  const clerk = await x.domain.employees.invite(bank.guid, { email: 'clerk@one.example', roles: [] });
  const titles = await x.center.store.read((tx) => tx.page(permissionTitleRows));
  const titleOf = (kind: string, scope: string, verb: string) =>
    titles.rows.find(
      (row) => row.keto_kind === kind && row.keto_scope_name === scope && row.keto_permission === verb,
    )?.guid ?? '';
  const again = async () => (await x.domain.employees.get(clerk.guid)) ?? clerk;
  const everywhere = { counterparty: bank.guid, branch: '' };
  return { x, bank, first, clerk, titleOf, again, everywhere, ...x.domain };
}

test('the first employee is the administrator, may do everything, and the role cannot be changed', async () => {
  const { x, first, roles, access, everywhere, titleOf } = await staff();
  expect(first.roles).toEqual([administrator]);
  expect(await access.allows(first, { scope: 'payments', verb: 'POST' }, '')).toBe(true);
  const order = { role_name: administrator, permission_guid: titleOf('endpoint', 'payments', 'POST') };
  expect(await codeOf(() => roles.addPermission(everywhere, order))).toBe('administrator-fixed');
  expect(await codeOf(() => roles.create(everywhere, administrator))).toBe('role-exists');
  const remove = () => roles.remove(x.call, everywhere.counterparty, administrator, false);
  expect(await codeOf(remove)).toBe('administrator-fixed');
});

const scopes = ['payments', 'accounts', 'customers'];

test('an employee may do what any of the roles allows, as a set of permissions would say', async () => {
  const role = fc.constantFrom('Clerk', 'Auditor');
  const scope = fc.constantFrom(...scopes);
  const step = fc.oneof(
    fc.record({ do: fc.constantFrom('addPermission' as const, 'removePermission' as const), role, scope }),
    fc.record({ do: fc.constantFrom('addUser' as const, 'removeUser' as const), role }),
  );
  const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
    const { x, clerk, again, roles, access, everywhere, titleOf } = await staff();
    for (const name of ['Clerk', 'Auditor']) await roles.create(everywhere, name);
    const granted = new Set<string>();
    const held = new Set<string>();
    for (const step of steps) {
      if ('scope' in step) {
        const permission_guid = titleOf('endpoint', step.scope, 'GET');
        await roles[step.do](everywhere, { role_name: step.role, permission_guid });
        granted[step.do === 'addPermission' ? 'add' : 'delete'](`${step.role} ${step.scope}`);
      } else {
        const order = { role_name: step.role, user_guid: clerk.guid };
        await roles[step.do](x.call, everywhere.counterparty, order, false);
        held[step.do === 'addUser' ? 'add' : 'delete'](step.role);
      }
    }
    const employee = await again();
    const model = scopes.filter((name) => [...held].some((role) => granted.has(`${role} ${name}`)));
    for (const name of scopes) {
      expect(await access.allows(employee, { scope: name, verb: 'GET' }, '')).toBe(model.includes(name));
      expect(await access.allows(employee, { scope: name, verb: 'POST' }, '')).toBe(false);
    }
    const permissions = model.map((name) => `${name}:GET`);
    expect((await access.permissionsOf(employee)).toSorted()).toEqual(permissions.toSorted());
  });
  await fc.assert(property, { numRuns: 12 });
});

test('a role of a branch counts in that branch only, and goes when it is deleted', async () => {
  const { x, bank, clerk, again, roles, access, branches, titleOf } = await staff();
  const [north, south] = [
    await branches.create(bank.guid, 'North'),
    await branches.create(bank.guid, 'South'),
  ];
  const place = { counterparty: bank.guid, branch: north.guid };
  await roles.create(place, 'Teller');
  await roles.addPermission(place, {
    role_name: 'Teller',
    permission_guid: titleOf('branch', 'payments', 'GET'),
  });
  await roles.addUser(x.call, bank.guid, { role_name: 'Teller', user_guid: clerk.guid }, true);
  const may = async (branch: string) =>
    access.allows(await again(), { scope: 'payments', verb: 'GET' }, branch);
  expect([await may(north.guid), await may(south.guid), await may('')]).toEqual([true, false, false]);
  expect(await codeOf(() => roles.remove(x.call, bank.guid, 'Teller', false))).toBe('not-found');
  await roles.remove(x.call, bank.guid, 'Teller', true);
  expect([await may(north.guid), (await again()).roles]).toEqual([false, []]);
});

test('an unknown role cannot be assigned', async () => {
  const { x, bank, clerk, roles } = await staff();
  const order = { role_name: 'Ghost', user_guid: clerk.guid };
  expect(await codeOf(() => roles.addUser(x.call, bank.guid, order, false))).toBe('not-found');
  const invited = () => x.domain.employees.invite(bank.guid, { email: 'x@one.example', roles: ['Ghost'] });
  expect(await codeOf(invited)).toBe('not-found');
});
