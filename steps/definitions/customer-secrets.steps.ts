import { Given, Then, When } from '@cucumber/cucumber';
import { needed } from '../blocked.js';
import { accepted, externalIdWellFormed } from '../checks/answers.js';
import {
  oneSecret,
  ownAnswer,
  ownAnswers,
  ownExternalIds,
  sameExternalId,
  sameSecret,
  secretsDiffer,
} from '../checks/secrets.js';
import type { Exchange } from '../exchange.js';
import { probe } from '../probe.js';
import { probeAtOnce, probeInTurn } from '../probe-at-once.js';
import type { Question } from '../question.js';
import type { DcmWorld } from '../world.js';
import { askLogin, askOnce, pair } from './ask.js';

// Step 14

const customers = (world: DcmWorld) => [world.recall('customer'), world.recall('other')] as const;

Given('the bank officer creates secrets for two customers', async function (this: DcmWorld) {
  const [customer, other] = await this.walk.twoCustomers();
  this.remember({ customer, other, method: 'user_auth' });
});

const questionsAboutBoth = (world: DcmWorld): Question[] =>
  customers(world).map(({ login }) => ({ method: 'user_auth', obj: login, flow: 'sign-up' }));

async function askAboutBoth(world: DcmWorld): Promise<void> {
  world.answered(await probeInTurn(world.stage, questionsAboutBoth(world)));
}

Then('\\/user_auth answers 200 with external_id and key for each of them', async function (this: DcmWorld) {
  await askOnce(this, questionsAboutBoth(this), () => askAboutBoth(this));
  this.checkEach(accepted('user_auth'), this.recall('answers'));
});

Then('each external_id is a string of 1 to 500 characters', function (this: DcmWorld) {
  this.checkEach(externalIdWellFormed, this.recall('answers'));
});

Then('\\/key gives the same secret as \\/user_auth for each of them', async function (this: DcmWorld) {
  const [customer, other] = customers(this);
  if (customer.externalId === other.externalId) {
    this.check(ownExternalIds, [customer.externalId, other.externalId]);
  }
  needed(customer.externalId !== other.externalId, 'the bank gave both customers the same external id');
  for (const [index, { externalId }] of customers(this).entries()) {
    const key = await probe(this.stage, { method: 'key', obj: externalId });
    this.checkEach(accepted('key'), [key]);
    const userAuth = this.recall('answers')[index];
    if (!userAuth) throw new Error('/user_auth was not asked about each of them');
    this.check(oneSecret, [userAuth, key], key);
  }
});

When('DCM asks \\/user_auth about each of them three times', async function (this: DcmWorld) {
  await askOnce(this, questionsAboutBoth(this), () => askAboutBoth(this));
  this.checkEach(accepted('user_auth'), this.recall('answers'));
  for (let further = 0; further < 2; further++) {
    await askAboutBoth(this);
    this.checkEach(accepted('user_auth'), this.recall('answers'));
  }
});

When('DCM asks \\/user_auth about both of them at the same time', async function (this: DcmWorld) {
  const asked = customers(this).map(
    ({ login }) =>
      () =>
        askLogin(this, login),
  );
  const answers: Exchange[] = [];
  // A bank that is asked while it acts is made to act for one question at a time.
  if (this.stage.whileActing) for (const ask of asked) answers.push(await ask());
  else answers.push(...(await Promise.all(asked.map((ask) => ask()))));
  this.answered(answers);
});

Then('each answer is about the customer whom the token names', function (this: DcmWorld) {
  const before = pair(this.recall('earlier'));
  const after = pair(this.recall('answers'));
  for (const index of [0, 1] as const) this.check(ownAnswer, [before[index], after[index]], after[index]);
});

Then('the secrets of the two customers differ', function (this: DcmWorld) {
  this.check(secretsDiffer, pair(this.recall('answers')));
});

Then('each of them keeps the same secret and external id', function (this: DcmWorld) {
  const before = pair(this.recall('earlier'));
  const after = pair(this.recall('answers'));
  for (const index of [0, 1] as const) {
    this.check(sameSecret, [before[index], after[index]], after[index]);
    this.check(sameExternalId, [before[index], after[index]], after[index]);
  }
});

/** How often each of two users is asked about at the same time. */
const times = 2;

When(
  'DCM asks \\/key and \\/external_id about both of them at the same time, twice each',
  async function (this: DcmWorld) {
    const users = [this.recall('customer'), this.recall('other')];
    needed(
      users[0]?.externalId !== users[1]?.externalId,
      'the bank gave both customers the same external id',
    );
    const alone = users.flatMap(({ externalId }): Question[] =>
      (['key', 'external_id'] as const).map((method) => ({ method, obj: externalId })),
    );
    const before = await probeInTurn(this.stage, alone);
    needed(
      before.every(({ status }) => status === 200),
      'the bank does not answer about both of them one by one',
    );
    // A bank that answers one question after the other is asked so, and cannot mix them up.
    const answers: Exchange[] = [];
    for (let round = 0; round < times; round += 1) answers.push(...(await probeAtOnce(this.stage, alone)));
    this.answered(before);
    this.answered(answers);
  },
);

Then('each answer that came is that of the user whom the token names', function (this: DcmWorld) {
  const before = this.recall('earlier');
  const answers = this.recall('answers');
  // A bank may answer one request after the other: what has not come says nothing about whose it would have been.
  const came = answers.filter(({ error }) => error === '').length;
  needed(
    came > 1,
    `only ${came} of ${answers.length} responses came when they were asked for at the same time`,
  );
  for (const [index, answer] of answers.entries()) {
    const alone = before[index % before.length];
    if (alone !== undefined && answer.error === '') this.check(ownAnswers, [alone, answer], answer);
  }
});
