import type { roleOperations } from '../../contract/operations/roles.js';
import { administrator } from '../../contract/operations/roles.js';
import type { Domain } from '../domain/index.js';
import { permissionTitleRows } from '../domain/permissions-collection.js';
import { callerOf, type Handlers } from './handler.js';
import { permissionTableOf } from './permission-table.js';
import { roleUsersOf } from './role-users.js';

/** Roles with permissions for endpoints (ROLE). */
export function roleHandlers({
  access,
  center,
  permissions,
  roles,
}: Domain): Handlers<typeof roleOperations> {
  const { store } = center;
  const here = (counterparty: string) => ({ counterparty, branch: '' });

  return {
    getAvailablePermissions: async (_input, { call }) => {
      const { actor } = call;
      // Under JWT by Bank, permissions are up to the bank: everything is available.
      if (actor.kind !== 'employee') {
        const all = await store.read((tx) =>
          tx.page(permissionTitleRows, { index: 'kind', key: 'endpoint' }),
        );
        return { permissions: all.rows.map((row) => `${row.keto_scope_name}:${row.keto_permission}`) };
      }
      return { permissions: await access.permissionsOf(actor.employee) };
    },

    addRolePermission: async ({ body }, { call }) => {
      await roles.addPermission(here(callerOf(call).guid), body);
      return {};
    },

    removeRolePermission: async ({ body }, { call }) => {
      await roles.removePermission(here(callerOf(call).guid), body);
      return {};
    },

    getRolePermissionTable: async (_input, { call }) =>
      store.read(async (tx) =>
        permissionTableOf(tx, 'endpoint', await roles.at(tx, here(callerOf(call).guid)), true),
      ),

    listRoles: async (_input, { call }) => {
      const own = await store.read((tx) => roles.at(tx, here(callerOf(call).guid)));
      return { roles: [administrator, ...own.map(({ name }) => name)] };
    },

    createRole: async ({ body }, { call }) => {
      await roles.create(here(callerOf(call).guid), body.role_name);
      return {};
    },

    deleteRole: async ({ body }, { call }) => {
      await roles.remove(call, callerOf(call).guid, body.role_name, false);
      return {};
    },

    getScopes: async () => ({ scopes: await permissions.scopes('endpoint') }),

    listRoleUsers: async ({ query }, { call }) => store.read((tx) => roleUsersOf(tx, call, query)),

    addUserToRole: async ({ body }, { call }) => {
      await roles.addUser(call, callerOf(call).guid, body, false);
      return {};
    },

    removeUserFromRole: async ({ body }, { call }) => {
      await roles.removeUser(call, callerOf(call).guid, body, false);
      return {};
    },
  };
}
