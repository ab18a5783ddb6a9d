import { After, Given, Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import { needed, preparing } from '../blocked.js';
import { movedAsOrdered, movedOnce, requestedOnce } from '../checks/orders.js';
import { noticedNothing, orderedOnly, sighted } from '../checks/requests.js';
import { rarelyLate } from '../checks/times.js';
import { isNotTaken, isWithin } from '../journal.js';
import { allTimes } from '../times.js';
import type { DcmWorld } from '../world.js';
import { checkDrafts } from './drafts.js';
import { amountsRequested } from './identifier-requests.js';
import { accountOf, sentToDcm } from './sent.js';
import { payment } from './transfer.js';

// What must never happen, in all that the bank has sent in the run

When('an officer looks through what the bank has sent', async function (this: DcmWorld) {
  this.remember({ sent: await sentToDcm(this) });
});

Then('DCM has noticed nothing that is against {rule}', function (this: DcmWorld, rule: RuleId) {
  const { ordersAmiss } = this.walk;
  const own = this.recall('sent').filter((entry) => !isWithin(ordersAmiss, entry));
  this.check(noticedNothing(rule), own);
});

Then('no draft was confirmed more often than ordered', function (this: DcmWorld) {
  const confirms = this.recall('sent').filter(
    (entry) =>
      /^confirm\w*Payment$/.test(entry.operation) && entry.reason !== 'session' && !isNotTaken(entry),
  );
  this.check(orderedOnly, { confirms, ordered: this.walk.confirmsOrdered });
});

When('an officer looks at how long all answers took', async function (this: DcmWorld) {
  this.remember({ times: await allTimes(this.stage) });
});

Then('late answers are rare, as AUTH-04 demands', function (this: DcmWorld) {
  this.check(rarelyLate, this.recall('times'));
});

// The money of the whole run

/** Milliseconds for which nothing may happen at the end of a run: time for what the bank repeats late. */
const quietMs = 2000;

When('DCM has waited for late requests of the bank', async function (this: DcmWorld) {
  // What comes late under the first scheme is seen at the end of the last one.
  if (this.walk.isLastScheme()) await this.journal.pause(quietMs);
});

When('an officer compares all transfers of the bank with its orders', async function (this: DcmWorld) {
  this.remember({ account: await accountOf(this) });
});

Then('each order moved its money once, as ORDER-01 demands', async function (this: DcmWorld) {
  this.check(movedOnce, this.recall('account'));
});

Then('no other money has moved, as ORDER-03 demands', async function (this: DcmWorld) {
  this.check(movedAsOrdered, this.recall('account'));
});

Then('each order for identifiers became one request, as ORDER-02 demands', async function (this: DcmWorld) {
  const orders = this.walk.orderBook.all();
  this.check(requestedOnce, {
    orders,
    unknown: this.walk.orderBook.unknown(),
    sent: this.recall('account').sent,
    known: await amountsRequested(this),
  });
});

// Transfers that are posted after the answer

Given('DCM answers a confirmation before it posts the transfer', async function (this: DcmWorld) {
  const { control } = this.stage.dcm;
  const { profile } = await control.getProfile({});
  await preparing('have transfers posted later', () => control.updateProfile({ body: { posting: 'async' } }));
  this.remember({ postingBefore: profile.posting });
});

After(async function (this: DcmWorld) {
  const posting = this.maybe('postingBefore');
  if (posting) await this.stage.dcm.control.updateProfile({ body: { posting } });
});

When('DCM posts the transfer', async function (this: DcmWorld) {
  await this.journal.begin();
  await this.stage.dcm.control.moveClock({ body: { forward_s: 5 } });
});

Then('the bank reads the transfer after it is posted', async function (this: DcmWorld) {
  await checkDrafts(this);
  const guid = this.recall('paymentGuid');
  needed(
    (await payment(this))?.status === 'CONFIRMED',
    'the transfer was not posted, so there was nothing to read',
  );
  const seen = await this.journal.later('a transfer read after its posting', `getPayment of ${guid}`, {
    direction: 'in',
    operation: 'getPayment',
    status: 200,
    path: `/api/v1/counterparty/${this.walk.guid}/payments/${guid}`,
  });
  this.check(sighted('TRANSFER-11'), seen);
});
