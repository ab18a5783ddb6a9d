import { Given, Then, When } from '@cucumber/cucumber';
import { wholeList } from '../../contract/control/portions.js';
import { needed, promised } from '../blocked.js';
import { methods } from '../cells.js';
import { accepted, inTime, reachable } from '../checks/answers.js';
import { succeeded } from '../checks/outcomes.js';
import { outcomeIs } from '../checks/plan.js';
import { fromJournal } from '../exchange.js';
import { probeAtOnce } from '../probe-at-once.js';
import { attempt } from '../walk/employees.js';
import type { DcmWorld } from '../world.js';

// Step 8

When('DCM calls each URL handed over without a token', async function (this: DcmWorld) {
  const questions = methods.map((method) => ({ method, obj: '-', defect: 'missing' }) as const);
  this.answered(await probeAtOnce(this.stage, questions));
});

Then('each URL answers over HTTP', function (this: DcmWorld) {
  this.checkEach(reachable, this.recall('answers'));
});

When('the DCM Admin looks at the onboarding data', function (this: DcmWorld) {
  const { alias, firstEmployee } = this.stage.bank;
  this.remember({ onboarding: { alias, email: firstEmployee.email } });
});

Then(/^the alias fits the host name api-\{alias\}-integrate$/, function (this: DcmWorld) {
  const { alias } = this.recall('onboarding');
  this.check(outcomeIs('PLAN-08', 'the alias fits'), {
    holds: /^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/.test(alias),
    expected: 'an alias of a-z, 0-9 and -, at most 50 characters',
    actual: alias,
  });
});

Then('the e-mail of the first employee is an e-mail address', function (this: DcmWorld) {
  const { email } = this.recall('onboarding');
  this.check(outcomeIs('PLAN-08', 'the e-mail is one'), {
    holds: /^[^\s@]+@(?:[^\s@.]+\.)+[^\s@.]+$/.test(email),
    expected: 'an e-mail address',
    actual: email,
  });
});

// Step 9

When("the DCM Admin updates the counterparty with the bank's URLs", async function (this: DcmWorld) {
  await this.walk.urlsStored();
});

Then('the counterparty has the three URLs as handed over', async function (this: DcmWorld) {
  const stored = await this.walk.urlsStored();
  const { bank } = this.stage;
  const names = ['user_auth_url', 'user_key_url', 'user_id_url'] as const;
  this.check(outcomeIs('PLAN-09'), {
    holds: names.every((name) => stored[name] === bank[name]),
    expected: names.map((name) => `${name} ${bank[name]}`).join(', '),
    actual: names.map((name) => `${name} ${stored[name]}`).join(', '),
  });
});

When('the DCM Admin creates the first employee', async function (this: DcmWorld) {
  await this.walk.invited();
});

Then('an invitation mail is sent to the employee', async function (this: DcmWorld) {
  const { email } = this.stage.bank.firstEmployee;
  const mails = await wholeList(
    (query) => this.stage.dcm.control.listMail({ query: { to: email, ...query } }),
    (answer) => answer.mails,
  );
  const invitations = mails.filter((mail) => mail.kind === 'invitation');
  this.check(outcomeIs('PLAN-09'), {
    holds: invitations.length === 1,
    expected: `one invitation to ${email}`,
    actual: `${invitations.length} found`,
  });
});

// Step 10

Given("the bank's URLs are with DCM", async function (this: DcmWorld) {
  await this.walk.urlsStored();
});

When('the DCM Admin creates both entities', async function (this: DcmWorld) {
  this.remember({ attempt: await attempt(() => this.walk.entitiesCreated()) });
});

Then(
  'the counterparty has an identification and a processing entity, each with a Stellar address',
  async function (this: DcmWorld) {
    this.check(succeeded('PLAN-10'), this.recall('attempt'));
    const entities = await this.walk.money.entities(this.walk.guid);
    const listed = (['emission', 'processing'] as const).every((kind) =>
      entities.some(
        (entity) => entity.account_kind === kind && /^G[A-Z2-7]{55}$/.test(entity.stellar_address),
      ),
    );
    promised(
      listed,
      `the entities are ${entities.map((entity) => entity.account_kind).join(', ') || 'none'}`,
    );
  },
);

Then(
  /^DCM has asked \/key with flow (sign-up-emission|sign-up-processing) about the (identification|processing) key keeper$/,
  async function (this: DcmWorld, flow: string, purpose: 'identification' | 'processing') {
    this.check(succeeded('PLAN-10'), this.recall('attempt'));
    const { external_id } = this.walk.keeper(purpose);
    // The entities may have been created by an earlier scenario, so the whole run counts.
    const entries = await this.journal.search({
      direction: 'out',
      operation: 'key',
      counterparty_guid: this.walk.guid,
      flow,
      obj: external_id,
      after: 0,
    });
    const [entry] = entries;
    needed(entry !== undefined, `the journal no longer has a /key with flow ${flow} about ${external_id}`);
    const seen = fromJournal(entry);
    this.check(accepted('key'), seen, seen);
    this.answered([...(this.maybe('answers') ?? []), seen]);
  },
);

Then('each answer of the bank came within 1 second', async function (this: DcmWorld) {
  this.checkEach(inTime, this.recall('answers'));
});
