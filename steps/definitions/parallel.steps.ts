import { Given, Then, When } from '@cucumber/cucumber';
import { Blocked } from '../blocked.js';
import { moneyMoved, transferIs } from '../checks/outcomes.js';
import { carries, refusalsNoticed, servedOnce } from '../checks/requests.js';
import { sentByBank } from '../walk/journal-watch.js';
import type { DcmWorld } from '../world.js';
import { begin, movement, order, senderOf, transferOf } from './transfer.js';

// Step 16: acts of the bank at the same time

/** All of them, once each is over: none goes on into the next scenario. */
async function all<Result>(works: readonly Promise<Result>[]): Promise<Result[]> {
  const ended = await Promise.allSettled(works);
  return ended.map((one) => {
    if (one.status === 'fulfilled') return one.value;
    if (one.reason instanceof Blocked)
      throw new Blocked(
        `two acts at the same time (driver.parallel: false if the bank cannot): ${one.reason.message}`,
      );
    throw one.reason;
  });
}

Given('two customer entities with money', async function (this: DcmWorld) {
  const sender = await senderOf(this, 'customer');
  const receiver = await this.walk.receivingCustomerWith(100);
  await begin(this, { sender, receiver });
});

When(
  'the bank is asked for a transfer from each to the other at the same time',
  async function (this: DcmWorld) {
    const [sender, receiver] = [this.recall('sender'), this.recall('receiver')];
    const there = order(this, this.walk.nextAmount());
    const back = {
      ...there,
      sender_id: receiver.guid,
      sender_external_id: receiver.owner_external_id,
      receiver_id: sender.guid,
      amount: this.walk.nextAmount(),
    };
    const both = [there, { ...back, purpose: `conformance ${back.amount}` }] as const;
    await all(both.map((one) => this.walk.act('transfer', one)));
    this.remember({ both });
  },
);

Then('each of the two is as ordered and CONFIRMED', async function (this: DcmWorld) {
  for (const { sender_id, receiver_id, amount, purpose } of this.recall('both')) {
    const seen = await this.seen(`createPayment of ${amount}`, {
      direction: 'in',
      operation: 'createPayment',
      counterparty_guid: this.walk.guid,
      body: { amount },
    });
    for (const entry of seen.entries) {
      this.check(carries('TRANSFER-02', { sender_id, receiver_id }), entry);
      this.check(carries('TRANSFER-12', { purpose }), entry);
    }
    this.check(servedOnce('TRANSFER-01'), seen);
    this.check(transferIs('TRANSFER-04', 'CONFIRMED'), await transferOf(this, amount));
  }
});

When('the bank is asked twice at the same time to confirm the draft', async function (this: DcmWorld) {
  const { bank_guid, sender_external_id } = order(this, 0);
  const input = { payment_guid: this.recall('paymentGuid'), sender_external_id, bank_guid };
  const confirm = () => this.walk.act('confirm-payment', input);
  this.remember({ bothActed: await all([confirm(), confirm()]) });
});

Then('its money has moved once', async function (this: DcmWorld) {
  const guid = this.recall('paymentGuid');
  // The one that is refused may be over before the other.
  await this.journal.later('a confirmation that is served', `confirmPayment of ${guid}`, {
    direction: 'in',
    operation: 'confirmPayment',
    status: 200,
    body: { guid },
  });
  this.check(moneyMoved('TRANSFER-04'), await movement(this));
});

Then('the bank reports every refusal of DCM, as TRANSFER-05 demands', async function (this: DcmWorld) {
  const guid = this.recall('paymentGuid');
  const confirms = await this.journal.search({
    direction: 'in',
    operation: 'confirmPayment',
    body: { guid },
  });
  const refused = confirms.filter(({ status, reason }) => status >= 400 && reason !== 'session');
  const [first] = refused;
  // A bank that reads the transfer afterwards knows that it was made, and may say so.
  const reads = await this.journal.search({
    direction: 'in',
    operation: 'getPayment',
    status: 200,
    path: `/api/v1/counterparty/${this.walk.guid}/payments/${guid}`,
    after: first?.seq ?? 0,
  });
  const failures = this.recall('bothActed').filter(({ ok }) => !ok).length;
  // It also reads before it signs, and after the callback.
  const { sign_url, callback_url } = this.stage.bank;
  const usual = [sign_url, callback_url].filter((url) => url !== '').length;
  const informed = first === undefined ? 0 : Math.max(0, sentByBank(this.stage, reads).length - usual);
  this.check(refusalsNoticed, { refused: refused.length, failures: failures + informed });
});
