import { at, but, declining, noUuid, type Plan, type Plans, unknown } from './coverage-world.testing.js';

/** Employees (EMP), roles (ROLE), branches and access to them (BR, BR-ACC, BR-FLT). */

const nothing: Plan = { good: () => ({}) };
const notFoundIn = (member: string) => ({ 'not-found': but({ [member]: unknown }), ...noUuid(member) });

const rolePermission: Plan = {
  good: (x) => ({ body: { role_name: 'Readers', permission_guid: x.title('endpoint') } }),
  before: { 'administrator-fixed': but({ role_name: 'Administrator' }), ...notFoundIn('permission_guid') },
};
const roleUser = (role_name: string): Plan => ({
  good: (x) => ({ body: { role_name, user_guid: x.colleague } }),
  before: notFoundIn('user_guid'),
});
const branchPermission: Plan = {
  good: (x) => ({
    body: { branch_guid: x.branch, role_name: 'Tellers', permission_guid: x.title('branch') },
  }),
  before: notFoundIn('branch_guid'),
};
const ofBranch: Plan = {
  good: (x) => ({ params: { branch_guid: x.branch } }),
  before: { 'not-found': at({ branch_guid: unknown }) },
};

export const employeePlans: Plans = {
  createEmployee: {
    good: () => ({ body: { email: 'new@bank1.test', roles: ['Readers'] } }),
    before: notFoundIn('branch_guid'),
    later: { 'employee-exists': (_x, good) => good },
  },
  updateEmployee: {
    good: (x) => ({ params: { employee_guid: x.colleague }, body: { name: 'Taras' } }),
    before: {
      'employee-exists': but({ login: 'first@bank1.test' }),
      ...noUuid('branch_guid'),
      'not-found': at({ employee_guid: unknown }),
    },
  },
  listEmployees: nothing,
  getAvailablePermissions: nothing,
  addRolePermission: rolePermission,
  removeRolePermission: rolePermission,
  getRolePermissionTable: nothing,
  listRoles: nothing,
  createRole: {
    good: () => ({ body: { role_name: 'New' } }),
    later: { 'role-exists': (_x, good) => good },
  },
  deleteRole: {
    good: () => ({ body: { role_name: 'Readers' } }),
    before: {
      'administrator-fixed': but({ role_name: 'Administrator' }),
      'not-found': but({ role_name: 'Nobody' }),
    },
  },
  getScopes: nothing,
  listRoleUsers: nothing,
  addUserToRole: roleUser('Readers'),
  removeUserFromRole: roleUser('Readers'),
  listPermissionTitles: nothing,
  createKetoPermission: {
    good: () => ({ body: { keto_scope_name: 'reports', keto_permission: 'GET' } }),
    before: {
      'guid-taken': but((x) => ({ guid: x.title('endpoint') })),
      'not-found': at({ counterparty_guid: unknown }),
      ...noUuid('guid'),
    },
  },
  listBranches: nothing,
  createBranch: { good: () => ({ body: { name: 'South' } }) },
  getBranch: ofBranch,
  updateBranch: {
    good: (x) => ({ params: { branch_guid: x.branch }, body: { name: 'Far North' } }),
    before: { 'not-found': at({ branch_guid: unknown }) },
  },
  addBranchRolePermission: branchPermission,
  removeBranchRolePermission: branchPermission,
  getBranchPermissionTable: {
    ...ofBranch,
    before: {
      ...ofBranch.before,
      'uuid-length': at({ branch_guid: 'x' }),
      'uuid-format': at({ branch_guid: 'x'.repeat(36) }),
    },
  },
  createBranchRole: {
    good: (x) => ({ body: { branch_guid: x.branch, role_name: 'New' } }),
    before: notFoundIn('branch_guid'),
    later: { 'role-exists': (_x, good) => good },
  },
  deleteBranchRole: {
    good: () => ({ body: { role_name: 'Tellers' } }),
    before: {
      'administrator-fixed': but({ role_name: 'Administrator' }),
      'not-found': but({ role_name: 'Nobody' }),
    },
  },
  getBranchScopes: nothing,
  listBranchRoleUsers: nothing,
  addUserToBranchRole: roleUser('Tellers'),
  removeUserFromBranchRole: roleUser('Tellers'),
  checkBranchPermission: {
    good: (x) => ({
      body: { branches_access: `${x.branch}-customers`, permission: 'GET', user_guid: x.first },
    }),
    before: notFoundIn('user_guid'),
  },
  listBranchAccounts: ofBranch,
  createBranchAccount: {
    good: (x) => ({ params: { branch_guid: x.branch }, body: { account_kind: 'processing' } }),
    claims: () => ({ flow: 'sign-up-processing', obj: 'keeper-ext-2' }),
    before: {
      'entity-kind': but({ account_kind: 'emission' }),
      'no-key-keeper': async (x, good) => {
        const { guid, token } = await x.bare('bank5', 1);
        const params = { counterparty_guid: guid };
        const { guid: branch_guid } = await x.as(token).createBranch({ params, body: { name: 'South' } });
        return { ...good, params: { ...params, branch_guid }, token };
      },
      'not-found': at({ branch_guid: unknown }),
      ...declining('key'),
    },
  },
  listBranchCustomers: ofBranch,
  getBranchCustomerAccounts: {
    good: (x) => ({ params: { branch_guid: x.branch, customer_guid: x.member.customer_guid } }),
    before: { 'not-found': at({ customer_guid: unknown }) },
  },
};
