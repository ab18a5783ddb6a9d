import { defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import { withPlainGuids } from '../../contract/same.js';
import { Blocked, needed, promised } from '../blocked.js';
import { equals, staysDraft } from '../checks/outcomes.js';
import { draftReported } from '../checks/reported.js';
import { carries, servedOnce } from '../checks/requests.js';
import { signedTransfer } from '../envelope.js';
import type { DcmWorld } from '../world.js';
import { checkComeAbout, confirmations, transferByBank, transferOnce } from './come-about.js';
import { checkDrafts } from './drafts.js';
import {
  begin,
  type Kind,
  movement,
  newSender,
  order,
  payment,
  receiverOf,
  rememberPayment,
  senderOf,
} from './transfer.js';

// Step 16: transfers that the bank makes

const kinds: Readonly<Record<string, Kind>> = {
  identification: 'emission',
  processing: 'processing',
  customer: 'customer',
};

defineParameterType({
  name: 'kind',
  regexp: /identification|processing|customer/,
  transformer: (text) => kinds[text] ?? 'customer',
});

Given(
  'a(n) {kind} entity with money and a(n) {kind} entity',
  async function (this: DcmWorld, from: Kind, to: Kind) {
    const receiver = await receiverOf(this, to);
    await begin(this, { sender: await senderOf(this, from), receiver });
  },
);

Given('an entity of a new customer with money and a customer entity', async function (this: DcmWorld) {
  const receiver = await receiverOf(this, 'customer');
  await begin(this, { sender: await newSender(this), receiver });
});

Given(
  'an entity with money of a customer kept for bounds and a customer entity',
  async function (this: DcmWorld) {
    const receiver = await receiverOf(this, 'customer');
    await begin(this, { sender: await this.walk.boundedCustomer(), receiver });
  },
);

Given(
  'a(n) {kind} entity with money and a(n) {kind} entity of another counterparty',
  async function (this: DcmWorld, from: Kind, to: Kind) {
    const { entities } = await this.walk.otherBank();
    const receiver = entities.find((entity) => entity.account_kind === to);
    if (!receiver) throw new Blocked(`the second counterparty has no ${to} entity`);
    await begin(this, { sender: await senderOf(this, from), receiver });
  },
);

Given('a(n) {kind} entity', async function (this: DcmWorld, kind: Kind) {
  await begin(this, { receiver: await receiverOf(this, kind) });
});

/** The drafts that DCM saw since the scene was set: one, whatever it carries. */
async function draft(world: DcmWorld) {
  const amount = world.recall('amount');
  return world.seen(`createPayment of ${amount}`, {
    direction: 'in',
    operation: 'createPayment',
    counterparty_guid: world.walk.guid,
  });
}

When('the bank is asked to transfer money from the one to the other', async function (this: DcmWorld) {
  await transferByBank(this);
});

async function checkDraft(world: DcmWorld): Promise<void> {
  const seen = await draft(world);
  const { asset_code, asset_issuer } = world.stage.dcm.block;
  const { sender_id, receiver_id, amount } = order(world, world.recall('amount'));
  for (const entry of seen.entries) {
    world.check(carries('TRANSFER-02', { sender_id, receiver_id, amount, asset_code, asset_issuer }), entry);
  }
  world.check(servedOnce('TRANSFER-01'), seen);
  const { purpose } = order(world, world.recall('amount'));
  for (const entry of seen.entries) world.check(carries('TRANSFER-12', { purpose }), entry);
  const told = world.recall('acted').output?.payment_guid;
  world.check(draftReported, { guid: world.recall('paymentGuid'), told });
}

Then(
  /^DCM sees one createPayment as ordered and one confirmPayment of it, (without bank_guid|with the other bank's guid)$/,
  async function (this: DcmWorld, how: string) {
    await checkDraft(this);
    const seen = await confirmations(this);
    const expected = order(this, 0).bank_guid;
    const stated = expected === null ? 'without bank_guid' : "with the other bank's guid";
    if (how !== stated) throw new Error(`the receiver of the scenario is confirmed ${stated}`);
    for (const entry of seen.entries) {
      const body = entry.request.body;
      const given = typeof body === 'object' && body !== null ? Reflect.get(body, 'bank_guid') : undefined;
      const named = withPlainGuids(String(given ?? 'none'));
      this.check(equals<string>('TRANSFER-03', 'bank_guid', expected ?? 'none'), named);
    }
    this.check(servedOnce('TRANSFER-01'), seen);
  },
);

Then('the transfer is CONFIRMED and the money has moved', async function (this: DcmWorld) {
  await checkComeAbout(this);
});

Given('a transfer from the one to the other succeeds', async function (this: DcmWorld) {
  await transferOnce(this);
  await begin(this, { sender: this.recall('sender'), receiver: this.recall('receiver') });
});

Then("its envelope is signed by the sender and carries the payment's guid", async function (this: DcmWorld) {
  const found = await payment(this);
  needed(found !== undefined && found.hash !== '', 'there is no confirmed transfer to check');
  const { hash } = found;
  const { envelope_xdr } = await this.stage.dcm.control.getTransaction({ params: { hash } });
  const { profile } = await this.stage.dcm.control.getProfile({});
  const read = await signedTransfer(envelope_xdr, profile.network_passphrase);
  promised(read.problem === '', read.problem);
  promised(read.hash === hash, `the hash of the envelope is ${read.hash}, the transfer says ${hash}`);
  promised(read.paymentGuid === found.guid, `the envelope has payment_guid ${read.paymentGuid}`);
  const { stellar_address } = this.recall('sender');
  needed(read.source === stellar_address, `the transfer was ordered from another entity, ${read.source}`);
});

// Drafts

When('the bank is asked to make a draft only', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  this.remember({ amount, acted: await this.walk.act('create-payment', order(this, amount)) });
  await rememberPayment(this);
});

Then('DCM sees one createPayment as ordered and no confirmPayment', async function (this: DcmWorld) {
  await checkDraft(this);
});

Then('the transfer is CREATED and no money has moved', async function (this: DcmWorld) {
  await checkDrafts(this);
  const guid = this.recall('paymentGuid');
  const confirms = await this.journal.search({
    direction: 'in',
    counterparty_guid: this.walk.guid,
    body: { guid },
  });
  this.check(staysDraft, {
    confirms: confirms.length,
    payment: await payment(this),
    ...(await movement(this)),
  });
});

When('the bank is asked to confirm the draft', async function (this: DcmWorld) {
  const { bank_guid, sender_external_id } = order(this, 0);
  const input = { payment_guid: this.recall('paymentGuid'), sender_external_id, bank_guid };
  this.remember({ acted: await this.walk.act('confirm-payment', input) });
});
