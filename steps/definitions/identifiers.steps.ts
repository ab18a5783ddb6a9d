import { Given, Then, When } from '@cucumber/cucumber';
import { authorizationAnswers } from '../../contract/bank-service.js';
import { preparing, promised } from '../blocked.js';
import { accepted } from '../checks/answers.js';
import { declinedByBank, equals } from '../checks/outcomes.js';
import { outcomeIs } from '../checks/plan.js';
import { carries, refusalReported, servedOnce, sighted } from '../checks/requests.js';
import { signedTransfer } from '../envelope.js';
import { fromJournal } from '../exchange.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';

// Steps 12 and 13, and the deletion of step 16

/** Reserve that the bank is told to declare: enough for everything in a run. */
const reserve = 1_000_000;

const requests = async (world: DcmWorld) =>
  (await world.stage.dcm.control.listRequests({ params: { guid: world.walk.guid } })).history;

Given('both entities exist and the bank can log in', async function (this: DcmWorld) {
  await this.walk.ready();
  await this.sightings.begin();
});

Given('no request for identifiers is open', async function (this: DcmWorld) {
  await preparing('cancel open requests', () => this.walk.cancelOpenRequests());
});

When('the bank is asked to request identifiers', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  this.remember({
    amount,
    acted: await this.walk.act('issue-identifiers', { amount, reserve_balance: reserve }),
  });
});

Then(
  /^DCM sees one (issueIdentifiers|burnIdentifiers) with the amount and the asset$/,
  async function (this: DcmWorld, operation: string) {
    const amount = this.recall('amount');
    const seen = await this.sightings.await(`${operation} of ${amount}`, {
      direction: 'in',
      operation,
      body: { amount },
    });
    this.check(servedOnce('EMISSION-01'), seen);
    const { asset_code, asset_issuer } = this.stage.dcm.block;
    for (const entry of seen.entries) {
      this.check(carries('EMISSION-01', { amount, asset_code, asset_issuer }), entry);
    }
  },
);

Then('the request is listed once with that amount and status created', async function (this: DcmWorld) {
  const amount = this.recall('amount');
  const found = (await requests(this)).filter(
    (one) => one.requested_amount === amount && one.status === 'created',
  );
  this.check(equals('EMISSION-01', `open requests of ${amount}`, 1), found.length);
  this.remember({ requestGuid: found[0]?.guid ?? '' });
});

Then(
  /^DCM asks \/(external_id|key) with flow sign-in about the (identification key keeper|sender)$/,
  async function (this: DcmWorld, method: 'external_id' | 'key', whom: string) {
    const obj =
      whom === 'sender'
        ? this.recall('sender').owner_external_id
        : this.walk.keeper('identification').external_id;
    const seen = await this.sightings.await(`/${method} about ${obj}`, {
      direction: 'out',
      operation: method,
      counterparty_guid: this.walk.guid,
      flow: 'sign-in',
      obj,
    });
    this.check(sighted(method === 'key' ? 'AUTH-02' : 'AUTH-03'), seen);
    const answers = seen.entries.map(fromJournal);
    this.checkEach(accepted(method), answers);
    this.answered([...(this.maybe('answers') ?? []), ...answers]);
  },
);

When('the bank is asked to request identifiers once more', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  this.remember({ acted: await this.walk.act('issue-identifiers', { amount, reserve_balance: reserve }) });
});

Then('only the first request is listed as created', async function (this: DcmWorld) {
  this.check(refusalReported('EMISSION-02'), this.recall('acted'));
  const open = (await requests(this)).filter((one) => one.status === 'created');
  this.check(equals('EMISSION-02', 'open requests', 1), open.length);
  this.check(
    equals('EMISSION-02', 'amount of the open request', this.recall('amount')),
    open[0]?.requested_amount ?? 0,
  );
});

Given('the officer of DCM cancels the request', async function (this: DcmWorld) {
  await preparing('cancel the request', () => this.walk.cancelOpenRequests());
});

When('an employee whom the bank does not permit requests identifiers', async function (this: DcmWorld) {
  const headers = await this.walk.forbiddenSession();
  const amount = this.walk.nextAmount();
  const { asset_code, asset_issuer } = this.stage.dcm.block;
  this.remember({
    amount,
    attempt: await attempt(() =>
      this.stage.dcm.api.issueIdentifiers({
        params: { counterparty_guid: this.walk.guid },
        body: { amount, asset_code, asset_issuer, reserve_balance: reserve },
        headers,
      }),
    ),
  });
});

Then('DCM declines it because the bank answered 401', async function (this: DcmWorld) {
  const questions = (
    await this.sightings.search({ direction: 'out', counterparty_guid: this.walk.guid })
  ).filter((entry) => entry.operation in authorizationAnswers);
  const last = questions.at(-1);
  const seen = { attempt: this.recall('attempt'), lastAnswer: last?.status ?? 0 };
  this.check(declinedByBank, seen, last && fromJournal(last));
});

Then('no further request is listed', async function (this: DcmWorld) {
  const amount = this.recall('amount');
  const found = (await requests(this)).filter((one) => one.requested_amount === amount);
  this.check(equals('DECLINE-01', `requests of ${amount}`, 0), found.length);
});

Given('the bank has requested identifiers', async function (this: DcmWorld) {
  await this.walk.ready();
  await this.walk.cancelOpenRequests();
  const amount = this.walk.nextAmount();
  const answer = await this.walk.act('issue-identifiers', { amount, reserve_balance: reserve });
  const open = (await requests(this)).find((one) => one.requested_amount === amount);
  await preparing('have the bank request identifiers', async () => {
    if (!open) throw new Error(answer.error ?? 'the request is not listed');
  });
  const receiver = await this.walk.entityOf('emission');
  this.remember({ amount, requestGuid: open?.guid ?? '', receiver, receiverBefore: receiver.balance });
});

When('the officer of DCM confirms the request', async function (this: DcmWorld) {
  const open = (await requests(this)).find((one) => one.status === 'created');
  const guid = open?.guid ?? this.recall('requestGuid');
  this.remember({
    requestGuid: guid,
    attempt: await attempt(() => this.stage.dcm.control.confirmRequest({ params: { guid }, body: {} })),
  });
});

const request = async (world: DcmWorld) => {
  const found = (await requests(world)).find((one) => one.guid === world.recall('requestGuid'));
  promised(found !== undefined, 'a confirmed request is no longer listed');
  return found;
};

Then('the request is confirmed with two payments and their hashes', async function (this: DcmWorld) {
  const found = await request(this);
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
  this.check(outcomeIs('PLAN-13'), {
    holds: grown === amount,
    expected: `${amount} more`,
    actual: `${grown} more`,
  });
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
      expected: `a signed envelope of payment ${guid} with hash ${hash}`,
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
    expected: 'created minus deleted equals all balances, none below zero',
    actual: JSON.stringify(invariant),
  });
});

// Deletion

Given('an identification entity with money', async function (this: DcmWorld) {
  const receiver = await this.walk.funded('emission', 100);
  this.remember({ receiver });
  await this.sightings.begin();
});

When('the bank is asked to delete identifiers', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount();
  const receiverBefore = await this.walk.money.balance(await this.walk.entityOf('emission'));
  this.remember({
    amount,
    receiverBefore,
    acted: await this.walk.act('delete-identifiers', { amount, reserve_balance: reserve }),
  });
});

Then('the balance of the identification entity has fallen by the amount', async function (this: DcmWorld) {
  const after = await this.walk.money.balance(this.recall('receiver'));
  const fallen = Math.round((this.recall('receiverBefore') - after) * 100) / 100;
  this.check(equals('EMISSION-01', 'identifiers deleted', this.recall('amount')), fallen);
});
