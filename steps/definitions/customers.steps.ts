import { Given, Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import { actingOutsideTheBank, needed, preparing, promised } from '../blocked.js';
import { accepted, refused } from '../checks/answers.js';
import { repeatedInVain } from '../checks/declines.js';
import { equals } from '../checks/outcomes.js';
import { absent, carries, refusalReported, servedOnce, successReported } from '../checks/requests.js';
import { fromJournal } from '../exchange.js';
import { attempt } from '../walk/employees.js';
import { sentByBank } from '../walk/sightings.js';
import type { DcmWorld } from '../world.js';
import { neededOnce } from './transfer.js';

// Step 15

/** Entities of the customer whose external id the bank gave out. */
const entitiesOf = async (world: DcmWorld) =>
  (await world.walk.money.entities(world.walk.guid)).filter(
    (one) => one.owner_external_id === world.recall('customer').externalId,
  );

const order = (world: DcmWorld) => {
  const { externalId: _externalId, atFirst: _atFirst, ...wanted } = world.recall('customer');
  return wanted;
};

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

Given('the bank holds a secret for a new customer', async function (this: DcmWorld) {
  this.remember({ customer: await this.walk.secretFor(this.stage.newCustomer()) });
});

async function createByBank(world: DcmWorld): Promise<void> {
  // What was sent while the secret was looked for does not count.
  await world.sightings.begin();
  world.remember({ entitiesBefore: (await entitiesOf(world)).length });
  world.remember({ acted: await world.walk.act('create-customers', { customers: [order(world)] }) });
}

/** That DCM has served what the bank was asked for; the customer may then be taken for others that need one. */
async function checkCreated(world: DcmWorld): Promise<void> {
  const customer = world.recall('customer');
  const { login } = customer;
  const seen = await world.seen(`createCustomer of ${login}`, {
    direction: 'in',
    operation: 'createCustomer',
  });
  const { asset_code, asset_issuer } = world.stage.dcm.block;
  for (const entry of seen.entries) {
    world.check(carries('CUSTOMER-01', { login, asset_code, asset_issuer }), entry);
  }
  world.check(servedOnce('CUSTOMER-01'), seen);
  world.walk.controls.customers.set(login, customer);
}

When('the bank is asked to create the customer', async function (this: DcmWorld) {
  await createByBank(this);
});

When('the bank is asked to create the same customer again', async function (this: DcmWorld) {
  needed((await entitiesOf(this)).length > 0, 'the customer has not been created, so it cannot be so again');
  await createByBank(this);
});

Then(
  'DCM sees one createCustomer with the login and the asset, and it succeeds',
  async function (this: DcmWorld) {
    await checkCreated(this);
  },
);

Given('a customer whom the bank has created', async function (this: DcmWorld) {
  const [created] = this.walk.controls.customers.values();
  if (created) return this.remember({ customer: created });
  this.remember({ customer: await this.walk.secretFor(this.stage.newCustomer()) });
  await createByBank(this);
  await checkCreated(this);
});

Then(
  "the customer's entity is listed with a Stellar address and no balance",
  async function (this: DcmWorld) {
    const [entity] = await entitiesOf(this);
    needed(entity !== undefined, 'no entity of the external id that the bank gave out');
    const { stellar_address } = entity;
    promised(/^G[A-Z2-7]{55}$/.test(stellar_address), `the entity has the address ${stellar_address}`);
    needed(
      entity.balance === 0,
      'the entity of the external id that the bank gave out has a balance already',
    );
  },
);

Then("DCM asks \\/user_auth with flow sign-up about the customer's login", async function (this: DcmWorld) {
  const { login } = this.recall('customer');
  const seen = await this.seen(`/user_auth about ${login}`, {
    direction: 'out',
    operation: 'user_auth',
    flow: 'sign-up',
    obj: login,
  });
  needed(seen.entries.length > 0, `DCM had no reason to ask ${seen.wanted}`);
  const answers = seen.entries.map(fromJournal);
  this.checkEach(accepted('user_auth'), answers);
  this.answered(answers);
});

Given('a customer whom an employee has created', async function (this: DcmWorld) {
  actingOutsideTheBank(this.stage);
  const [known] = this.walk.controls.byEmployee.values();
  if (known) return this.remember(known);
  const customer = await this.walk.secretFor(this.stage.newCustomer());
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
  await this.sightings.begin();
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
  const asked = await this.sightings.search({ direction: 'out', operation: 'user_auth', obj: login });
  const answers = asked.map(fromJournal);
  needed(answers.length > 0, `DCM had no reason to ask /user_auth about ${login}`);
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
  needed(total === 0, 'the declined customer is listed all the same');
});

/** What an order ends with, where DCM does it. */
const lastOf = /^(?:confirm\w*Payment|issueIdentifiers|burnIdentifiers|createCustomer)$/;

Then('the bank reports a refusal, as {rule} demands', async function (this: DcmWorld, rule: RuleId) {
  const all = await this.sightings.search({ direction: 'in', after: this.walk.latestAct() });
  const sent = sentByBank(this.stage, all);
  const served = sent.find(({ operation, status }) => status === 200 && lastOf.test(operation));
  const refusal = sent.find(({ status }) => status >= 400);
  needed(
    served === undefined || refusal !== undefined,
    `DCM served ${served?.operation}, so there was no refusal to report`,
  );
  neededOnce(sent);
  this.check(refusalReported(rule), this.recall('acted'));
});

When('the bank is asked to create a customer for whom it holds no secret', async function (this: DcmWorld) {
  // Whole in everything but the secret, which alone may be what DCM declines.
  const customer = this.stage.newCustomer();
  const { login } = customer;
  await this.sightings.begin();
  this.remember({ login, acted: await this.walk.act('create-customers', { customers: [customer] }) });
});

const creations = (world: DcmWorld) =>
  world.sightings.search({
    direction: 'in',
    operation: 'createCustomer',
    body: { login: world.recall('login') },
  });

Then('the bank does not take it for success, as CUSTOMER-02 demands', async function (this: DcmWorld) {
  // A bank that makes secrets as it creates customers has made one by then, and DCM has served it.
  const served = (await creations(this)).some(({ status }) => status === 200);
  if (!served) this.check(refusalReported('CUSTOMER-02'), this.recall('acted'));
  else this.check(successReported('CUSTOMER-02'), this.recall('acted'));
});

Then('DCM sees no repetition of what was declined', async function (this: DcmWorld) {
  const entries = (await creations(this)).filter(({ reason }) => reason === 'declined');
  this.check(absent('DECLINE-02'), {
    entries: repeatedInVain(
      entries,
      await this.sightings.search({ direction: 'in', operation: 'submitLogin' }),
    ),
    wanted: 'repetition of a declined operation',
  });
});

Then('the customer exists once', async function (this: DcmWorld) {
  const before = this.recall('entitiesBefore');
  this.check(equals('CUSTOMER-03', 'entities of the customer', before), (await entitiesOf(this)).length);
});
