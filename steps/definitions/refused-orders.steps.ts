import { Given, Then, When } from '@cucumber/cucumber';
import type { ActAnswer } from '../../contract/driver.js';
import { withoutSlash } from '../../contract/without-slash.js';
import { needed, preparing } from '../blocked.js';
import { equals } from '../checks/outcomes.js';
import { sighted } from '../checks/requests.js';
import { newestEntry } from '../journal.js';
import { post } from '../probe.js';
import type { DcmWorld } from '../world.js';
import { order } from './transfer.js';

// Steps 12, 15 and 16: orders that DCM refuses, lost sessions, lost and repeated callbacks

When('the bank is asked to request more identifiers than its reserve', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  this.remember({ acted: await this.walk.act('issue-identifiers', { amount, reserve_balance: 1 }) });
});

When('the bank is asked to create another customer', async function (this: DcmWorld) {
  const other = this.recall('customer');
  const entitiesBefore = (await this.walk.money.entities(this.walk.guid)).length;
  this.remember({ entitiesBefore });
  const customer = await this.walk.customers.takeWithSecret();
  const { externalId: _externalId, atFirst: _atFirst, ...wanted } = customer;
  await this.journal.begin();
  this.remember({ other, customer, acted: await this.walk.act('create-customers', { customers: [wanted] }) });
});

Then('the new customer has an entity, and nobody else gets one', async function (this: DcmWorld) {
  const entities = await this.walk.money.entities(this.walk.guid);
  const pairs = [this.recall('customer'), this.recall('other')] as const;
  needed(pairs[0].externalId !== pairs[1].externalId, 'the bank gave both customers the same external id');
  for (const { externalId } of pairs) {
    const found = entities.some((entity) => entity.owner_external_id === externalId);
    needed(found, `no entity with the external id ${externalId} that the bank returned`);
  }
  // Nobody else gets one either, such as the customer before.
  const expected = this.recall('entitiesBefore') + 1;
  this.check(equals('CUSTOMER-01', 'entities of all customers', expected), entities.length);
});

/** An order with a mistake in it: what DCM notices about the request is not held against the bank. */
async function orderAmiss(world: DcmWorld, ordered: () => Promise<ActAnswer>): Promise<void> {
  const newest = () => newestEntry(world.stage.dcm);
  // Open until it is over: a run that is interrupted meanwhile knows of it.
  const stretch = { after: await newest(), last: Number.POSITIVE_INFINITY };
  world.walk.ordersAmiss.push(stretch);
  try {
    world.remember({ acted: await ordered() });
  } finally {
    stretch.last = await newest();
  }
}

When('the bank is asked to make a draft without a sender', async function (this: DcmWorld) {
  const wanted = { ...order(this, this.walk.nextAmount()), sender_id: '' };
  await orderAmiss(this, () => this.walk.act('create-payment', wanted));
});

When("the bank is asked to transfer money without the other bank's guid", async function (this: DcmWorld) {
  const wanted = { ...order(this, this.walk.nextAmount()), bank_guid: null };
  await orderAmiss(this, () => this.walk.act('transfer', wanted));
});

When(
  'the bank is asked to transfer money to an account that does not exist',
  async function (this: DcmWorld) {
    const receiver_id = 'ffffffff-ffff-1fff-bfff-ffffffffffff';
    const wanted = { ...order(this, this.walk.nextAmount()), receiver_id };
    this.remember({ acted: await this.walk.act('transfer', wanted) });
  },
);

When("DCM finds the sender's secret changed", async function (this: DcmWorld) {
  await this.faults.order({ kind: 'secret-changed' });
});

When(
  'the bank is asked to transfer money from the one to the other once more',
  async function (this: DcmWorld) {
    this.remember({ acted: await this.walk.act('transfer', order(this, this.walk.nextAmount())) });
  },
);

When('DCM ends all sessions', async function (this: DcmWorld) {
  await preparing('end the sessions', () => this.stage.dcm.control.endSessions({ body: {} }));
  this.walk.employees.forget();
  // A login from before it says nothing.
  await this.journal.begin();
});

Then('DCM sees a new login of the bank', async function (this: DcmWorld) {
  const login = { direction: 'in', operation: 'submitLogin', status: 200 } as const;
  this.check(sighted('LOGIN-04'), await this.seen('a login', login));
});

Given('the next callback is lost on the way', async function (this: DcmWorld) {
  await this.faults.order({ kind: 'lose-callback' });
});

When('the ledger clock moves on', async function (this: DcmWorld) {
  await this.stage.dcm.control.moveClock({ body: { forward_s: 5 } });
});

/** A callback that the harness sends itself, as DCM would. */
async function callBack({ stage }: DcmWorld, transaction_id: string) {
  const url = `${withoutSlash(stage.bank.callback_url)}/api/dcm/notify/transfer`;
  const { profile } = await stage.dcm.control.getProfile({});
  return post(stage, url, { transaction_id }, profile.callback_timeout_ms);
}

When('the same callback comes again', async function (this: DcmWorld) {
  this.answered([await callBack(this, this.recall('paymentGuid'))]);
});

When('a callback about an unknown transaction comes', async function (this: DcmWorld) {
  this.answered([await callBack(this, 'ffffffff-ffff-4fff-bfff-ffffffffffff')]);
});
