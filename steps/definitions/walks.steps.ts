import { Then, When } from '@cucumber/cucumber';
import type { DcmWorld } from '../world.js';
import { fact, openPage, outcomeOf, sessionOf } from './walk.js';

// The documentation's own walks, as an employee of the bank does them: about the mock

// How to add a user to a role

When('an employee reads the table of permissions and finds no fitting role', async function (this: DcmWorld) {
  await this.walk.ready();
  const { api, ...by } = await openPage(this);
  const { roles } = await api.getRolePermissionTable(by);
  fact(this, 'WALK-01', 'Administrator is there', true, roles.includes('Administrator'));
  const name = `Readers ${roles.length}`;
  fact(this, 'WALK-01', 'the role is not there yet', false, roles.includes(name));
  this.remember({ role: name });
});

When('creates a role and gives it a permission of the kind endpoint', async function (this: DcmWorld) {
  const { api, ...by } = await openPage(this);
  const role_name = this.recall('role');
  await api.createRole({ ...by, body: { role_name } });
  const query = { keto_kinds: 'endpoint', keto_scope_names: 'accounts', keto_permissions: 'GET' };
  const { permissions } = await api.listPermissionTitles({ ...by, query });
  const permission_guid = permissions[0]?.guid ?? '';
  await api.addRolePermission({ ...by, body: { role_name, permission_guid } });
});

When('creates an employee with that role, and adds another one to it', async function (this: DcmWorld) {
  const { api, ...by } = await openPage(this);
  const role_name = this.recall('role');
  const emails = [this.stage.newLogin(), this.stage.newLogin()] as const;
  await api.createEmployee({ ...by, body: { email: emails[0], roles: [role_name] } });
  const other = await api.createEmployee({ ...by, body: { email: emails[1] } });
  await api.addUserToRole({ ...by, body: { role_name, user_guid: other.employee_guid } });
  this.remember({ emails });
});

Then(
  'both are users of the role, and may do what it permits and nothing else',
  async function (this: DcmWorld) {
    const { api, ...by } = await openPage(this);
    const { users } = await api.listRoleUsers({ ...by, query: { role_name: this.recall('role') } });
    const emails = this.recall('emails');
    fact(this, 'WALK-01', 'users of the role', [...emails].sort(), users.map(({ login }) => login).sort());
    const headers = await sessionOf(this, emails[1]);
    const own = { params: by.params, headers };
    fact(this, 'WALK-01', 'what it permits', 'served', await outcomeOf(api.listAccounts(own)));
    const refused = '403 Access credentials are not sufficient to access this resource';
    fact(this, 'WALK-01', 'anything else', refused, await outcomeOf(api.listCustomers(own)));
  },
);

// How to add an employee to a branch

When(
  'an employee makes a branch, and a role there with permissions of the kind branch',
  async function (this: DcmWorld) {
    await this.walk.ready();
    const { api, ...by } = await openPage(this);
    const { total } = await api.listBranches(by);
    const { guid: branch_guid } = await api.createBranch({
      ...by,
      body: { name: `Branch of a walk ${total}` },
    });
    const role_name = `Tellers ${total}`;
    await api.createBranchRole({ ...by, body: { branch_guid, role_name } });
    const { permissions } = await api.listPermissionTitles({ ...by, query: { keto_kinds: 'branch' } });
    for (const { guid: permission_guid } of permissions) {
      await api.addBranchRolePermission({ ...by, body: { branch_guid, role_name, permission_guid } });
    }
    const table = await api.getBranchPermissionTable({ ...by, params: { ...by.params, branch_guid } });
    fact(this, 'WALK-02', 'roles of the branch', [role_name], table.roles);
    this.remember({ branchGuid: branch_guid, role: role_name });
  },
);

When('creates an employee in that branch and adds it to the role', async function (this: DcmWorld) {
  const { api, ...by } = await openPage(this);
  const branch_guid = this.recall('branchGuid');
  const email = this.stage.newLogin();
  const { employee_guid } = await api.createEmployee({ ...by, body: { email, branch_guid } });
  await api.addUserToBranchRole({
    ...by,
    body: { role_name: this.recall('role'), user_guid: employee_guid },
  });
  const { employees } = await api.listEmployees({ ...by, query: { branch_guids: branch_guid } });
  fact(
    this,
    'WALK-02',
    'employees of the branch',
    [email],
    employees.map(({ login }) => login),
  );
  this.remember({ emails: [email, email] });
});

Then('it sees and handles what belongs to the branch, and nothing else', async function (this: DcmWorld) {
  const { api, ...by } = await openPage(this);
  const branch_guid = this.recall('branchGuid');
  const there = { ...by.params, branch_guid };
  await api.createBranchAccount({ ...by, params: there, body: {} });
  const headers = await sessionOf(this, this.recall('emails')[0]);
  const [page] = [await api.listBranchAccounts({ params: there, headers })].flat();
  fact(this, 'WALK-02', 'entities of the branch', 1, page?.total);
  const refused = '403 Access credentials are not sufficient to access this resource';
  fact(
    this,
    'WALK-02',
    'entities of all',
    refused,
    await outcomeOf(api.listAccounts({ params: by.params, headers })),
  );
  const elsewhere = await api.createBranch({ ...by, body: { name: 'Elsewhere' } });
  const foreign = { ...by.params, branch_guid: elsewhere.guid };
  fact(
    this,
    'WALK-02',
    'another branch',
    refused,
    await outcomeOf(api.listBranchAccounts({ params: foreign, headers })),
  );
});
