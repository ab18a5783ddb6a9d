import { z } from 'zod';
import { noUuid } from '../errors.js';
import { operation, table } from '../operation.js';
import { empty, guid, ofCounterparty } from '../schemas.js';

/** Holds every permission and cannot be deleted (ROLE). */
export const administrator = 'Administrator';

const base = '/api/v1/counterparty/{counterparty_guid}/rbac';
const scope = 'rbac';

/** getRolePermissionTable, getBranchPermissionTable. */
export const permissionTable = z.object({
  roles: z.array(z.string()),
  rows: z.array(
    z.object({
      group_lang_key: z.string(),
      group_name: z.string(),
      sort_number: z.int(),
      permissions: z.array(
        z.object({
          guid,
          name: z.string(),
          name_lang_key: z.string(),
          sort_number: z.int(),
          roles: z.array(z.object({ allowed: z.boolean(), name: z.string() })),
        }),
      ),
    }),
  ),
});

/** Pages of role users: a limit, and the token of the page (ROLE). */
export const userPages = {
  role_name: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(20),
  page_token: z.coerce.number().int().min(0).default(0),
};

export const userPage = z.object({
  users: z.array(z.object({ guid, login: z.string(), name: z.string() })),
  /** 0 after the last page. */
  next_page_token: z.int(),
});

const getAvailablePermissions = operation({
  id: 'getAvailablePermissions',
  method: 'GET',
  path: `${base}/permission`,
  summary: 'Permissions that the caller has, as scope:VERB',
  caller: 'employee',
  source: 'D ROLE',
  params: ofCounterparty,
  answer: z.object({ permissions: z.array(z.string()) }),
});

const rolePermission = z.object({ permission_guid: z.string().optional(), role_name: z.string().optional() });

const addRolePermission = operation({
  id: 'addRolePermission',
  method: 'POST',
  path: `${base}/permission`,
  summary: 'Gives a role a permission',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D ROLE',
  params: ofCounterparty,
  body: rolePermission,
  answer: empty,
  required: ['permission_guid', 'role_name'],
  refuses: ['administrator-fixed', 'not-found', ...noUuid],
});

const removeRolePermission = operation({
  id: 'removeRolePermission',
  method: 'DELETE',
  path: `${base}/permission`,
  summary: 'Takes a permission from a role',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D ROLE',
  params: ofCounterparty,
  body: rolePermission,
  answer: empty,
  required: ['permission_guid', 'role_name'],
  refuses: ['administrator-fixed', 'not-found', ...noUuid],
});

const getRolePermissionTable = operation({
  id: 'getRolePermissionTable',
  method: 'GET',
  path: `${base}/permission/table`,
  summary: 'Permissions of each role for endpoints',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D ROLE',
  params: ofCounterparty,
  answer: permissionTable,
});

const listRoles = operation({
  id: 'listRoles',
  method: 'GET',
  path: `${base}/role`,
  summary: 'Names of the roles that have permissions for endpoints',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D ROLE',
  pathSource: 'A',
  params: ofCounterparty,
  answer: z.object({ roles: z.array(z.string()) }),
  assumed: { 'answer.roles': 'A' },
});

const createRole = operation({
  id: 'createRole',
  method: 'POST',
  path: `${base}/role`,
  summary: 'Creates a role without permissions',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D ROLE',
  params: ofCounterparty,
  body: z.object({ role_name: z.string().optional() }),
  answer: empty,
  required: ['role_name'],
  refuses: ['role-exists'],
});

const deleteRole = operation({
  id: 'deleteRole',
  method: 'DELETE',
  path: `${base}/role`,
  summary: 'Deletes a role and takes it from its users; Administrator cannot be deleted',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D ROLE',
  params: ofCounterparty,
  body: z.object({ role_name: z.string().optional() }),
  answer: empty,
  assumed: { 'body.role_name': 'A', answer: 'A' },
  required: ['role_name'],
  refuses: ['administrator-fixed', 'not-found'],
});

const getScopes = operation({
  id: 'getScopes',
  method: 'GET',
  path: `${base}/scope`,
  summary: 'Groups of endpoints to which permissions apply',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D ROLE',
  pathSource: 'A',
  params: ofCounterparty,
  answer: z.object({ scopes: z.array(z.string()) }),
  assumed: { 'answer.scopes': 'A' },
});

const listRoleUsers = operation({
  id: 'listRoleUsers',
  method: 'GET',
  path: `${base}/user`,
  summary: 'Employees; if a role is given, only those who have it',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D ROLE',
  pathSource: 'A',
  params: ofCounterparty,
  query: z.object(userPages),
  answer: userPage,
  assumed: {
    'query.role_name': 'A',
    'query.limit': 'A',
    'query.page_token': 'A',
    'answer.users': 'A',
    'answer.next_page_token': 'A',
  },
});

const roleUser = z.object({ role_name: z.string().optional(), user_guid: z.string().optional() });

const addUserToRole = operation({
  id: 'addUserToRole',
  method: 'POST',
  path: `${base}/user`,
  summary: 'Gives an employee a role',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D ROLE',
  pathSource: 'A',
  params: ofCounterparty,
  body: roleUser,
  answer: empty,
  assumed: { 'body.role_name': 'A', 'body.user_guid': 'A', answer: 'A' },
  required: ['role_name', 'user_guid'],
  refuses: ['not-found', ...noUuid],
});

const removeUserFromRole = operation({
  id: 'removeUserFromRole',
  method: 'DELETE',
  path: `${base}/user`,
  summary: 'Takes a role from an employee',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D ROLE',
  pathSource: 'A',
  params: ofCounterparty,
  body: roleUser,
  answer: empty,
  assumed: { 'body.role_name': 'A', 'body.user_guid': 'A', answer: 'A' },
  required: ['role_name', 'user_guid'],
  refuses: ['not-found', ...noUuid],
});

export const roleOperations = table(
  getAvailablePermissions,
  addRolePermission,
  removeRolePermission,
  getRolePermissionTable,
  listRoles,
  createRole,
  deleteRole,
  getScopes,
  listRoleUsers,
  addUserToRole,
  removeUserFromRole,
);
