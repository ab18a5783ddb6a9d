import { Given, Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import { actingOutsideTheBank, preparing, promised } from '../blocked.js';
import { accepted, refused } from '../checks/answers.js';
import { equals, succeeded } from '../checks/outcomes.js';
import { carries, refusalReported, servedOnce, sighted } from '../checks/requests.js';
import { fromJournal } from '../exchange.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';

// Step 15

/** Entities of the customer whose external id the bank gave out. */
const entitiesOf = async (world: DcmWorld) =>
  (await world.walk.money.entities(world.walk.guid)).filter(
    (one) => one.owner_external_id === world.recall('customer').externalId,
  );

const order = (world: DcmWorld) => {
  const { externalId: _externalId, ...wanted } = world.recall('customer');
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

When(/^the bank is asked to create the (?:same )?customer(?: again)?$/, async function (this: DcmWorld) {
  // What was sent while the secret was looked for does not count.
  await this.sightings.begin();
  this.remember({ acted: await this.walk.act('create-customers', { customers: [order(this)] }) });
});

Then(
  'DCM sees one createCustomer with the login and the asset, and it succeeds',
  async function (this: DcmWorld) {
    const { login } = this.recall('customer');
    const seen = await this.sightings.await(`createCustomer of ${login}`, {
      direction: 'in',
      operation: 'createCustomer',
      body: { login },
    });
    this.check(servedOnce('CUSTOMER-01'), seen);
    const { asset_code, asset_issuer } = this.stage.dcm.block;
    for (const entry of seen.entries) {
      this.check(carries('CUSTOMER-01', { login, asset_code, asset_issuer }), entry);
    }
  },
);

Then(
  "the customer's entity is listed with a Stellar address and no balance",
  async function (this: DcmWorld) {
    const entities = await entitiesOf(this);
    this.check(equals('CUSTOMER-02', 'entities of the customer', 1), entities.length);
    const [entity] = entities;
    const address = entity?.stellar_address ?? '';
    promised(/^G[A-Z2-7]{55}$/.test(address), `the entity has the Stellar address ${address}`);
    this.check(equals('CUSTOMER-02', 'balance', 0), entity?.balance ?? -1);
  },
);

Then("DCM asks \\/user_auth with flow sign-up about the customer's login", async function (this: DcmWorld) {
  const { login } = this.recall('customer');
  const seen = await this.sightings.await(`/user_auth about ${login}`, {
    direction: 'out',
    operation: 'user_auth',
    flow: 'sign-up',
    obj: login,
  });
  this.check(sighted('AUTH-01'), seen);
  const answers = seen.entries.map(fromJournal);
  this.checkEach(accepted('user_auth'), answers);
  this.answered(answers);
});

Given('an employee creates that customer and succeeds', async function (this: DcmWorld) {
  actingOutsideTheBank(this.stage);
  this.check(succeeded('AUTH-01'), await createByEmployee(this, this.recall('customer').login));
});

When('an employee creates a customer for whom the bank holds no secret', async function (this: DcmWorld) {
  const login = this.stage.newLogin();
  this.remember({ login, attempt: await createByEmployee(this, login) });
  const asked = await this.sightings.search({ direction: 'out', operation: 'user_auth', obj: login });
  const answers = asked.map(fromJournal);
  promised(answers.length > 0, `no /user_auth about ${login}`);
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
  this.check(equals('DECLINE-01', 'customers with that login', 0), total);
});

Then('the bank reports a refusal, as {rule} demands', function (this: DcmWorld, rule: RuleId) {
  this.check(refusalReported(rule), this.recall('acted'));
});

Then('the customer exists once', async function (this: DcmWorld) {
  this.check(equals('CUSTOMER-03', 'entities of the customer', 1), (await entitiesOf(this)).length);
});
