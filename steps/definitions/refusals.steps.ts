import { Given, Then, When } from '@cucumber/cucumber';
import { actingOutsideTheBank, needed, preparing } from '../blocked.js';
import { refused } from '../checks/answers.js';
import { moneyStays } from '../checks/outcomes.js';
import { servedOnce, successReported, understood } from '../checks/requests.js';
import { fromJournal } from '../exchange.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';
import { balances, begin, movement, neededOnce, order, payment } from './transfer.js';

// Step 16: transfers that are refused, and reading

When('the bank is asked to confirm the same transfer again', async function (this: DcmWorld) {
  const { bank_guid, sender_external_id } = order(this, 0);
  const input = { payment_guid: this.recall('paymentGuid'), sender_external_id, bank_guid };
  this.remember({ acted: await this.walk.act('confirm-payment', input) });
});

When('the bank is asked to transfer more than the sender has', async function (this: DcmWorld) {
  const amount = this.walk.nextAmount() + 1000;
  this.remember({ acted: await this.walk.act('transfer', order(this, amount)) });
});

Then('the money has moved once', async function (this: DcmWorld) {
  neededOnce(await this.journal.search({ direction: 'in', after: this.walk.latestAct() }));
  this.check(moneyStays('TRANSFER-05'), await movement(this));
});

Then('no money has moved', async function (this: DcmWorld) {
  neededOnce(await this.journal.search({ direction: 'in', after: this.walk.latestAct() }));
  this.check(moneyStays('TRANSFER-05'), { amount: 0, ...(await balances(this)) });
});

Given(
  'a permitted employee transfers money from the one to the other and succeeds',
  async function (this: DcmWorld) {
    actingOutsideTheBank(this.stage);
    const made = await makeDraft(this, this.walk.nextAmount());
    const headers = await this.walk.officerSession();
    const confirmed = await confirm(this, made, headers);
    needed(confirmed.ok, `confirm a transfer as a permitted employee: ${confirmed.error}`);
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
    world.walk.whileSigning(() =>
      world.stage.dcm.api.confirmPayment({
        params: { counterparty_guid: world.walk.guid },
        body: { guid },
        headers,
      }),
    ),
  );

When('an employee whom the bank does not permit confirms such a transfer', async function (this: DcmWorld) {
  const guid = await makeDraft(this, this.walk.nextAmount());
  this.remember({ attempt: await confirm(this, guid, await this.walk.forbiddenSession()) });
  const sub = this.stage.bank.subjects.forbidden;
  const asked = await this.journal.search({ direction: 'out', counterparty_guid: this.walk.guid, sub });
  needed(asked.length > 0, `DCM had no reason to make a reverse call for the subject ${sub}`);
  this.checkEach(refused('AUTH-06'), asked.map(fromJournal));
});

When('the bank is asked to read the transfer', async function (this: DcmWorld) {
  await this.journal.begin();
  this.remember({ acted: await this.walk.act('read-payment', { payment_guid: this.recall('paymentGuid') }) });
});

Then('DCM sees one getPayment of that transfer', async function (this: DcmWorld) {
  const path = `/api/v1/counterparty/${this.walk.guid}/payments/${this.recall('paymentGuid')}`;
  const seen = await this.seen('getPayment of the transfer', {
    direction: 'in',
    operation: 'getPayment',
    path,
  });
  this.check(servedOnce('TRANSFER-09'), seen);
});

Then('what the bank tells of it, if anything, agrees with DCM', async function (this: DcmWorld) {
  const acted = this.recall('acted');
  this.check(successReported('TRANSFER-09'), acted);
  const read = acted.output?.payment;
  if (read === undefined || read === null) return;
  const { guid, amount, status } = (await payment(this)) ?? {};
  this.check(understood({ guid, amount, status }), Object(read));
});
