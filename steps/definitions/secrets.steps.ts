import { Given, Then, When } from '@cucumber/cucumber';
import { NotApplicable } from '../blocked.js';
import { accepted, tokenAccepted } from '../checks/answers.js';
import { oneSecret, sameSecret, servedSinceCreated, twoSecrets } from '../checks/secrets.js';
import type { Exchange } from '../exchange.js';
import { probe } from '../probe.js';
import { probeInTurn } from '../probe-at-once.js';
import type { Question } from '../question.js';
import type { DcmWorld } from '../world.js';
import { askLogin, askOnce, pair } from './ask.js';

const flowOf = { identification: 'sign-up-emission', processing: 'sign-up-processing' } as const;

const questionsAboutKeepers = (world: DcmWorld, method: 'key' | 'external_id'): Question[] =>
  world.stage.bank.keyKeepers.map((keeper) => ({
    method,
    obj: keeper.external_id,
    flow: flowOf[keeper.for],
  }));

async function askInTurn(world: DcmWorld, questions: readonly Question[]): Promise<void> {
  world.answered(await probeInTurn(world.stage, questions));
}

const first = (exchanges: readonly Exchange[]): Exchange => {
  const [one] = exchanges;
  if (!one) throw new Error('nothing was asked yet');
  return one;
};

// Steps 2 and 6

Given(
  'DCM asks \\/key about a key keeper with a token signed by the key handed over',
  async function (this: DcmWorld) {
    const questions = [{ method: 'key', obj: this.walk.keeper('processing').external_id }] as const;
    await askOnce(this, questions, () => askInTurn(this, questions));
  },
);

Then('the token is accepted', function (this: DcmWorld) {
  this.checkEach(tokenAccepted, this.recall('answers'));
});

When('the same request comes with another key under the same kid', async function (this: DcmWorld) {
  const { external_id } = this.walk.keeper('processing');
  this.answered([await probe(this.stage, { method: 'key', obj: external_id, defect: 'foreign-key' })]);
});

Given('a login for which the bank holds no secret', async function (this: DcmWorld) {
  if (this.stage.secretsBeforehand) {
    throw new NotApplicable('the bank already has all secrets, so none can be created during the run');
  }
  await this.walk.keepersReady();
  const planned = this.walk.customers.takeWithoutSecret();
  this.remember({ login: planned.login, planned });
});

Given('DCM asks \\/user_auth about that login and is refused', async function (this: DcmWorld) {
  this.remember({ method: 'user_auth' });
  this.answered([await askLogin(this, this.recall('login'))]);
});

When('the bank officer creates the secret', async function (this: DcmWorld) {
  const customer = await this.walk.secretFor(this.recall('planned'));
  this.walk.customers.leaveWithSecret(customer);
  this.remember({ customer });
});

When('DCM asks \\/user_auth about that login', async function (this: DcmWorld) {
  const before = this.maybe('answers')?.[0];
  const now = await askLogin(this, this.recall('login'));
  // Asked for the first time when the secret was made: from then on it is served.
  const atFirst = this.maybe('customer')?.atFirst;
  const after = atFirst && atFirst.status !== 200 ? atFirst : now;
  this.remember({ method: 'user_auth' });
  this.answered([after]);
  if (after.status !== 200) {
    const { login } = await this.walk.probeCustomer();
    this.checkEach(accepted('user_auth'), [await askLogin(this, login)]);
  }
  this.check(servedSinceCreated, { before, after }, after);
});

Then('\\/key gives the same secret', async function (this: DcmWorld) {
  const key = await probe(this.stage, { method: 'key', obj: this.recall('customer').externalId });
  this.checkEach(accepted('key'), [key]);
  this.check(oneSecret, [first(this.recall('answers')), key], key);
});

When(
  'DCM asks \\/user_auth about a new login for which the bank holds no secret',
  async function (this: DcmWorld) {
    this.answered([await askLogin(this, this.stage.newLogin())]);
  },
);

// Step 7

Given("the bank officer has registered the key keepers' secrets", async function (this: DcmWorld) {
  await this.walk.keepersReady();
});

When('DCM asks \\/key about both key keepers', async function (this: DcmWorld) {
  const questions = questionsAboutKeepers(this, 'key');
  await askOnce(this, questions, () => askInTurn(this, questions));
});

When('DCM asks \\/key about both key keepers again', async function (this: DcmWorld) {
  await askInTurn(this, questionsAboutKeepers(this, 'key'));
});

Then('both answer 200 with key', function (this: DcmWorld) {
  this.checkEach(accepted('key'), this.recall('answers'));
});

Then('the two secrets are different and not empty', function (this: DcmWorld) {
  const [one, other] = pair(this.recall('answers'));
  this.check(twoSecrets, [one, other], other);
});

Then('each key keeper has the same secret as before', function (this: DcmWorld) {
  const before = pair(this.recall('earlier'));
  const after = pair(this.recall('answers'));
  this.check(sameSecret, [before[0], after[0]], after[0]);
  this.check(sameSecret, [before[1], after[1]], after[1]);
});

// The refusals differ from what was answered in one thing each: the object, or the subject.

When('DCM asks \\/key about a user whom the bank does not know', async function (this: DcmWorld) {
  const obj = this.stage.bank.unknown.external_id;
  this.answered([await probe(this.stage, { method: 'key', obj, flow: flowOf.processing })]);
});

When('DCM asks \\/external_id about both key keepers', async function (this: DcmWorld) {
  await askInTurn(this, questionsAboutKeepers(this, 'external_id'));
});

Then('both answer 200 with their own external_id', function (this: DcmWorld) {
  this.checkEach(accepted('external_id'), this.recall('answers'));
});

When('DCM asks \\/key about a key keeper for a subject who may not act', async function (this: DcmWorld) {
  const { external_id } = this.walk.keeper('processing');
  const sub = this.stage.bank.subjects.forbidden;
  const flow = flowOf.processing;
  this.answered([await probe(this.stage, { method: 'key', obj: external_id, sub, flow })]);
});
