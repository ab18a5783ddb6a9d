import { Given, Then, When } from '@cucumber/cucumber';
import { NotApplicable, needed } from '../blocked.js';
import { sameExternalId, sameSecret } from '../checks/secrets.js';
import { type Exchange, member } from '../exchange.js';
import { probeInTurn } from '../probe-at-once.js';
import { heardSoFar } from '../secrets-heard.js';
import { done } from '../walk/acts.js';
import type { DcmWorld } from '../world.js';

// Steps 6 and 16: what the bank still knows later in the run, and after a restart

/** Users who are asked about again: those of whom DCM has heard first are the first to be forgotten. */
const mostUsers = 12;
/** Enough where each question costs an act, and under a scheme after which another one comes. */
const fewUsers = 2;

const isKnown = (answer: Exchange): boolean =>
  answer.status === 200 && ['key', 'external_id'].every((name) => typeof member(answer, name) === 'string');

When('DCM asks \\/user_auth again about the users of the run', async function (this: DcmWorld) {
  const heard = [...heardSoFar(this.stage).first.values()];
  // A run that was resumed has asked only about those whom it needed since.
  const all =
    heard.length > 0 ? heard : [(await this.walk.probeCustomer()).atFirst].filter((one) => one !== undefined);
  const known = all
    .filter(isKnown)
    .slice(0, this.stage.whileActing || !this.walk.isLastScheme() ? fewUsers : mostUsers);
  needed(known.length > 0, 'the bank has not told any secret so far');
  this.answered(known);
  const asked = known.flatMap(({ question }) => (question === undefined ? [] : [question]));
  this.answered(await probeInTurn(this.stage, asked));
});

Then('each of them has the secret and the external id that it had at first', function (this: DcmWorld) {
  const before = this.recall('earlier');
  for (const [index, after] of this.recall('answers').entries()) {
    const first = before[index];
    if (first === undefined) continue;
    this.check(sameSecret, [first, after], after);
    this.check(sameExternalId, [first, after], after);
    // Then nobody is as before, those who were not asked about included.
    if (!['key', 'external_id'].every((name) => member(first, name) === member(after, name)))
      this.doubtful = true;
  }
});

Given('DCM has asked \\/user_auth about a customer', async function (this: DcmWorld) {
  const { login } = await this.walk.probeCustomer();
  const question = { method: 'user_auth', obj: login, flow: 'sign-up' } as const;
  const answers = await probeInTurn(this.stage, [question]);
  needed(answers.every(isKnown), 'the bank does not tell who the customer is');
  this.answered(answers);
});

When('the bank is restarted', async function (this: DcmWorld) {
  const answer = await this.walk.actIfOffered('restart', {});
  if (answer === undefined) throw new NotApplicable('the bank does not support the act restart');
  this.walk.customers.concernsAll();
  done('restart', answer);
});

When('DCM asks \\/user_auth about the same customer', async function (this: DcmWorld) {
  const asked = this.recall('answers').flatMap(({ question }) => (question === undefined ? [] : [question]));
  this.answered(await probeInTurn(this.stage, asked));
});
