import { Given, Then, When } from '@cucumber/cucumber';
import type { Claims } from '../../contract/bank-service.js';
import type { RuleId } from '../../contract/rules/index.js';
import { preparing } from '../blocked.js';
import { acceptedUnder, tokenAccepted } from '../checks/answers.js';
import type { Exchange } from '../exchange.js';
import { probe } from '../probe.js';
import type { DcmWorld } from '../world.js';
import { askAll } from './ask.js';

// Steps 1 and 2: the times of a token, its claims, and a new key of DCM's

const lifetimeS = 60;
/** How far from the bound a token is, so that the time of a request does not decide. */
const marginS = 5;

const shifts: Readonly<Record<string, (leewayS: number) => number>> = {
  'that expired inside the leeway': (leeway) => -lifetimeS - Math.max(leeway - marginS, -marginS),
  'that expired beyond the leeway': (leeway) => -lifetimeS - leeway - marginS,
  'issued ahead inside the leeway': (leeway) => Math.max(leeway - marginS, 0),
  'issued ahead beyond the leeway': (leeway) => leeway + marginS,
};

When(
  /^the same requests come with a token ((?:that expired|issued ahead) (?:inside|beyond) the leeway)$/,
  async function (this: DcmWorld, when: string) {
    const shiftS = shifts[when]?.(this.stage.bank.leewayS) ?? 0;
    await askAll(this, this.recall('customer'), { shiftS });
  },
);

Then('each of them is accepted, as {rule} demands', function (this: DcmWorld, rule: RuleId) {
  this.checkEach(acceptedUnder(rule), this.recall('answers'));
});

When(/^the same requests come with a token without (\w+)$/, async function (this: DcmWorld, claim: string) {
  await askAll(this, this.recall('customer'), { without: [claim as keyof Claims] });
});

const askKeeper = (world: DcmWorld, more: Partial<Parameters<typeof probe>[1]> = {}): Promise<Exchange> =>
  probe(world.stage, { method: 'key', obj: world.walk.keeper('processing').external_id, ...more });

Given('DCM rotates its key', async function (this: DcmWorld) {
  this.remember({ formerKey: this.stage.dcm.signing() });
  await preparing('rotate the key', () => this.stage.dcm.rotate());
});

Then("a token signed by the new key is accepted within the bank's cooldown", async function (this: DcmWorld) {
  const until = this.stage.now() + this.stage.bank.jwksCooldownS * 1000;
  let answer = await askKeeper(this);
  while (answer.status !== 200 && this.stage.now() < until) {
    await this.sightings.pause(Math.min(1000, until - this.stage.now()));
    answer = await askKeeper(this);
  }
  this.check(acceptedUnder('JWT-10'), answer, answer);
});

When(
  'DCM asks \\/key about a key keeper with a token signed by the former key',
  async function (this: DcmWorld) {
    const answer = await askKeeper(this, { key: this.recall('formerKey') });
    this.answered([answer]);
    this.check(tokenAccepted, answer, answer);
  },
);
