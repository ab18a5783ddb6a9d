import { defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import { Blocked, preparing, promised } from '../blocked.js';
import { equals, moneyMoved, succeeded, transferIs } from '../checks/outcomes.js';
import { absent, carries, servedOnce, sighted, successReported } from '../checks/requests.js';
import { signedTransfer } from '../envelope.js';
import { attempt } from '../walk/employees.js';
import type { Entity, Payment } from '../walk/money.js';
import type { DcmWorld } from '../world.js';

// Step 16

type Kind = Entity['account_kind'];
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

/** Hryvnias on a sender before its transfer. */
const enough = 100;

async function senderOf(world: DcmWorld, kind: Kind): Promise<Entity> {
  if (kind === 'root') throw new Error('the distributor entity is not the bank’s');
  return world.walk.funded(kind, enough);
}

const receiverOf = (world: DcmWorld, kind: Kind): Promise<Entity> =>
  kind === 'customer' ? world.walk.customerEntity() : world.walk.entityOf(kind);

/** Sets the scene: balances as they are now, and nothing seen yet. */
async function begin(world: DcmWorld, parties: { sender?: Entity; receiver: Entity }): Promise<void> {
  const { sender, receiver } = parties;
  world.remember({
    receiver,
    receiverBefore: await world.walk.money.balance(receiver),
    ...(sender ? { sender, senderBefore: await world.walk.money.balance(sender) } : {}),
  });
  await world.sightings.begin();
}

Given(
  'a(n) {kind} entity with money and a(n) {kind} entity',
  async function (this: DcmWorld, from: Kind, to: Kind) {
    const receiver = await receiverOf(this, to);
    await begin(this, { sender: await senderOf(this, from), receiver });
  },
);

Given(
  'a(n) {kind} entity with money and a(n) {kind} entity of another counterparty',
  async function (this: DcmWorld, from: Kind, to: Kind) {
    const { entities } = await this.walk.otherBank();
    const receiver = entities.find((one) => one.account_kind === to);
    if (!receiver) throw new Blocked(`the second counterparty has no ${to} entity`);
    await begin(this, { sender: await senderOf(this, from), receiver });
  },
);

const order = (world: DcmWorld, amount: number) => {
  const sender = world.recall('sender');
  const receiver = world.recall('receiver');
  return {
    sender_id: sender.guid,
    sender_external_id: sender.owner_external_id,
    receiver_id: receiver.guid,
    amount,
    bank_guid: receiver.counterparty_guid === world.walk.guid ? null : receiver.counterparty_guid,
    purpose: `conformance ${amount}`,
    category_guid: null,
  };
};

/** The draft that DCM saw for this order; its guid is in DCM's own answer. */
async function draft(world: DcmWorld) {
  const amount = world.recall('amount');
  return world.sightings.await(`createPayment of ${amount}`, {
    direction: 'in',
    operation: 'createPayment',
    body: { amount },
  });
}

async function rememberPayment(world: DcmWorld): Promise<void> {
  const entries = await world.sightings.search({
    direction: 'in',
    operation: 'createPayment',
    status: 200,
    body: { amount: world.recall('amount') },
  });
  const body = entries[0]?.response.body;
  const guid = typeof body === 'object' && body !== null ? Reflect.get(body, 'guid') : undefined;
  world.remember({ paymentGuid: typeof guid === 'string' ? guid : '' });
}

When('the bank is asked to transfer money from the one to the other', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  this.remember({ amount, acted: await this.walk.act('transfer', order(this, amount)) });
  await rememberPayment(this);
});

async function checkDraft(world: DcmWorld): Promise<void> {
  const seen = await draft(world);
  world.check(servedOnce('TRANSFER-01'), seen);
  const { asset_code, asset_issuer } = world.stage.dcm.block;
  const { sender_id, receiver_id, amount } = order(world, world.recall('amount'));
  for (const entry of seen.entries) {
    world.check(carries('TRANSFER-02', { sender_id, receiver_id, amount, asset_code, asset_issuer }), entry);
  }
}

const confirmations = (world: DcmWorld) =>
  world.sightings.await(`confirmPayment of ${world.recall('paymentGuid')}`, {
    direction: 'in',
    operation: 'confirmPayment',
    body: { guid: world.recall('paymentGuid') },
  });

Then(
  /^DCM sees one createPayment as ordered and one confirmPayment of it, (?:without bank_guid|with the other bank's guid)$/,
  async function (this: DcmWorld) {
    await checkDraft(this);
    const seen = await confirmations(this);
    this.check(servedOnce('TRANSFER-01'), seen);
    const expected = order(this, 0).bank_guid;
    for (const entry of seen.entries) {
      const body = entry.request.body;
      const given = typeof body === 'object' && body !== null ? Reflect.get(body, 'bank_guid') : undefined;
      this.check(equals<string>('TRANSFER-03', 'bank_guid', expected ?? 'none'), String(given ?? 'none'));
    }
  },
);

/** The transfer as DCM has it, read by a permitted employee. */
async function payment(world: DcmWorld): Promise<Payment | undefined> {
  const payment_guid = world.recall('paymentGuid');
  if (payment_guid === '') return undefined;
  const headers = await world.walk.officerSession();
  return world.stage.dcm.api.getPayment({
    params: { counterparty_guid: world.walk.guid, payment_guid },
    query: { with_stellar_info: 'true' },
    headers,
  });
}

async function movement(world: DcmWorld) {
  const sender = world.maybe('sender');
  const receiver = world.recall('receiver');
  const after = await world.walk.money.balance(receiver);
  return {
    amount: world.recall('amount'),
    ...(sender
      ? { sender: { before: world.recall('senderBefore'), after: await world.walk.money.balance(sender) } }
      : {}),
    receiver: { before: world.recall('receiverBefore'), after },
  };
}

Then('the transfer is CONFIRMED and the money has moved', async function (this: DcmWorld) {
  this.check(transferIs('TRANSFER-04', 'CONFIRMED'), await payment(this));
  this.check(moneyMoved('TRANSFER-04'), await movement(this));
  this.check(successReported('TRANSFER-04'), this.recall('acted'));
});

Then("its envelope is signed by the sender and carries the payment's guid", async function (this: DcmWorld) {
  const found = await payment(this);
  promised(found !== undefined, 'a confirmed transfer cannot be read');
  const hash = found.stellar_info?.hash ?? '';
  const { envelope_xdr } = await this.stage.dcm.control.getTransaction({ params: { hash } });
  const { profile } = await this.stage.dcm.control.getProfile({});
  const read = await signedTransfer(envelope_xdr, profile.network_passphrase);
  promised(read.problem === '', read.problem);
  promised(read.hash === hash, `the hash of the envelope is ${read.hash}, the transfer says ${hash}`);
  promised(read.paymentGuid === found.guid, `the envelope carries payment_guid ${read.paymentGuid}`);
  promised(read.source === this.recall('sender').stellar_address, `the source is ${read.source}`);
});

// Callbacks

When('another counterparty sends money to it', async function (this: DcmWorld) {
  const receiver = this.recall('receiver');
  const { counterparty, entities } = await this.walk.otherBank();
  const sender = entities.find((one) => one.account_kind === receiver.account_kind);
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

Given('a(n) {kind} entity', async function (this: DcmWorld, kind: Kind) {
  await begin(this, { receiver: await receiverOf(this, kind) });
});

Then('the money has arrived', async function (this: DcmWorld) {
  const { receiver, amount } = await movement(this);
  promised(
    Math.round((receiver.after - receiver.before) * 100) === Math.round(amount * 100),
    'pay-in did not arrive',
  );
});

Then(
  /^the bank answers the callback (transfer|pay-out|pay-in) with 200$/,
  async function (this: DcmWorld, operation: string) {
    const transaction_id = this.recall('paymentGuid');
    const seen = await this.sightings.await(`callback ${operation} of ${transaction_id}`, {
      direction: 'out',
      operation,
      body: { transaction_id },
    });
    this.check(servedOnce('CALLBACK-01'), seen);
  },
);

Then('the bank reads the transfer after the callback', async function (this: DcmWorld) {
  const guid = this.recall('paymentGuid');
  const url = `/api/v1/counterparty/${this.walk.guid}/payments/${guid}`;
  const seen = await this.sightings.await(`getPayment of ${guid}`, {
    direction: 'in',
    operation: 'getPayment',
    status: 200,
    path: url,
  });
  this.check(sighted('CALLBACK-02'), seen);
});

// Drafts and refusals

When('the bank is asked to make a draft only', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  this.remember({ amount, acted: await this.walk.act('create-payment', order(this, amount)) });
  await rememberPayment(this);
});

Then('DCM sees one createPayment as ordered and no confirmPayment', async function (this: DcmWorld) {
  await checkDraft(this);
  const entries = await this.sightings.search({
    direction: 'in',
    operation: 'confirmPayment',
    body: { guid: this.recall('paymentGuid') },
  });
  this.check(absent('TRANSFER-01'), { entries, wanted: 'confirmPayment of the draft' });
});

Then('the transfer is CREATED and no money has moved', async function (this: DcmWorld) {
  this.check(transferIs('TRANSFER-01', 'CREATED'), await payment(this));
  this.check(moneyMoved('TRANSFER-01'), { ...(await movement(this)), amount: 0 });
});

When('the bank is asked to confirm the draft', async function (this: DcmWorld) {
  const { bank_guid } = order(this, 0);
  const payment_guid = this.recall('paymentGuid');
  this.remember({ acted: await this.walk.act('confirm-payment', { payment_guid, bank_guid }) });
});

When('the bank is asked to confirm the same transfer again', async function (this: DcmWorld) {
  const { bank_guid } = order(this, 0);
  const payment_guid = this.recall('paymentGuid');
  this.remember({ acted: await this.walk.act('confirm-payment', { payment_guid, bank_guid }) });
});

When('the bank is asked to transfer more than the sender has', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount() + 1000;
  this.remember({ acted: await this.walk.act('transfer', order(this, amount)) });
});

Then('the money has moved once', async function (this: DcmWorld) {
  this.check(moneyMoved('TRANSFER-05'), await movement(this));
});

Given(
  'a permitted employee transfers money from the one to the other and succeeds',
  async function (this: DcmWorld) {
    const made = await makeDraft(this, this.walk.nextAmount());
    const headers = await this.walk.officerSession();
    this.check(succeeded('AUTH-06'), await confirm(this, made, headers));
    await begin(this, { sender: this.recall('sender'), receiver: this.recall('receiver') });
  },
);

async function makeDraft(world: DcmWorld, amount: number): Promise<string> {
  const headers = await world.walk.officerSession();
  const { sender_id, receiver_id } = order(world, amount);
  const draft = await preparing('make a draft', () =>
    world.stage.dcm.api.createPayment({
      params: { counterparty_guid: world.walk.guid },
      body: { sender_id, receiver_id, amount },
      headers,
    }),
  );
  world.remember({ amount, paymentGuid: draft.guid });
  return draft.guid;
}

const confirm = (world: DcmWorld, guid: string, headers: Readonly<Record<string, string>>) =>
  attempt(() =>
    world.stage.dcm.api.confirmPayment({
      params: { counterparty_guid: world.walk.guid },
      body: { guid },
      headers,
    }),
  );

When('an employee whom the bank does not permit confirms such a transfer', async function (this: DcmWorld) {
  const guid = await makeDraft(this, this.walk.nextAmount());
  this.remember({ attempt: await confirm(this, guid, await this.walk.forbiddenSession()) });
});

When('the bank is asked to read the transfer', async function (this: DcmWorld) {
  await this.sightings.begin();
  this.remember({ acted: await this.walk.act('read-payment', { payment_guid: this.recall('paymentGuid') }) });
});

Then('DCM sees one getPayment of that transfer', async function (this: DcmWorld) {
  const path = `/api/v1/counterparty/${this.walk.guid}/payments/${this.recall('paymentGuid')}`;
  const seen = await this.sightings.await('getPayment of the transfer', {
    direction: 'in',
    operation: 'getPayment',
    path,
  });
  this.check(servedOnce('TRANSFER-09'), seen);
});

Then('what the bank read agrees with DCM', async function (this: DcmWorld) {
  const acted = this.recall('acted');
  this.check(successReported('TRANSFER-09'), acted);
  const read = acted.output?.payment;
  if (typeof read !== 'object' || read === null) return;
  const found = await payment(this);
  for (const name of ['guid', 'amount', 'status'] as const) {
    this.check(equals<unknown>('TRANSFER-09', name, found?.[name]), Reflect.get(read, name));
  }
});

// The mock's own documented answers

When('an employee makes drafts without sender_id and without receiver_id', async function (this: DcmWorld) {
  const headers = await this.walk.officerSession();
  const { sender_id, receiver_id } = order(this, 1);
  const make = (body: { sender_id?: string; receiver_id?: string; amount: number }) =>
    attempt(() =>
      this.stage.dcm.api.createPayment({ params: { counterparty_guid: this.walk.guid }, body, headers }),
    );
  this.remember({ attempts: [await make({ receiver_id, amount: 1 }), await make({ sender_id, amount: 1 })] });
});

When('somebody lists payments without credentials', async function (this: DcmWorld) {
  const params = { counterparty_guid: this.walk.guid };
  this.remember({ attempts: [await attempt(() => this.stage.dcm.api.listPayments({ params }))] });
});

Then(
  /^(?:it|each) is answered with (\d+) and "(.*)"$/,
  function (this: DcmWorld, status: string, message: string) {
    for (const answer of this.recall('attempts')) {
      this.check(
        equals<string>('REQUEST-02', 'answer', `${status} ${message}`),
        `${answer.status} ${answer.error}`,
      );
    }
  },
);
