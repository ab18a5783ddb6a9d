import { After, Given, Then, When } from '@cucumber/cucumber';
import { Blocked, needed, preparing } from '../blocked.js';
import { sighted } from '../checks/requests.js';
import type { DcmWorld } from '../world.js';
import { type Announced, callBackOf } from './callbacks.js';
import { transferByBank } from './come-about.js';
import { begin, movement, receiverOf, senderOf } from './transfer.js';

// Step 16: what DCM announces to the bank

When('another counterparty sends money to it', async function (this: DcmWorld) {
  const receiver = this.recall('receiver');
  const { counterparty, entities } = await this.walk.otherBank();
  const sender = entities.find((entity) => entity.account_kind === receiver.account_kind);
  if (!sender) throw new Blocked(`the second counterparty has no ${receiver.account_kind} entity`);
  const amount = this.walk.nextAmount();
  const sent = await preparing('send money from the second counterparty', () =>
    this.stage.dcm.control.sendFromSimulatedBank({
      params: { guid: counterparty.guid },
      body: { sender_id: sender.guid, receiver_id: receiver.guid, amount },
    }),
  );
  this.remember({ amount, paymentGuid: sent.guid });
});

Then('the money has arrived', async function (this: DcmWorld) {
  const { receiver, amount } = await movement(this);
  needed(
    Math.round((receiver.after - receiver.before) * 100) === Math.round(amount * 100),
    'the balance has not increased by the amount that the other counterparty sent',
  );
});

Then(
  /^the bank answers the callback (transfer|pay-out|pay-in) with 200$/,
  async function (this: DcmWorld, operation: Announced) {
    await callBackOf(this, operation, this.recall('paymentGuid'));
  },
);

Given('a transfer whose callback the bank has answered with 200', async function (this: DcmWorld) {
  const [announced] = this.walk.controls.announced.keys();
  if (announced !== undefined) return this.remember({ paymentGuid: announced });
  const receiver = await receiverOf(this, 'customer');
  await begin(this, { sender: await senderOf(this, 'processing'), receiver });
  await transferByBank(this);
  await callBackOf(this, 'transfer', this.recall('paymentGuid'));
});

Then('the bank reads the transfer after the callback', async function (this: DcmWorld) {
  const guid = this.recall('paymentGuid');
  needed(this.recall('calledBack') > 0, 'no callback was sent, so there was nothing to read after it');
  const seen = await this.journal.later('a transfer read after a callback', `getPayment of ${guid}`, {
    direction: 'in',
    operation: 'getPayment',
    status: 200,
    path: `/api/v1/counterparty/${this.walk.guid}/payments/${guid}`,
    after: this.recall('calledBack'),
  });
  this.check(sighted('CALLBACK-02'), seen);
});

// Callbacks in another order than their transfers, and before the response

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
