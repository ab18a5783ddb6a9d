import { Given, Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import { preparing } from '../blocked.js';
import { equals } from '../checks/outcomes.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';
import { order } from './transfer.js';

// The documentation's own walks, as an employee of the bank does them: about the mock

/** Who does it, and where. */
async function desk(world: DcmWorld) {
  return {
    api: world.stage.dcm.api,
    params: { counterparty_guid: world.walk.guid },
    headers: await world.walk.officerSession(),
  };
}

const fact = <Value>(world: DcmWorld, rule: RuleId, what: string, wanted: Value, actual: Value): void =>
  world.check(equals<string>(rule, what, JSON.stringify(wanted)), JSON.stringify(actual));

/** A session of an employee who was created just now. */
async function sessionOf(world: DcmWorld, email: string) {
  const { employees } = world.walk;
  const password = world.stage.newPassword();
  await preparing('set a password', () => employees.setPassword(email, password));
  return employees.session(email, password);
}

const outcomeOf = async (call: Promise<unknown>): Promise<string> => {
  const { ok, status, error } = await attempt(() => call);
  return ok ? 'served' : `${status} ${error}`;
};

// How to add a user to a role

When('an employee reads the table of permissions and finds no fitting role', async function (this: DcmWorld) {
  await this.walk.ready();
  const { api, ...by } = await desk(this);
  const { roles } = await api.getRolePermissionTable(by);
  fact(this, 'WALK-01', 'Administrator is there', true, roles.includes('Administrator'));
  const name = `Readers ${roles.length}`;
  fact(this, 'WALK-01', 'the role is not there yet', false, roles.includes(name));
  this.remember({ role: name });
});

When('creates a role and gives it a permission of the kind endpoint', async function (this: DcmWorld) {
  const { api, ...by } = await desk(this);
  const role_name = this.recall('role');
  await api.createRole({ ...by, body: { role_name } });
  const query = { keto_kinds: 'endpoint', keto_scope_names: 'accounts', keto_permissions: 'GET' };
  const { permissions } = await api.listPermissionTitles({ ...by, query });
  const permission_guid = permissions[0]?.guid ?? '';
  await api.addRolePermission({ ...by, body: { role_name, permission_guid } });
});

When('creates an employee with that role, and adds another one to it', async function (this: DcmWorld) {
  const { api, ...by } = await desk(this);
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
    const { api, ...by } = await desk(this);
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
    const { api, ...by } = await desk(this);
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
  const { api, ...by } = await desk(this);
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
  const { api, ...by } = await desk(this);
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

// Reconciliation

/** A transfer by an employee, made and confirmed. */
async function transfer(world: DcmWorld, amount: number): Promise<string> {
  const { api, ...by } = await desk(world);
  const { sender_id, receiver_id, bank_guid } = order(world, amount);
  return outcomeOf(
    api
      .createPayment({ ...by, body: { sender_id, receiver_id, amount } })
      .then(({ guid }) => api.confirmPayment({ ...by, body: { guid, ...(bank_guid ? { bank_guid } : {}) } })),
  );
}

Given(
  'an employee transfers {float} from the one to the other',
  async function (this: DcmWorld, amount: number) {
    // What was transferred before belongs to recons of its own.
    await this.stage.dcm.control.makeRecons({ body: {} });
    fact(this, 'WALK-03', 'the transfer', 'served', await transfer(this, amount));
    this.remember({ amount });
  },
);

When('an employee lists the recons with status calculated and confirms one', async function (this: DcmWorld) {
  const { api, ...by } = await desk(this);
  const query = { counterparty_role: 'debtor', status: 'calculated', limit: '1' } as const;
  const { recons } = await api.listRecons({ ...by, query });
  const guid = recons[0]?.guid ?? '';
  const all = await api.listReconParticipants({ ...by, query: { counterparty_role: 'debtor' } });
  fact(
    this,
    'WALK-03',
    'the other side is a participant',
    true,
    all.participants.some((one) => one.guid === recons[0]?.creditor.guid),
  );
  await api.updateRecon({ ...by, params: { ...by.params, recon_guid: guid }, body: { status: 'confirmed' } });
  this.remember({ reconGuid: guid });
});

When('the officer of DCM notes its payment', async function (this: DcmWorld) {
  await this.stage.dcm.control.moveClock({ body: { forward_s: 2 } });
  const guid = this.recall('reconGuid');
  await preparing('note the payment', () => this.stage.dcm.control.payRecon({ params: { guid }, body: {} }));
});

Then('its figures are those of the transfers, and it is paid', async function (this: DcmWorld) {
  const { api, ...by } = await desk(this);
  const query = { counterparty_role: 'debtor', guid: this.recall('reconGuid') } as const;
  const { recons } = await api.listRecons({ ...by, query });
  const [{ debtor, creditor, status } = { debtor: undefined, creditor: undefined, status: '' }] = recons;
  fact(this, 'WALK-03', 'status', 'paid', status);
  fact(this, 'WALK-03', 'what the debtor sent', this.recall('amount'), debtor?.total_out);
  fact(this, 'WALK-03', 'what the creditor received', this.recall('amount'), creditor?.total_in);
});

// Limits

When(
  'an employee sets standard limits for the segment and individual ones for the customer',
  async function (this: DcmWorld) {
    const { api, ...by } = await desk(this);
    const { customer_guid } = this.recall('sender');
    await api.setSegmentPaymentLimit({ ...by, body: { segment_name: 'PI', min: 0.5, max: 5 } });
    await api.setCustomerPaymentLimit({ ...by, body: { customer_guid, min: 9.9, max: 100.1 } });
    const { columns } = await api.getCustomerPaymentLimit({ ...by, query: { customer_guid } });
    const [column] = columns;
    fact(
      this,
      'WALK-04',
      'the bounds',
      { max: 100.1, min: 9.9 },
      column && 'min' in column && { max: column.max, min: column.min },
    );
  },
);

Then(
  'transfers of 9.9, 10, 100 and 100.1 are refused, served, served and refused',
  async function (this: DcmWorld) {
    const guid = this.walk.guid;
    const source = await this.walk.funded('processing', 200);
    const body = { sender_id: source.guid, receiver_id: this.recall('sender').guid, amount: 200 };
    await preparing('fund the customer', () =>
      this.stage.dcm.control.transferByOfficer({ params: { guid }, body }),
    );
    for (const [amount, outcome] of [
      [9.9, '400 limit exceeded: minimum of one transfer of the customer, above 9.9, would be 9.9'],
      [10, 'served'],
      [100, 'served'],
      [100.1, '400 limit exceeded: maximum of one transfer of the customer, below 100.1, would be 100.1'],
    ] as const) {
      fact(this, 'WALK-04', `a transfer of ${amount}`, outcome, await transfer(this, amount));
    }
  },
);

Then(
  'the transfers of a day are refused beyond the maximum of the day, and served a day later',
  async function (this: DcmWorld) {
    const { api, ...by } = await desk(this);
    const { customer_guid } = this.recall('sender');
    await api.setCustomerAmountLimit({ ...by, body: { customer_guid, period: 'day', max: 121 } });
    const refused = '400 limit exceeded: maximum of the day of the customer, below 121, would be 121';
    fact(this, 'WALK-04', 'beyond the day', refused, await transfer(this, 11));
    fact(this, 'WALK-04', 'below the day', 'served', await transfer(this, 10.5));
    await this.stage.dcm.control.moveClock({ body: { forward_s: 24 * 3600 + 60 } });
    fact(this, 'WALK-04', 'a day later', 'served', await transfer(this, 50));
  },
);
