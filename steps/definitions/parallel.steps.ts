import { Given, Then, When } from '@cucumber/cucumber';
import { needed, preparing } from '../blocked.js';
import { moneyStays, transferIs } from '../checks/outcomes.js';
import { carries, refusalsNoticed, servedOnce } from '../checks/requests.js';
import { ownAnswers } from '../checks/secrets.js';
import { probe } from '../probe.js';
import { probeInTurn } from '../probe-at-once.js';
import type { Question } from '../question.js';
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
    const asked = Array.from({ length: times }, () => alone).flat();
    // A bank that is asked while it acts is made to act for one question at a time.
    const answers = this.stage.whileActing
      ? await probeInTurn(this.stage, asked)
      : await Promise.all(asked.map((question) => probe(this.stage, question)));
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
    await Promise.all(both.map((one) => this.walk.act('transfer', one)));
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
  this.remember({ bothActed: await Promise.all([confirm(), confirm()]) });
});

Then('its money has moved once', async function (this: DcmWorld) {
  this.check(moneyStays('TRANSFER-04'), await movement(this));
});

Then('the bank reports every refusal of DCM, as TRANSFER-05 demands', async function (this: DcmWorld) {
  const guid = this.recall('paymentGuid');
  const confirms = await this.journal.search({
    direction: 'in',
    operation: 'confirmPayment',
    body: { guid },
  });
  const refused = confirms.filter(({ status, reason }) => status >= 400 && reason !== 'session').length;
  const failures = this.recall('bothActed').filter(({ ok }) => !ok).length;
  this.check(refusalsNoticed, { refused, failures });
});

// Callbacks

When(
  'the bank is asked for two transfers whose callbacks come in the opposite order',
  async function (this: DcmWorld) {
    await this.faults.order({ kind: 'lose-callback' });
    const guids: string[] = [];
    for (let count = 0; count < 2; count += 1) {
      await transferByBank(this);
      guids.push(this.recall('paymentGuid'));
    }
    needed(!guids.includes(''), 'the bank has not made both transfers');
    await callBackOf(this, 'transfer', guids[1] ?? '');
    await preparing('move the clock', () => this.stage.dcm.control.moveClock({ body: { forward_s: 5 } }));
    this.remember({ paymentGuid: guids[0] ?? '' });
  },
);
