import { defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import { movedOnce, noFalseFailure, noFalseSuccess, type Report, requestedOnce } from '../checks/orders.js';
import type { FaultOfDcm } from '../walk/faults.js';
import type { DcmWorld } from '../world.js';
import { amountsRequested, reserveOf } from './identifier-requests.js';
import { accountOf, sentToDcm } from './sent.js';
import { order } from './transfer.js';

// Steps 12 and 16: responses that are lost, and a DCM that is down

/** Milliseconds by which a response is late under the last scheme of a run, and under the others. */
const longestMs = 1500;
const shortMs = 100;

/** What DCM does to one request, in the words of the features. */
const disturbances: Readonly<Record<string, FaultOfDcm>> = {
  'loses the response to createPayment': { kind: 'lose-response', operation: 'createPayment' },
  'loses the response to confirmPayment': { kind: 'lose-response', operation: 'confirmPayment' },
  'loses the response to issueIdentifiers': { kind: 'lose-response', operation: 'issueIdentifiers' },
  'posts the transfer and responds with 502': {
    kind: 'fail-response',
    operation: 'confirmPayment',
    status: 502,
  },
  'posts the transfer and responds late': {
    kind: 'late-response',
    operation: 'confirmPayment',
    ms: longestMs,
  },
  'posts the transfer and responds after the callback': {
    kind: 'late-response',
    operation: 'confirmPayment',
    ms: 150,
  },
  'takes the request for identifiers and responds with 502': {
    kind: 'fail-response',
    operation: 'issueIdentifiers',
    status: 502,
  },
  'responds to createPayment with 503': { kind: 'answer', operation: 'createPayment', status: 503 },
  'responds to confirmPayment with 503': { kind: 'answer', operation: 'confirmPayment', status: 503 },
  'responds to createPayment with 429 and Retry-After': {
    kind: 'answer',
    operation: 'createPayment',
    status: 429,
    retry_after_s: 1,
  },
  'responds to issueIdentifiers with 503': { kind: 'answer', operation: 'issueIdentifiers', status: 503 },
  'closes the connection at createPayment': { kind: 'close', operation: 'createPayment' },
  'closes the connection at confirmPayment': { kind: 'close', operation: 'confirmPayment' },
};

defineParameterType({
  name: 'disturbance',
  regexp: new RegExp(Object.keys(disturbances).join('|')),
  transformer: (text: string) => text,
});

Given('DCM {disturbance}', async function (this: DcmWorld, what: string) {
  const fault = disturbances[what];
  if (fault === undefined) throw new Error(`no fault of DCM is known for "${what}"`);
  // A long wait is worth its time once in a run.
  const ms = Math.min(fault.ms ?? 0, this.walk.isLastScheme() ? longestMs : shortMs);
  await this.faults.order(fault.ms === undefined ? fault : { ...fault, ms });
  this.remember({ disturbed: fault.operation ?? '' });
});

When('the bank is asked to transfer money while that happens', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  this.remember({ amount, acted: await this.walk.act('transfer', order(this, amount)) });
  await disturbedRecorded(this);
});

/** A bank may give up before DCM has responded: what was disturbed is looked at when it is over. */
async function disturbedRecorded(world: DcmWorld): Promise<void> {
  const match = {
    direction: 'in',
    operation: world.recall('disturbed'),
    after: world.walk.latestAct(),
  } as const;
  await world.stage.dcm.control.awaitJournal({ body: { match, timeout_ms: 2 * longestMs } });
}

/** The order of just now, and the transfers of its amount. */
async function accountOfAmount(world: DcmWorld) {
  const amount = world.recall('amount');
  const account = await accountOf(world);
  return {
    ...account,
    orders: account.orders.filter((one) => one.amount === amount),
    moved: account.moved.filter((one) => one.amount === amount),
  };
}

Then('its money has not moved twice, as ORDER-01 demands', async function (this: DcmWorld) {
  this.check(movedOnce, await accountOfAmount(this));
});

/** What the bank says of the transfer, and what has become of it. */
const report = async (world: DcmWorld): Promise<Report> => ({
  ok: world.recall('acted').ok,
  moved: (await accountOfAmount(world)).moved.length,
});

Then(
  'the bank does not report success for money that has not moved, as {rule} demands',
  async function (this: DcmWorld, rule: RuleId) {
    this.check(noFalseSuccess(rule), await report(this));
  },
);

Then(
  'it does not report a failure of money that has moved either, as ORDER-05 demands',
  async function (this: DcmWorld) {
    this.check(noFalseFailure, await report(this));
  },
);

// Identifiers

When('the bank is asked to request identifiers while that happens', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  const acted = await this.walk.act('issue-identifiers', { amount, reserve_balance: reserveOf(this) });
  this.remember({ amount, acted });
  await disturbedRecorded(this);
});

Then('the bank has requested them once, as ORDER-02 demands', async function (this: DcmWorld) {
  const amount = this.recall('amount');
  const orders = this.walk.orderBook.all().filter((one) => one.amount === amount);
  this.check(requestedOnce, {
    orders,
    unknown: this.walk.orderBook.unknown(),
    sent: await sentToDcm(this),
    known: await amountsRequested(this),
  });
});

Then(
  'the bank does not report success for a request that DCM has not taken, as {rule} demands',
  async function (this: DcmWorld, rule: RuleId) {
    const amount = this.recall('amount');
    const made = (await amountsRequested(this)).filter((one) => one === amount).length;
    this.check(noFalseSuccess(rule), { ok: this.recall('acted').ok, moved: made });
  },
);
