import type { branchAccessOperations } from '../../contract/operations/branch-access.js';
import { inReach, requireReach } from '../domain/branches.js';
import type { Call } from '../domain/call.js';
import { employeeRows } from '../domain/employees-collection.js';
import type { Domain } from '../domain/index.js';
import { because, Refusal } from '../domain/refusal.js';
import { uuidOf } from '../domain/uuid.js';
import { callerOf, type Handlers, OtherAnswer } from './handler.js';
import { permissionTableOf } from './permission-table.js';
import { roleUsersOf } from './role-users.js';

/** Roles for access to a branch (BR-ACC). */
export function branchAccessHandlers({
  center,
  access,
  roles,
  permissions,
  branches,
}: Domain): Handlers<typeof branchAccessOperations> {
  const { store } = center;

  /** A branch that the caller sees, as the place of its roles. @throws {Refusal} `not-found`, `permission` */
  async function placeOf(call: Call, guid: string | undefined) {
    const counterparty = callerOf(call).guid;
    requireReach(call, uuidOf(guid, 'branch_guid'));
    const branch = await store.read((tx) => branches.open(tx, counterparty, uuidOf(guid, 'branch_guid')));
    return { counterparty, branch: branch.guid };
  }

  return {
    addBranchRolePermission: async ({ body }, { call }) => {
      await roles.addPermission(await placeOf(call, body.branch_guid), body);
      return {};
    },

    removeBranchRolePermission: async ({ body }, { call }) => {
      await roles.removePermission(await placeOf(call, body.branch_guid), body);
      return {};
    },

    getBranchPermissionTable: async ({ params, query }, { call }) => {
      const place = await placeOf(call, params.branch_guid);
      return store.read(async (tx) => {
        const all = await roles.at(tx, place);
        const asked = all.filter(({ name }) => query.role_names?.includes(name) ?? true);
        return permissionTableOf(tx, 'branch', asked, false);
      });
    },

    createBranchRole: async ({ body }, { call }) => {
      await roles.create(await placeOf(call, body.branch_guid), body.role_name);
      return {};
    },

    deleteBranchRole: async ({ body }, { call }) => {
      await roles.remove(call, callerOf(call).guid, body.role_name, true);
      return {};
    },

    getBranchScopes: async () => ({ scopes: await permissions.scopes('branch') }),

    listBranchRoleUsers: async ({ query }, { call }) => store.read((tx) => roleUsersOf(tx, call, query)),

    addUserToBranchRole: async ({ body }, { call }) => {
      await roles.addUser(call, callerOf(call).guid, body, true);
      return {};
    },

    removeUserFromBranchRole: async ({ body }, { call }) => {
      await roles.removeUser(call, callerOf(call).guid, body, true);
      return {};
    },

    checkBranchPermission: async ({ body }, { call }) => {
      const { guid } = callerOf(call);
      const asked = body.branches_access ?? '';
      const place = await placeOf(call, asked.slice(0, 36));
      const scope = asked.slice(37);
      if (scope === '' || !body.permission) {
        const member = scope === '' ? 'branches_access' : 'permission';
        const problem = scope === '' ? 'expected {branch_guid}-{scope}' : 'required';
        throw new Refusal('invalid-member', { member, problem });
      }
      const employee = await store.read((tx) => tx.get(employeeRows, uuidOf(body.user_guid, 'user_guid')));
      if (employee?.counterparty_guid !== guid || !inReach(call, employee.branch_guid))
        throw new Refusal('user-unknown', { thing: 'user' });
      const permission = { scope, verb: body.permission };
      if (await access.allows(employee, permission, place.branch)) return { allowed: true };
      const why = because('branch-access-denied', { permission: `${scope}:${body.permission}` });
      throw new OtherAnswer(403, { allowed: false }, 'permission', why);
    },
  };
}
