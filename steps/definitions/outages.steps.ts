import { defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import {
  movedAsOrdered,
  movedOnce,
  noFalseFailure,
  noFalseSuccess,
  type Report,
  requestedOnce,
} from '../checks/orders.js';
import { sighted } from '../checks/requests.js';
import type { FaultOfDcm } from '../walk/faults.js';
import type { DcmWorld } from '../world.js';
import { requests, reserve } from './identifier-requests.js';
import { accountOf, sentToDcm } from './sent.js';
import { order } from './transfer.js';

// Steps 12 and 16: responses that are lost, and a DCM that is down

/** Milliseconds by which a response is late under the last scheme of a run, and under the others. */
const longestMs = 1500;
const shortMs = 200;

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

/** Whether no other scheme comes after this one. */
function isLast({ stage, walk }: DcmWorld): boolean {
  const { lastScheme = stage.bank.schemes.at(-1) } = stage;
  return walk.scheme.now() === lastScheme;
}

defineParameterType({
  name: 'disturbance',
  regexp: new RegExp(Object.keys(disturbances).join('|')),
  transformer: (text: string) => text,
});

Given('DCM {disturbance}', async function (this: DcmWorld, what: string) {
  const fault = disturbances[what];
  if (fault === undefined) throw new Error(`no fault of DCM is known for "${what}"`);
  // A long wait is worth its time once in a run.
  const ms = Math.min(fault.ms ?? 0, isLast(this) ? longestMs : shortMs);
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

/** The transfers of the amount that was ordered just now. */
async function ordered(world: DcmWorld) {
  const amount = world.recall('amount');
  const account = await accountOf(world);
  return {
    ...account,
    orders: account.orders.filter((one) => one.amount === amount),
    moved: account.moved.filter((one) => one.amount === amount),
  };
}

Then('its money has not moved twice, as ORDER-01 demands', async function (this: DcmWorld) {
  this.check(movedOnce, await ordered(this));
});

/** What the bank says of the transfer, and what has become of it. */
const report = async (world: DcmWorld): Promise<Report> => ({
  ok: world.recall('acted').ok,
  moved: (await ordered(world)).moved.length,
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
  const acted = await this.walk.act('issue-identifiers', { amount, reserve_balance: reserve });
  this.remember({ amount, acted });
  await disturbedRecorded(this);
});

const amountsAtDcm = async (world: DcmWorld): Promise<number[]> =>
  (await requests(world)).map(({ requested_amount }) => requested_amount);

Then('the bank has requested them once, as ORDER-02 demands', async function (this: DcmWorld) {
  const amount = this.recall('amount');
  const orders = this.walk.ordered.all().filter((one) => one.amount === amount);
  this.check(requestedOnce, {
    orders,
    unknown: this.walk.ordered.unknown(),
    sent: await sentToDcm(this),
    known: await amountsAtDcm(this),
  });
});

Then(
  'the bank does not report success for a request that DCM has not taken, as {rule} demands',
  async function (this: DcmWorld, rule: RuleId) {
    const amount = this.recall('amount');
    const made = (await amountsAtDcm(this)).filter((one) => one === amount).length;
    this.check(noFalseSuccess(rule), { ok: this.recall('acted').ok, moved: made });
  },
);

// The whole run

/** Milliseconds for which nothing may happen at the end of a run: time for what the bank repeats late. */
const quietMs = 2000;

When('DCM has waited for late requests of the bank', async function (this: DcmWorld) {
  // What comes late under the first scheme is seen at the end of the last one.
  if (isLast(this)) await this.journal.pause(quietMs);
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
  const orders = this.walk.ordered.all();
  this.check(requestedOnce, {
    orders,
    unknown: this.walk.ordered.unknown(),
    sent: this.recall('account').sent,
    known: await amountsAtDcm(this),
  });
});

// A session that ends

When(
  'the bank is asked to confirm the draft after DCM has ended all sessions',
  async function (this: DcmWorld) {
    await this.stage.dcm.control.endSessions({ body: {} });
    this.walk.employees.forget();
    const { bank_guid, sender_external_id } = order(this, 0);
    const input = { payment_guid: this.recall('paymentGuid'), sender_external_id, bank_guid };
    await this.journal.begin();
    this.remember({ acted: await this.walk.act('confirm-payment', input) });
    const login = { direction: 'in', operation: 'submitLogin', status: 200 } as const;
    this.check(sighted('LOGIN-04'), await this.seen('a login', login));
  },
);
