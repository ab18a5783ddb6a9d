import { Given, Then, When } from '@cucumber/cucumber';
import { needed, promised } from '../blocked.js';
import { accepted } from '../checks/answers.js';
import { equals } from '../checks/outcomes.js';
import { guidsReported } from '../checks/reported.js';
import { carries, servedOnce } from '../checks/requests.js';
import { fromJournal } from '../exchange.js';
import type { DcmWorld } from '../world.js';

// Step 15

/** Entities of the customer whose external id the bank gave out. */
const entitiesOf = async (world: DcmWorld) =>
  (await world.walk.money.entities(world.walk.guid)).filter(
    (entity) => entity.owner_external_id === world.recall('customer').externalId,
  );

const order = (world: DcmWorld) => {
  const { externalId: _externalId, atFirst: _atFirst, ...wanted } = world.recall('customer');
  return wanted;
};

Given('the bank holds a secret for a new customer', async function (this: DcmWorld) {
  this.remember({ customer: await this.walk.customers.takeWithSecret() });
});

async function createByBank(world: DcmWorld): Promise<void> {
  // What was sent while the secret was looked for does not count.
  await world.journal.begin();
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
  const [made] = seen.entries;
  const told = world.recall('acted').output?.customers?.find((one) => one.login === login);
  world.check(guidsReported, { made: made?.response.body, told });
  world.walk.controls.customers.set(login, customer);
}

When('the bank is asked to create the customer', async function (this: DcmWorld) {
  await createByBank(this);
});

When('the bank is asked to create the same customer again', async function (this: DcmWorld) {
  needed((await entitiesOf(this)).length > 0, 'the customer was not created, so it cannot be a duplicate');
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
  this.remember({ customer: await this.walk.customers.takeWithSecret() });
  await createByBank(this);
  await checkCreated(this);
});

Then(
  "the customer's entity is listed with a Stellar address and no balance",
  async function (this: DcmWorld) {
    const [entity] = await entitiesOf(this);
    needed(entity !== undefined, 'no entity with the external id that the bank returned');
    const { stellar_address } = entity;
    promised(/^G[A-Z2-7]{55}$/.test(stellar_address), `the entity has the address ${stellar_address}`);
    needed(
      entity.balance === 0,
      'the entity with the external id that the bank returned already has a balance',
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
  needed(seen.entries.length > 0, `DCM had no reason to call ${seen.wanted}`);
  const answers = seen.entries.map(fromJournal);
  this.checkEach(accepted('user_auth'), answers);
  this.answered(answers);
});

Then('the customer exists once', async function (this: DcmWorld) {
  const before = this.recall('entitiesBefore');
  this.check(equals('CUSTOMER-03', 'entities of the customer', before), (await entitiesOf(this)).length);
});
