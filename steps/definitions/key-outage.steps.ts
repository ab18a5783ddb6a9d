import { defineParameterType, Then, When } from '@cucumber/cucumber';
import type { RuleId } from '../../contract/rules/index.js';
import { acceptedUnder, notAccepted } from '../checks/answers.js';
import { probe } from '../probe.js';
import type { FaultOfDcm } from '../walk/faults.js';
import { sentByBank } from '../walk/journal-watch.js';
import type { DcmWorld } from '../world.js';

// Step 2: DCM's keys cannot be fetched

const outages: Readonly<Record<string, FaultOfDcm>> = {
  'responds with 503': { kind: 'answer', operation: 'getDcmJwks', status: 503 },
  'does not respond': { kind: 'hold', operation: 'getDcmJwks', ms: 20_000 },
  'has no keys': { kind: 'no-keys' },
};

defineParameterType({
  name: 'outage',
  regexp: new RegExp(Object.keys(outages).join('|')),
  transformer: (text: string) => text,
});

When("DCM's JWKS {outage}", async function (this: DcmWorld, what: string) {
  const fault = outages[what];
  if (fault === undefined) throw new Error(`no outage of the JWKS is known for "${what}"`);
  await this.faults.keep(fault);
  // Fetches from before it say nothing.
  await this.journal.begin();
});

const keeperOf = ({ walk }: DcmWorld) =>
  ({ method: 'key', obj: walk.keeper('processing').external_id }) as const;

/** Requests of the bank for the keys since the scenario began. */
async function fetches({ journal, stage }: DcmWorld): Promise<number> {
  const { entries } = await stage.dcm.control.searchJournal({
    body: { match: { direction: 'in', operation: 'getDcmJwks', after: journal.mark }, limit: 100 },
  });
  // A request that DCM does not answer is not in the journal yet.
  const { held } = await stage.dcm.control.awaitHeld({ body: { timeout_ms: 0 } });
  return sentByBank(stage, entries).length + held;
}

const pauseMs = 1000;
/** A bank may answer first and fetch then. */
const afterAnswerMs = 1000;

Then(
  'a token signed by the new key is not accepted unverified, as {rule} demands',
  { timeout: -1 },
  async function (this: DcmWorld, rule: RuleId) {
    const until = this.stage.now() + this.stage.bank.jwksCooldownS * 1000 + afterAnswerMs;
    for (;;) {
      const answer = await probe(this.stage, keeperOf(this));
      this.answered([answer]);
      this.check(notAccepted(rule), answer, answer);
      if ((await fetches(this)) > 0) return;
      // A bank that never fetches is none the worse for an outage, and has not accepted what it does not know.
      if (this.stage.now() >= until) return;
      await this.journal.pause(Math.min(pauseMs, Math.max(1, until - this.stage.now())));
    }
  },
);

Then(
  'a token signed by the former key is still accepted, as {rule} demands',
  async function (this: DcmWorld, rule: RuleId) {
    const answer = await probe(this.stage, { ...keeperOf(this), key: this.recall('formerKey') });
    this.check(acceptedUnder(rule), answer, answer);
  },
);

When('the outage ends', async function (this: DcmWorld) {
  await this.faults.stop();
});
