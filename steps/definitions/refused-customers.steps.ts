import { Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import { needed } from '../blocked.js';
import { repeatedInVain } from '../checks/declines.js';
import { absent, refusalReported, successReported } from '../checks/requests.js';
import { isServed } from '../journal.js';
import { sentByBank } from '../walk/journal-watch.js';
import type { DcmWorld } from '../world.js';
import { neededOnce } from './transfer.js';

/** What an order ends with, where DCM does it. */
const lastOf = /^(?:confirm\w*Payment|issueIdentifiers|burnIdentifiers|createCustomer)$/;

Then('the bank reports a refusal, as {rule} demands', async function (this: DcmWorld, rule: RuleId) {
  const all = await this.journal.search({ direction: 'in', after: this.walk.latestAct() });
  const sent = sentByBank(this.stage, all);
  const served = sent.find((entry) => isServed(entry) && lastOf.test(entry.operation));
  const refusal = sent.find(({ status }) => status >= 400);
  needed(
    served === undefined || refusal !== undefined,
    `DCM served ${served?.operation}, so there was no refusal to report`,
  );
  neededOnce(sent);
  this.check(refusalReported(rule), this.recall('acted'));
});

When('the bank is asked to create a customer for whom it holds no secret', async function (this: DcmWorld) {
  // Whole in everything but the secret, which alone may be what DCM declines.
  const planned = this.walk.customers.takeWithoutSecret();
  const { login } = planned;
  await this.journal.begin();
  this.remember({ login, planned, acted: await this.walk.act('create-customers', { customers: [planned] }) });
});

const creations = (world: DcmWorld) =>
  world.journal.search({
    direction: 'in',
    operation: 'createCustomer',
    body: { login: world.recall('login') },
  });

Then('the bank does not take it for success, as CUSTOMER-02 demands', async function (this: DcmWorld) {
  // A bank that makes secrets as it creates customers has made one by then, and DCM has served it.
  const served = (await creations(this)).some(({ status }) => status === 200);
  if (!served) {
    this.check(refusalReported('CUSTOMER-02'), this.recall('acted'));
    this.walk.customers.leaveWithoutSecret(this.recall('planned'));
  } else this.check(successReported('CUSTOMER-02'), this.recall('acted'));
});

Then('DCM sees no repetition of what was declined', async function (this: DcmWorld) {
  const entries = (await creations(this)).filter(({ reason }) => reason === 'declined');
  this.check(absent('DECLINE-02'), {
    entries: repeatedInVain(
      entries,
      await this.journal.search({ direction: 'in', operation: 'submitLogin' }),
    ),
    wanted: 'retry of a declined operation',
  });
});
