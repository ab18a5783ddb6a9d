import { Given, Then, When } from '@cucumber/cucumber';
import { actingOutsideTheBank, needed, preparing } from '../blocked.js';
import { refused } from '../checks/answers.js';
import { fromJournal } from '../exchange.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';

async function createByEmployee(world: DcmWorld, login: string) {
  const headers = await world.walk.officerSession();
  const { asset_code, asset_issuer } = world.stage.dcm.block;
  return attempt(() =>
    world.stage.dcm.api.createCustomer({
      params: { counterparty_guid: world.walk.guid },
      body: { login, asset_code, asset_issuer },
      headers,
    }),
  );
}

Given('a customer whom an employee has created', async function (this: DcmWorld) {
  actingOutsideTheBank(this.stage);
  const [known] = this.walk.controls.byEmployee.values();
  if (known) return this.remember(known);
  const customer = await this.walk.customers.takeWithSecret();
  const made = await createByEmployee(this, customer.login);
  needed(made.result !== undefined, `create a customer as an employee: ${made.error}`);
  const { customer_guid: customerGuid } = made.result;
  this.walk.controls.byEmployee.set(customer.login, { customer, customerGuid });
  this.remember({ customer, customerGuid });
});

When('an employee opens a further account of that customer', async function (this: DcmWorld) {
  const headers = await this.walk.officerSession();
  const { asset_code, asset_issuer } = this.stage.dcm.block;
  const customer_guid = this.recall('customerGuid');
  await this.journal.begin();
  // Whether it succeeds hangs on the answers of the bank, which are looked at.
  await attempt(() =>
    this.stage.dcm.api.createCustomerAccount({
      params: { counterparty_guid: this.walk.guid, customer_guid },
      body: { asset_code, asset_issuer },
      headers,
    }),
  );
});

When('an employee creates a customer for whom the bank holds no secret', async function (this: DcmWorld) {
  const login = this.stage.newLogin();
  this.remember({ login, attempt: await createByEmployee(this, login) });
  const asked = await this.journal.search({ direction: 'out', operation: 'user_auth', obj: login });
  const answers = asked.map(fromJournal);
  needed(answers.length > 0, `DCM had no reason to call /user_auth about ${login}`);
  this.answered(answers);
  this.checkEach(refused('AUTH-05'), answers);
});

Then('no customer with that login exists', async function (this: DcmWorld) {
  const headers = await this.walk.officerSession();
  const { total } = await preparing('list customers', () =>
    this.stage.dcm.api.listCustomers({
      params: { counterparty_guid: this.walk.guid },
      query: { logins: [this.recall('login')] },
      headers,
    }),
  );
  needed(total === 0, 'the declined customer is listed nevertheless');
});
