import { Given, Then, When } from '@cucumber/cucumber';
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
