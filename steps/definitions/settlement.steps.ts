import { Given, Then, When } from '@cucumber/cucumber';
import { Blocked, needed, preparing } from '../blocked.js';
import { outcomeIs } from '../checks/plan.js';
import { signedTransfer } from '../envelope.js';
import type { DcmWorld } from '../world.js';
import { requests, reserveOf } from './identifier-requests.js';

// Step 13, and the deletion of step 16

Given('the bank has requested identifiers', async function (this: DcmWorld) {
  await this.walk.ready();
  await preparing('cancel open requests', () => this.walk.cancelOpenRequests());
  const amount = this.walk.nextAmount();
  const answer = await this.walk.act('issue-identifiers', { amount, reserve_balance: reserveOf(this) });
  const open = (await requests(this)).find((request) => request.requested_amount === amount);
  if (!open)
    throw new Blocked(`have the bank request identifiers: ${answer.error ?? 'the request is not listed'}`);
  const receiver = await this.walk.entityOf('emission');
  this.remember({ amount, requestGuid: open.guid, receiver, receiverBefore: receiver.balance });
});

When('the officer of DCM confirms the request', async function (this: DcmWorld) {
  const open = (await requests(this)).find((request) => request.status === 'created');
  const guid = open?.guid ?? this.recall('requestGuid');
  this.remember({ requestGuid: guid });
  await preparing('confirm the request', () =>
    this.stage.dcm.control.confirmRequest({ params: { guid }, body: {} }),
  );
});

const request = async (world: DcmWorld) => {
  const found = (await requests(world)).find((request) => request.guid === world.recall('requestGuid'));
  needed(found !== undefined, 'the request is no longer listed');
  return found;
};

Then('the request is confirmed with two payments and their hashes', async function (this: DcmWorld) {
  const found = await request(this);
  needed(
    found.status !== 'created' || this.walk.scheme.now() === 'dcm',
    'the request waits for its confirmation, so the bank has not sent it under JWT by Bank',
  );
  const filled = [
    found.issuer_payment_guid,
    found.issuer_payment_hash,
    found.emission_payment_guid,
    found.emission_payment_hash,
  ].every((text) => text !== '');
  this.check(outcomeIs('PLAN-13'), {
    holds: found.status === 'confirmed' && filled,
    expected: 'status confirmed, both payments with guid and hash',
    actual: JSON.stringify(found),
  });
});

Then('the balance of the identification entity has grown by the amount', async function (this: DcmWorld) {
  const after = await this.walk.money.balance(this.recall('receiver'));
  const amount = this.recall('amount');
  const grown = Math.round((after - this.recall('receiverBefore')) * 100) / 100;
  // A bank that distributes on its own what has arrived is the reason why the balance has not grown.
  needed(grown === amount, `the balance has grown by ${grown} instead of ${amount}`);
});

Then('both hashes are transactions of the ledger with a signed envelope', async function (this: DcmWorld) {
  const found = await request(this);
  for (const [hash, guid] of [
    [found.issuer_payment_hash, found.issuer_payment_guid],
    [found.emission_payment_hash, found.emission_payment_guid],
  ] as const) {
    const { envelope_xdr } = await this.stage.dcm.control.getTransaction({ params: { hash } });
    const { profile } = await this.stage.dcm.control.getProfile({});
    const read = await signedTransfer(envelope_xdr, profile.network_passphrase);
    const problem = read.problem || (read.paymentGuid === guid ? '' : `payment_guid ${read.paymentGuid}`);
    this.check(outcomeIs('PLAN-13'), {
      holds: problem === '' && read.hash === hash,
      expected: `a signed envelope of transfer ${guid} with hash ${hash}`,
      actual: problem || `hash ${read.hash}`,
    });
  }
});

When('an officer looks at the money invariant', async function (this: DcmWorld) {
  this.remember({ invariant: await this.stage.dcm.control.getInvariant({}) });
});

Then('the money invariant holds', async function (this: DcmWorld) {
  const invariant = this.maybe('invariant') ?? (await this.stage.dcm.control.getInvariant({}));
  this.check(outcomeIs('PLAN-13'), {
    holds: invariant.holds,
    expected: 'created minus deleted identifiers equals the sum of all balances, none below zero',
    actual: JSON.stringify(invariant),
  });
});

// Deletion

Given('an identification entity with money', async function (this: DcmWorld) {
  const receiver = await this.walk.funded('emission', 100);
  this.remember({ receiver });
  await this.journal.begin();
});

When('the bank is asked to delete identifiers', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  const receiverBefore = await this.walk.money.balance(await this.walk.entityOf('emission'));
  this.remember({
    amount,
    receiverBefore,
    acted: await this.walk.act('delete-identifiers', { amount, reserve_balance: reserveOf(this) }),
  });
});

Then('the balance of the identification entity has fallen by the amount', async function (this: DcmWorld) {
  const after = await this.walk.money.balance(this.recall('receiver'));
  const fallen = Math.round((this.recall('receiverBefore') - after) * 100) / 100;
  needed(fallen === this.recall('amount'), `the balance has fallen by ${fallen}`);
});
