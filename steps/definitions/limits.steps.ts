import { Given, Then, When } from '@cucumber/cucumber';
import { errorText, ifFound } from '../../contract/client.js';
import type { JournalEntry } from '../../contract/control/journal.js';
import { wholeList } from '../../contract/control/portions.js';
import type { ActInput } from '../../contract/driver.js';
import { Blocked, NotApplicable, needed, preparing } from '../blocked.js';
import { outcomeIs } from '../checks/plan.js';
import { carries, servedOnce, successReported } from '../checks/requests.js';
import { newestEntry } from '../journal.js';
import type { DcmWorld } from '../world.js';
import { order, rememberPayment } from './transfer.js';

// Step 16: limits and reconciliation, which a bank may leave out

/** Hryvnias up to which every bank handles amounts; a bank may have a maximum of its own beyond. */
const largestUsual = 10_000;

async function setLimit(
  world: DcmWorld,
  operation: ActInput<'set-limit'>['operation'],
  bounds: object,
): Promise<void> {
  const customer_guid = world.recall('sender').customer_guid;
  const { asset_code, asset_issuer } = world.stage.dcm.block;
  const body = { customer_guid, asset_code, asset_issuer, ...bounds };
  world.remember({
    limit: { operation, body },
    acted: await world.walk.act('set-limit', { operation, body }),
  });
}

When(
  'the bank is asked to limit a transfer of the sender to less than {float}',
  async function (this: DcmWorld, max: number) {
    const after = await newestEntry(this.stage.dcm);
    await setLimit(this, 'setCustomerPaymentLimit', { max, min: 0.5 });
    if (max <= largestUsual || this.recall('acted').ok) return;
    const sent = await this.journal.search({ direction: 'in', operation: 'setCustomerPaymentLimit', after });
    if (sent.length === 0) throw new NotApplicable('the bank declines this bound itself');
  },
);

When(
  'the bank is asked to limit the transfers of the sender in a day to less than {int}',
  async function (this: DcmWorld, max: number) {
    await setLimit(this, 'setCustomerAmountLimit', { max, period: 'day' });
  },
);

Then(/^DCM sees one (setCustomer\w+Limit) as ordered$/, async function (this: DcmWorld, operation: string) {
  const { body } = this.recall('limit');
  const about = { customer_guid: body.customer_guid };
  const seen = await this.seen(`${operation} of the sender`, {
    direction: 'in',
    operation,
    body: about,
  });
  for (const entry of seen.entries) this.check(carries('LIMIT-01', body), entry);
  this.check(servedOnce('LIMIT-01'), seen);
  this.check(successReported('LIMIT-01'), this.recall('acted'));
});

When(
  'the bank is asked to transfer {int} from the one to the other',
  async function (this: DcmWorld, amount: number) {
    this.remember({ acted: await this.walk.act('transfer', order(this, amount)), refusedAmount: amount });
  },
);

Then('DCM refuses it because of the limit', async function (this: DcmWorld) {
  const amount = this.recall('refusedAmount');
  const refused = await this.journal.search({ direction: 'in', status: 400 });
  const because = refused.filter(({ response }) => JSON.stringify(response.body).includes('limit exceeded'));
  // A bank that keeps the limit itself sends nothing, and that is as good.
  const sent = await this.journal.search({ direction: 'in', operation: 'createPayment', body: { amount } });
  needed(because.length > 0 || sent.length === 0, 'DCM did not refuse a transfer that exceeds the limit');
});

Given('the day ends and DCM has calculated what the two owe each other', async function (this: DcmWorld) {
  const day = 26 * 3600;
  await preparing('end the day', () => this.stage.dcm.control.moveClock({ body: { forward_s: day } }));
  const recons = await wholeList(
    (query) =>
      this.stage.dcm.control.listAllRecons({ query: { counterparty_guid: this.walk.guid, ...query } }),
    (answer) => answer.recons,
  );
  const own = recons.find(({ status }) => status === 'calculated');
  if (!own) throw new Blocked('DCM has not calculated a reconciliation for this bank');
  this.remember({ reconGuid: own.guid });
  await this.journal.begin();
});

When('the bank is asked to confirm the reconciliation', async function (this: DcmWorld) {
  const recon_guid = this.recall('reconGuid');
  this.remember({ acted: await this.walk.act('confirm-recon', { recon_guid, status: 'confirmed' }) });
});

/** What DCM says in a refusal. */
const refusalIn = ({ status, response }: JournalEntry): string =>
  status >= 400 ? `: ${errorText(response.body)}` : '';

Then('DCM sees one updateRecon with status confirmed', async function (this: DcmWorld) {
  const path = `/api/v1/counterparty/${this.walk.guid}/recons/${this.recall('reconGuid')}`;
  const seen = await this.seen('updateRecon of the reconciliation', {
    direction: 'in',
    operation: 'updateRecon',
    path,
  });
  const [entry] = seen.entries;
  const once = seen.entries.length === 1 && entry?.status === 204;
  for (const entry of seen.entries) this.check(carries('RECON-01', { status: 'confirmed' }), entry);
  this.check(outcomeIs('RECON-01', 'came once and was served'), {
    holds: once,
    expected: 'exactly one updateRecon, served',
    actual: `${seen.entries.length} found${entry ? `, the first with status ${entry.status}${refusalIn(entry)}` : ''}`,
  });
  this.check(successReported('RECON-01'), this.recall('acted'));
});

Then('the reconciliation is not open any more', async function (this: DcmWorld) {
  const params = { guid: this.recall('reconGuid') };
  const found = await ifFound(this.stage.dcm.control.getRecon({ params }));
  needed(found !== undefined, 'the reconciliation no longer exists');
  needed(found.status !== 'calculated', 'the reconciliation is still open');
});

Given('a branch with an entity with money and a customer entity', async function (this: DcmWorld) {
  const receiver = await this.walk.receivingCustomer();
  const { branch, sender } = await this.walk.branchEntity();
  this.remember({
    branchGuid: branch,
    sender,
    receiver,
    senderBefore: await this.walk.money.balance(sender),
    receiverBefore: await this.walk.money.balance(receiver),
  });
  await this.journal.begin();
});

When(
  'the bank is asked to transfer money from the one to the other in the name of the branch',
  async function (this: DcmWorld) {
    const amount = this.walk.nextAmount();
    const branch_guid = this.recall('branchGuid');
    this.remember({
      amount,
      acted: await this.walk.act('transfer', { ...order(this, amount), branch_guid }),
    });
    await rememberPayment(this, 'createBranchPayment');
  },
);

Then(
  'DCM sees one createBranchPayment and one confirmBranchPayment of that branch',
  async function (this: DcmWorld) {
    const path = `/api/v1/counterparty/${this.walk.guid}/branch/${this.recall('branchGuid')}/payments`;
    for (const [operation, at] of [
      ['createBranchPayment', path],
      ['confirmBranchPayment', `${path}/confirm`],
    ] as const) {
      const seen = await this.seen(`${operation} of the branch`, {
        direction: 'in',
        operation,
        path: at,
      });
      this.check(servedOnce('BRANCH-01'), seen);
    }
  },
);
