import { After, Given, Then, When } from '@cucumber/cucumber';
import { Blocked, needed, preparing } from '../blocked.js';
import { moneyMoved, transferIs } from '../checks/outcomes.js';
import { carries, refusalsNoticed, servedOnce } from '../checks/requests.js';
import { ownAnswers } from '../checks/secrets.js';
import type { Exchange } from '../exchange.js';
import { probeAtOnce, probeInTurn } from '../probe-at-once.js';
import type { Question } from '../question.js';
import { sentByBank } from '../walk/journal-watch.js';
import type { DcmWorld } from '../world.js';
import { callBackOf } from './callbacks.js';
import { transferByBank } from './come-about.js';
import { begin, movement, order, senderOf, transferOf } from './transfer.js';

// Steps 14 and 16: several things at the same time

// Requests to the bank

/** How often each of two users is asked about at the same time. */
const times = 2;

When(
  'DCM asks \\/key and \\/external_id about both of them at the same time, twice each',
  async function (this: DcmWorld) {
    const users = [this.recall('customer'), this.recall('other')];
    needed(
      users[0]?.externalId !== users[1]?.externalId,
      'the bank gave both customers the same external id',
    );
    const alone = users.flatMap(({ externalId }): Question[] =>
      (['key', 'external_id'] as const).map((method) => ({ method, obj: externalId })),
    );
    const before = await probeInTurn(this.stage, alone);
    needed(
      before.every(({ status }) => status === 200),
      'the bank does not answer about both of them one by one',
    );
    // A bank that answers one question after the other is asked so, and cannot mix them up.
    const answers: Exchange[] = [];
    for (let round = 0; round < times; round += 1) answers.push(...(await probeAtOnce(this.stage, alone)));
    this.answered(before);
    this.answered(answers);
  },
);

Then('each answer that came is that of the user whom the token names', function (this: DcmWorld) {
  const before = this.recall('earlier');
  const answers = this.recall('answers');
  // A bank may answer one request after the other: what has not come says nothing about whose it would have been.
  const came = answers.filter(({ error }) => error === '').length;
  needed(
    came > 1,
    `only ${came} of ${answers.length} responses came when they were asked for at the same time`,
  );
  for (const [index, answer] of answers.entries()) {
    const alone = before[index % before.length];
    if (alone !== undefined && answer.error === '') this.check(ownAnswers, [alone, answer], answer);
  }
});

// Acts of the bank

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

// Callbacks

/** Seconds after which DCM sends the callback again that was lost. */
const retryS = 120;

After(async function (this: DcmWorld) {
  const retries = this.maybe('retries');
  if (retries) await this.stage.dcm.control.updateProfile({ body: { callback_retry_s: [...retries] } });
});

When(
  'the bank is asked for two transfers whose callbacks come in the opposite order',
  async function (this: DcmWorld) {
    const { control } = this.stage.dcm;
    const { profile } = await control.getProfile({});
    this.remember({ retries: profile.callback_retry_s });
    // Not again before the other one, however long the bank takes.
    await preparing('have callbacks retried later', () =>
      control.updateProfile({ body: { callback_retry_s: [retryS] } }),
    );
    await this.faults.order({ kind: 'lose-callback' });
    const guids: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      await transferByBank(this);
      guids.push(this.recall('paymentGuid'));
    }
    needed(!guids.includes(''), 'the bank has not made both transfers');
    await callBackOf(this, 'transfer', guids[1] ?? '');
    const early = await this.journal.search({ direction: 'out', body: { transaction_id: guids[0] } });
    needed(early.length === 0, 'the callbacks came in the order of the transfers');
    await preparing('move the clock', () => control.moveClock({ body: { forward_s: retryS } }));
    this.remember({ paymentGuid: guids[0] ?? '' });
  },
);

Then('it came before the response to the confirmation', async function (this: DcmWorld) {
  const guid = this.recall('paymentGuid');
  const [confirmation] = await this.journal.search({
    direction: 'in',
    operation: 'confirmPayment',
    body: { guid },
  });
  const [callback] = await this.journal.search({ direction: 'out', body: { transaction_id: guid } });
  const ended = confirmation === undefined ? 0 : Date.parse(confirmation.at) + confirmation.ms;
  needed(callback !== undefined && Date.parse(callback.at) < ended, 'the callback came after the response');
});
