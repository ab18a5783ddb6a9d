import { administrator } from '../../contract/operations/roles.js';
import type { Center } from './center.js';
import type { Employee } from './employees-collection.js';
import type { Permission, Permissions } from './permissions.js';
import { permissionTitleRows } from './permissions-collection.js';
import { type Role, roleRows } from './roles-collection.js';
import type { ReadTransaction } from './store.js';

/** The roles of an employee. */
async function heldBy(tx: ReadTransaction, employee: Employee): Promise<Role[]> {
  const found: Role[] = [];
  for (const name of employee.roles) {
    const role = await tx.first(roleRows, 'name', `${employee.counterparty_guid} ${name}`);
    if (role) found.push(role);
  }
  return found;
}

/** What employees may do by their roles (ROLE, BR-ACC). */
export function createAccess({ store }: Center, permissions: Permissions) {
  return {
    /** Permissions of an employee, as `scope:VERB`. */
    permissionsOf: (employee: Employee): Promise<string[]> =>
      store.read(async (tx) => {
        const { rows } = await tx.page(permissionTitleRows, { index: 'kind', key: 'endpoint' });
        const held = await heldBy(tx, employee);
        const all = employee.roles.includes(administrator);
        return rows
          .filter(({ guid }) => all || held.some((role) => role.permissions.includes(guid)))
          .map((title) => `${title.keto_scope_name}:${title.keto_permission}`);
      }),

    /**
     * Whether an employee may do this: by a role with the permission for the endpoint, or, in a branch, by a role of
     * that branch.
     */
    allows: (employee: Employee, permission: Permission, branch: string): Promise<boolean> =>
      store.read(async (tx) => {
        if (employee.roles.includes(administrator)) return true;
        const held = await heldBy(tx, employee);
        const forEndpoints = held.filter((role) => role.branch_guid === '');
        if (await permissions.granted(tx, 'endpoint', permission, forEndpoints)) return true;
        const there = held.filter((role) => branch !== '' && role.branch_guid === branch);
        return permissions.granted(tx, 'branch', permission, there);
      }),
  };
}
