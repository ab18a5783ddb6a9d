import { Given, Then, When } from '@cucumber/cucumber';
import { type Claims, claims } from '../../contract/bank-service.js';
import type { RuleId } from '../../contract/rules/index.js';
import type { SigningKey } from '../../contract/token-forge/forgery.js';
import { preparing } from '../blocked.js';
import { acceptedUnder, refused, tokenAccepted } from '../checks/answers.js';
import type { Exchange } from '../exchange.js';
import { probe } from '../probe.js';
import type { Walk } from '../walk/walk.js';
import type { DcmWorld } from '../world.js';
import { askUnderFlows } from './ask-flows.js';

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
    await askUnderFlows(this, Object.keys(shifts).indexOf(when), { shiftS });
  },
);

Then('each of them is accepted, as {rule} demands', function (this: DcmWorld, rule: RuleId) {
  this.checkEach(acceptedUnder(rule), this.recall('answers'));
});

When(/^the same requests come with a token without (\w+)$/, async function (this: DcmWorld, claim: string) {
  const place = Object.keys(claims.shape).indexOf(claim);
  await askUnderFlows(this, place, { without: [claim as keyof Claims] });
});

const askKeeper = (world: DcmWorld, more: Partial<Parameters<typeof probe>[1]> = {}): Promise<Exchange> =>
  probe(world.stage, { method: 'key', obj: world.walk.keeper('processing').external_id, ...more });

/** Keys are looked up over and over, for as long as the bank says that it may take. */
const asLongAsItTakes = { timeout: -1 };
const longestPauseMs = 5000;

/**
 * Asks until the answer has the status, or the bank's cooldown has passed since `begun`; the pauses grow.
 */
async function askedUntil(
  { journal, stage }: DcmWorld,
  status: number,
  begun: number,
  ask: () => Promise<Exchange>,
): Promise<Exchange> {
  const until = begun + stage.bank.jwksCooldownS * 1000;
  let answer = await ask();
  for (let pauseMs = 1000; answer.status !== status; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const left = until - stage.now();
    if (left <= 0) break;
    await journal.pause(Math.min(pauseMs, left));
    answer = await ask();
  }
  return answer;
}

/** The former key that is still published; a bank may need its whole cooldown for each rotation. */
const formerKeys = new WeakMap<Walk, SigningKey>();

async function rotate({ walk, stage }: DcmWorld): Promise<SigningKey> {
  const former = stage.dcm.signing();
  await preparing('rotate the key', () => stage.dcm.rotate());
  formerKeys.set(walk, former);
  return former;
}

When('DCM rotates its key', async function (this: DcmWorld) {
  this.remember({ formerKey: await rotate(this) });
});

Given('DCM has rotated its key', async function (this: DcmWorld) {
  this.remember({ formerKey: formerKeys.get(this.walk) ?? (await rotate(this)) });
});

When('DCM rotates its key and withdraws the former one', async function (this: DcmWorld) {
  this.remember({ formerKey: await rotate(this) });
  formerKeys.delete(this.walk);
  await preparing('withdraw the key', () => this.stage.dcm.control.dropFormerKeys({ body: {} }));
  this.remember({ withdrawnAt: this.stage.now() });
});

Then(
  "a token signed by the new key is accepted within the bank's cooldown",
  asLongAsItTakes,
  async function (this: DcmWorld) {
    const answer = await askedUntil(this, 200, this.stage.now(), () => askKeeper(this));
    this.check(acceptedUnder('JWT-10'), answer, answer);
  },
);

Then(
  "a token signed by the former key is answered with 401 within the bank's cooldown, as JWT-03 demands",
  asLongAsItTakes,
  async function (this: DcmWorld) {
    const key = this.recall('formerKey');
    // A bank may fetch the keys after it has answered: a token of the new one makes it do so.
    // Never sent before: a bank may remember the tokens that it has verified.
    let shiftS = -marginS;
    const askFormer = () => askKeeper(this, { key, shiftS: --shiftS });
    const ask = async () => {
      const answer = await askFormer();
      if (answer.status === 401) return answer;
      await askKeeper(this);
      return askFormer();
    };
    const answer = await askedUntil(this, 401, this.recall('withdrawnAt'), ask);
    this.answered([answer]);
    this.check(refused('JWT-03'), answer, answer);
  },
);

When(
  'DCM asks \\/key about a key keeper with a token signed by the former key',
  async function (this: DcmWorld) {
    const answer = await askKeeper(this, { key: this.recall('formerKey') });
    this.answered([answer]);
    this.check(tokenAccepted, answer, answer);
  },
);
