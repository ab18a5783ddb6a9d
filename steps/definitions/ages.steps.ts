import { Given, Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import { needed } from '../blocked.js';
import { acceptedUnder } from '../checks/answers.js';
import type { Exchange } from '../exchange.js';
import { probe } from '../probe.js';
import { usualLifetimeS } from '../token-claims.js';
import type { Expiring } from '../walk/expiring.js';
import type { DcmWorld } from '../world.js';
import { askInTurn } from './ask-flows.js';

// Step 1: valid tokens of every age, and what a bank remembers of them

/** Seconds for which a token is valid at the most, as the documentation advises. */
const longestS = 1200;

const ages = [
  { shiftS: -60, lifetimeS: longestS },
  { shiftS: -600, lifetimeS: longestS },
  { shiftS: -1190, lifetimeS: longestS },
  { lifetimeS: 10 },
];

When('the methods are asked with valid tokens of every age', async function (this: DcmWorld) {
  await askInTurn(this, 0, ages);
});

When(
  'DCM asks \\/key about a key keeper with a token that is about to expire',
  async function (this: DcmWorld) {
    const obj = this.walk.keeper('processing').external_id;
    await this.walk.keepersReady();
    const plain = await probe(this.stage, { method: 'key', obj });
    needed(plain.status === 200, '/key: no valid token is accepted there');
    this.answered([(await this.walk.expiring()).answer]);
  },
);

Then('the answer is 200, as {rule} demands', function (this: DcmWorld, rule: RuleId) {
  this.checkEach(acceptedUnder(rule), this.recall('answers'));
});

Given('a token was accepted when it was about to expire', async function (this: DcmWorld) {
  const { accepted } = await this.walk.expiring();
  needed(accepted !== null, 'no token was accepted that was about to expire');
  this.remember({ expiring: accepted });
});

const askWith = ({ stage, walk }: DcmWorld, expiring: Expiring, olderS: number): Promise<Exchange> =>
  probe(stage, {
    method: 'key',
    obj: walk.keeper('processing').external_id,
    iatS: expiring.iatS - olderS,
    lifetimeS: usualLifetimeS + olderS,
    // Whoever repeats it has to send a token before it expires, and once more afterwards.
    ...(olderS === 0 ? { twice: { shiftS: expiring.shiftS, afterS: expiring.leftS + 1 } } : {}),
  });

Given('another token that expires with it is refused', async function (this: DcmWorld) {
  const expiring = this.recall('expiring');
  const { stage, journal } = this;
  const begin = (expiring.iatS + usualLifetimeS + expiring.graceS) * 1000;
  /** Clocks differ by a few seconds. */
  const until = Math.max(begin, stage.now()) + (stage.bank.leewayS - expiring.graceS + 5) * 1000;
  if (begin > stage.now()) await journal.pause(begin - stage.now());
  // Each of them is a new one, which nobody can remember.
  for (let olderS = 1; ; olderS += 1) {
    if ((await askWith(this, expiring, olderS)).status === 401) return;
    needed(
      stage.now() < until,
      'tokens are accepted after they have expired, as other scenarios of this step show',
    );
    await journal.pause(1000);
  }
});

When('DCM asks with the accepted token again', async function (this: DcmWorld) {
  this.answered([await askWith(this, this.recall('expiring'), 0)]);
});
