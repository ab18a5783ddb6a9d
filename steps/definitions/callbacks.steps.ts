import { Given, Then, When } from '@cucumber/cucumber';
import { Blocked, needed, preparing } from '../blocked.js';
import { servedOnce, sighted } from '../checks/requests.js';
import { callbacksDue, deliveryLedger, sentInTurn } from '../walk/attempt-log.js';
import type { DcmWorld } from '../world.js';
import { transferByBank } from './come-about.js';
import { begin, movement, receiverOf, senderOf } from './transfer.js';

// Step 16: what DCM announces to the bank

/** Milliseconds after which an attempt is in the journal at the latest. */
const recordedMs = 2000;

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

type Announced = 'transfer' | 'pay-out' | 'pay-in';

async function checkCallback(world: DcmWorld, operation: Announced): Promise<void> {
  const transaction_id = world.recall('paymentGuid');
  const { profile } = await world.stage.dcm.control.getProfile({});
  const sent = await sentInTurn(world.stage, transaction_id, world.journal);
  needed(
    sent,
    `callback ${operation} of ${transaction_id}: not sent, because earlier ones are not answered yet`,
  );
  const seen = await world.journal.later(
    'a response to a callback',
    `callback ${operation} of ${transaction_id}`,
    // The bank at the other end of the transfer may be called back as well.
    { direction: 'out', operation, counterparty_guid: world.walk.guid, body: { transaction_id } },
    // DCM itself gives up then, and the journal has it a little later.
    profile.callback_timeout_ms + recordedMs,
  );
  if (seen.entries.length === 0) {
    const due = await callbacksDue(world.stage, transaction_id);
    needed(due === '', due);
  }
  const served = seen.entries.length === 1 && seen.entries[0]?.status === 200;
  const ledger = served ? '' : await deliveryLedger(world.stage, transaction_id);
  world.check(servedOnce('CALLBACK-01'), { ...seen, ledger });
  world.remember({ calledBack: seen.entries[0]?.seq ?? 0 });
  if (operation === 'transfer') world.walk.controls.announced.set(transaction_id, true);
}

Then(
  /^the bank answers the callback (transfer|pay-out|pay-in) with 200$/,
  async function (this: DcmWorld, operation: Announced) {
    await checkCallback(this, operation);
  },
);

Given('a transfer whose callback the bank has answered with 200', async function (this: DcmWorld) {
  const [announced] = this.walk.controls.announced.keys();
  if (announced !== undefined) return this.remember({ paymentGuid: announced });
  const receiver = await receiverOf(this, 'customer');
  await begin(this, { sender: await senderOf(this, 'processing'), receiver });
  await transferByBank(this);
  await checkCallback(this, 'transfer');
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
