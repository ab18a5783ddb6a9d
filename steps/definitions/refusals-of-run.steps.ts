import { Given, Then, When } from '@cucumber/cucumber';
import { needed } from '../blocked.js';
import { noSecretInRefusals } from '../checks/answers.js';
import { noticedNothing } from '../checks/requests.js';
import { probe } from '../probe.js';
import { heardSoFar } from '../secrets-heard.js';
import type { DcmWorld } from '../world.js';

// What the bank has refused in the run, to the harness and to DCM

Given('the bank refuses a user whom it does not know', async function (this: DcmWorld) {
  const { external_id } = this.stage.bank.unknown;
  const answer = await probe(this.stage, { method: 'key', obj: external_id });
  needed(answer.status !== 200, 'the bank does not refuse an unknown user');
});

const mostEntries = 10_000;

When('an officer looks through what the bank has refused', async function (this: DcmWorld) {
  const match = { direction: 'out', counterparty_guid: this.walk.guid } as const;
  const { entries } = await this.stage.dcm.control.searchJournal({ body: { match, limit: mostEntries } });
  this.remember({ asked: entries });
});

Then('none of its refusals carried a secret, as AUTH-08 demands', function (this: DcmWorld) {
  const { refusals, secrets } = heardSoFar(this.stage);
  // Secrets that were heard of after a refusal count as well.
  this.check(noSecretInRefusals, { refusals, secrets });
  this.check(noticedNothing('AUTH-08'), this.recall('asked'));
});
