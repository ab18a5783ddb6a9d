import { z } from 'zod';
import { noUuid } from '../errors.js';
import { operation, table } from '../operation.js';
import { empty, listOf, ofCounterparty } from '../schemas.js';
import { ofBranch } from './branches.js';
import { permissionTable, userPage, userPages } from './roles.js';

/** Roles for access to a branch (BR-ACC). */

const base = '/api/v1/counterparty/{counterparty_guid}/branches-access';
const scope = 'branches-access';

const branchRolePermission = z.object({
  branch_guid: z.string().optional(),
  permission_guid: z.string().optional(),
  role_name: z.string().optional(),
});

const addBranchRolePermission = operation({
  id: 'addBranchRolePermission',
  method: 'POST',
  path: `${base}/permission`,
  summary: 'Gives a role of a branch a permission in the branch',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D BR-ACC',
  params: ofCounterparty,
  body: branchRolePermission,
  answer: empty,
  required: ['branch_guid', 'permission_guid', 'role_name'],
  refuses: ['not-found', ...noUuid],
});

const removeBranchRolePermission = operation({
  id: 'removeBranchRolePermission',
  method: 'DELETE',
  path: `${base}/permission`,
  summary: 'Takes a permission from a role of a branch',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D BR-ACC',
  params: ofCounterparty,
  body: branchRolePermission,
  answer: empty,
  required: ['branch_guid', 'permission_guid', 'role_name'],
  refuses: ['not-found', ...noUuid],
});

const getBranchPermissionTable = operation({
  id: 'getBranchPermissionTable',
  method: 'GET',
  path: '/api/v1/counterparty/{counterparty_guid}/branch/{branch_guid}/permission/table',
  summary: 'Permissions of each role in the branch',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D BR-ACC',
  params: ofBranch,
  query: z.object({ role_names: listOf(z.string()).optional() }),
  answer: permissionTable,
  refuses: ['not-found', ...noUuid],
});

const createBranchRole = operation({
  id: 'createBranchRole',
  method: 'POST',
  path: `${base}/role`,
  summary: 'Creates a role of a branch without permissions',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D BR-ACC',
  params: ofCounterparty,
  body: z.object({ branch_guid: z.string().optional(), role_name: z.string().optional() }),
  answer: empty,
  assumed: { 'body.branch_guid': 'A', 'body.role_name': 'A', answer: 'A' },
  required: ['branch_guid', 'role_name'],
  refuses: ['role-exists', 'not-found', ...noUuid],
});

const deleteBranchRole = operation({
  id: 'deleteBranchRole',
  method: 'DELETE',
  path: `${base}/role`,
  summary: 'Deletes a role of a branch and takes it from its users',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D BR-ACC',
  pathSource: 'A',
  params: ofCounterparty,
  body: z.object({ role_name: z.string().optional() }),
  answer: empty,
  assumed: { 'body.role_name': 'A', answer: 'A' },
  required: ['role_name'],
  refuses: ['administrator-fixed', 'not-found'],
});

const getBranchScopes = operation({
  id: 'getBranchScopes',
  method: 'GET',
  path: `${base}/scope`,
  summary: 'Groups of endpoints to which permissions of branches apply',
  caller: 'employee',
  permission: { scope, reach: 'common' },
  source: 'D BR-ACC',
  pathSource: 'A',
  params: ofCounterparty,
  answer: z.object({ scopes: z.array(z.string()) }),
  assumed: { 'answer.scopes': 'A' },
});

const listBranchRoleUsers = operation({
  id: 'listBranchRoleUsers',
  method: 'GET',
  path: `${base}/user`,
  summary: 'Employees; if a role of a branch is given, only those who have it',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D BR-ACC',
  pathSource: 'A',
  params: ofCounterparty,
  query: z.object(userPages),
  answer: userPage,
  assumed: { 'query.role_name': 'A', 'query.limit': 'A', 'query.page_token': 'A', answer: 'A' },
});

const branchRoleUser = z.object({ role_name: z.string().optional(), user_guid: z.string().optional() });

const addUserToBranchRole = operation({
  id: 'addUserToBranchRole',
  method: 'POST',
  path: `${base}/user`,
  summary: 'Gives an employee a role of a branch',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D BR-ACC',
  pathSource: 'A',
  params: ofCounterparty,
  body: branchRoleUser,
  answer: empty,
  assumed: { 'body.role_name': 'A', 'body.user_guid': 'A', answer: 'A' },
  required: ['role_name', 'user_guid'],
  refuses: ['not-found', ...noUuid],
});

const removeUserFromBranchRole = operation({
  id: 'removeUserFromBranchRole',
  method: 'DELETE',
  path: `${base}/user`,
  summary: 'Takes a role of a branch from an employee',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D BR-ACC',
  pathSource: 'A',
  params: ofCounterparty,
  body: branchRoleUser,
  answer: empty,
  assumed: { 'body.role_name': 'A', 'body.user_guid': 'A', answer: 'A' },
  required: ['role_name', 'user_guid'],
  refuses: ['not-found', ...noUuid],
});

const checkBranchPermission = operation({
  id: 'checkBranchPermission',
  method: 'POST',
  path: `${base}/check`,
  summary: 'Checks whether an employee may do something in a branch; 403 if not',
  caller: 'employee',
  permission: { scope, reach: 'branch' },
  source: 'D BR-ACC',
  pathSource: 'A',
  params: ofCounterparty,
  body: z.object({
    /** `{branch_guid}-{scope}`: "host-branch unique scope". */
    branches_access: z.string().optional(),
    counterparty_jwt: z.string().optional(),
    permission: z.string().optional(),
    user_guid: z.string().optional(),
  }),
  answer: z.object({ allowed: z.boolean() }),
  refused: { 403: z.object({ allowed: z.literal(false) }) },
  assumed: {
    'body.branches_access': 'A',
    'body.counterparty_jwt': 'A',
    'body.permission': 'A',
    'body.user_guid': 'A',
    'answer.allowed': 'A',
  },
  required: ['branches_access', 'permission', 'user_guid'],
  refuses: ['not-found', ...noUuid],
});

export const branchAccessOperations = table(
  addBranchRolePermission,
  removeBranchRolePermission,
  getBranchPermissionTable,
  createBranchRole,
  deleteBranchRole,
  getBranchScopes,
  listBranchRoleUsers,
  addUserToBranchRole,
  removeUserFromBranchRole,
  checkBranchPermission,
);
