import { After, defineParameterType, Given, Then, When } from '@cucumber/cucumber';
import type { AuthorizationMethod } from '../../contract/bank-service.js';
import { inOtherCase } from '../../contract/other-case.js';
import type { RuleId } from '../../contract/rules/index.js';
import { isPossible, type TokenDefect, tokenDefects } from '../../contract/token-forge.js';
import { Blocked, NotApplicable, needed } from '../blocked.js';
import { methods } from '../cells.js';
import {
  accepted,
  declaredAsJson,
  externalIdWellFormed,
  inTime,
  noKeyInRefusals,
  noOptionalMemberIsNull,
  noSecretInRefusals,
  optionalMembersAreTexts,
  refused,
} from '../checks/answers.js';
import { pretendedOf } from '../impostor.js';
import { lateAskedAgain, probe } from '../probe.js';
import { heardSoFar } from '../secrets-heard.js';
import type { DcmWorld } from '../world.js';
import { askAll, askAllOnce } from './ask.js';
import { askEverywhere, askUnderFlows } from './ask-flows.js';

defineParameterType({ name: 'rule', regexp: /[A-Z]{2,12}-\d\d/, transformer: (text) => text as RuleId });
defineParameterType({
  name: 'method',
  regexp: /user_auth|key|external_id/,
  transformer: (text) => text as AuthorizationMethod,
});
defineParameterType({
  name: 'defect',
  regexp: /[a-z]+(?:-[a-z]+)*/,
  transformer: (text) => text as TokenDefect,
});

function checkAllAccepted(world: DcmWorld): void {
  const answers = world.recall('answers');
  for (const [index, method] of methods.entries()) {
    const seen = answers[index];
    if (!seen) throw new Error(`/${method} was not called`);
    world.check(accepted(method), seen, seen);
  }
}

Given('the bank holds secrets for its key keepers and for a customer', async function (this: DcmWorld) {
  this.remember({ customer: await this.walk.probeCustomer() });
});

When(
  "DCM asks \\/{method} about the customer's login",
  async function (this: DcmWorld, method: AuthorizationMethod) {
    this.remember({ method });
    this.answered([await probe(this.stage, { method, obj: this.recall('customer').login })]);
  },
);

When(
  "DCM asks \\/{method} about the customer's external id",
  async function (this: DcmWorld, method: AuthorizationMethod) {
    this.remember({ method });
    this.answered([await probe(this.stage, { method, obj: this.recall('customer').externalId })]);
  },
);

Given("the customer's login has another case", function (this: DcmWorld) {
  const { login } = this.recall('customer');
  if (inOtherCase(login) === login)
    throw new NotApplicable(`the login ${login} has no letters whose case can be changed`);
});

When("DCM asks \\/user_auth about the customer's login in another case", async function (this: DcmWorld) {
  const obj = inOtherCase(this.recall('customer').login);
  this.answered([await probe(this.stage, { method: 'user_auth', obj })]);
});

When('DCM asks all three methods about the customer', async function (this: DcmWorld) {
  await askAll(this, this.recall('customer'));
});

/** What a method answers with, in the words of the features. */
const promisedBy: Readonly<Record<AuthorizationMethod, string>> = {
  user_auth: 'external_id and key',
  key: 'key',
  external_id: 'that external_id',
};

Then(
  /^the answer is 200 with (external_id and key|key|that external_id)$/,
  function (this: DcmWorld, members: string) {
    const method = this.recall('method');
    if (promisedBy[method] !== members)
      throw new Error(`/${method} was called, which promises ${promisedBy[method]}`);
    this.checkEach(accepted(method), this.recall('answers'));
  },
);

Then('the external_id is a string of 1 to 500 characters', function (this: DcmWorld) {
  this.checkEach(externalIdWellFormed, this.recall('answers'));
});

Then('the optional members that it has are texts', function (this: DcmWorld) {
  this.checkEach(optionalMembersAreTexts, this.recall('answers'));
});

Then('none of the optional members is null', function (this: DcmWorld) {
  this.checkEach(noOptionalMemberIsNull, this.recall('answers'));
});

Then('each answer came within 1 second', async function (this: DcmWorld) {
  this.checkEach(inTime, await lateAskedAgain(this.stage, this.recall('answers')));
});

Then('each answer is declared as JSON', function (this: DcmWorld) {
  this.checkEach(declaredAsJson, this.recall('answers'));
});

Then('all three answer 200 with their obligatory members', function (this: DcmWorld) {
  checkAllAccepted(this);
});

Given('all three methods accept a valid token about the customer', async function (this: DcmWorld) {
  await askAllOnce(this, this.recall('customer'));
  const answers = this.recall('answers');
  const accepting = methods.filter((method, index) => {
    const seen = answers[index];
    return seen !== undefined && accepted(method).look(seen).ok;
  });
  needed(
    accepting.length > 0,
    'no method accepts a valid token; the scenarios of step 1 show what is wrong with each',
  );
  for (const method of accepting) {
    const seen = answers[methods.indexOf(method)];
    if (seen) this.check(accepted(method), seen, seen);
  }
  this.remember({ accepting });
});

/** What was shown of some methods only is not shown of all. */
After(function (this: DcmWorld, { result }) {
  const left = methods.filter((method) => this.maybe('accepting')?.includes(method) === false);
  if (left.length === 0 || result?.status !== 'PASSED') return;
  const names = left.map((method) => `/${method}`).join(' and ');
  throw new Blocked(`${names}: no valid token is accepted there, so a refusal proves nothing`);
});

Given("DCM's kid allows {defect}", function (this: DcmWorld, defect: TokenDefect) {
  const { kid } = this.stage.dcm.signing();
  if (!isPossible(defect, { kid })) throw new NotApplicable(`the kid ${kid} does not allow ${defect}`);
});

When(
  'the same request comes with a token that is {defect}',
  async function (this: DcmWorld, defect: TokenDefect) {
    this.answered([
      await probe(this.stage, { method: 'key', obj: this.walk.keeper('processing').external_id, defect }),
    ]);
  },
);

When(
  'the same requests come with a token that is {defect}',
  async function (this: DcmWorld, defect: TokenDefect) {
    await askUnderFlows(this, Object.keys(tokenDefects).indexOf(defect), { defect });
  },
);

When(
  "the same requests come with a token that another key signed under the bank's own kid",
  async function (this: DcmWorld) {
    const as = pretendedOf(this.stage.bank.jwks[0]);
    needed(as !== undefined, 'no public key of the bank with a kid is configured: set bank.jwks');
    await askAll(this, this.recall('customer'), { as });
  },
);

When('the same requests come about a user whom the bank does not know', async function (this: DcmWorld) {
  const { login, external_id } = this.stage.bank.unknown;
  await askEverywhere(this, ({ method }) => ({ obj: method === 'user_auth' ? login : external_id }));
});

When('the same requests come from a subject who may not act', async function (this: DcmWorld) {
  await askEverywhere(this, () => ({ sub: this.stage.bank.subjects.forbidden }));
});

Then('each of them is answered with 401, as {rule} demands', function (this: DcmWorld, rule: RuleId) {
  const answers = this.recall('answers');
  const asked = (this.maybe('accepting') ?? methods).filter((method) =>
    answers.some(({ question }) => question?.method === method),
  );
  if (asked.length !== (this.maybe('accepting') ?? methods).length)
    throw new Error('not every method was called');
  this.checkEach(refused(rule), answers);
});

Then('it is answered with 401, as {rule} demands', function (this: DcmWorld, rule: RuleId) {
  this.checkEach(refused(rule), this.recall('answers'));
});

Then('none of the refusals carries a secret', function (this: DcmWorld) {
  const refusals = this.recall('answers');
  this.check(noKeyInRefusals, refusals);
  this.check(noSecretInRefusals, { refusals, secrets: heardSoFar(this.stage).secrets });
});
