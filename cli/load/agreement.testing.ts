import { tokenHeader } from '../../contract/bank-service.js';
import { systemTime } from '../../mock-server/system.js';
import { claimsOf } from '../../steps/token-claims.js';
import { forgeToken } from '../../steps/token-forge.js';
import { openReferenceStage } from '../reference-stage.js';
import { startBankApart } from './bank-apart.js';
import { highestRateOf } from './independent-load.testing.js';
import { runSession, type Session } from './session.js';
import { openSources } from './sources.js';

/** Finds the highest rate of the reference bank twice: by `dcm load`, and by a generator that shares nothing with it. */

const search = { from: 100, to: 1600, seconds: 3, limitMs: 1000 };
/** Medians of interleaved rounds: other programs of the machine are in the way of both. */
const rounds = 3;
const stage = await openReferenceStage({}, startBankApart);
const sources = await openSources(stage, {
  transfers: false,
  byPerson: false,
  giveUpMs: 5000,
  hide: (text) => text,
});
const questions = sources.byKind.get('key') ?? (() => Promise.reject(new Error('nothing to ask')));
const { seconds, limitMs } = search;
const plan = { rate: undefined, ramp: search, seconds, limitMs, transferLimitMs: limitMs };

/** By the generator of `dcm load`. */
async function ours(): Promise<number> {
  const session: Session = { stages: [] };
  await runSession(systemTime, { byKind: new Map([['key', questions]]) }, plan, session, {
    begun: () => {},
    ended: ({ rate, verdict, all, generator }) =>
      console.log(`  ${rate}/s: ${verdict}, p99 ${all.p99_ms} ms, own delay ${generator.p99_ms} ms`),
  });
  return session.found ?? 0;
}

/** By the other one, with tokens that were made before. */
function theirs(): Promise<number> {
  const obj = stage.bank.keyKeepers[0].external_id;
  const content = { flow: 'sign-in', obj, sub: stage.bank.subjects.admin, lifetimeS: 1200 } as const;
  const tokens = Array.from({ length: 200 }, (_, index) =>
    String(forgeToken(stage.dcm.signing(), claimsOf(content, stage.now() - index * 1000))),
  );
  const headers = (index: number) => ({ [tokenHeader]: tokens[index % tokens.length] ?? '' });
  return highestRateOf({ url: stage.bank.user_key_url, headers }, search);
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const found: number[] = [];
const independent: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  found.push(await ours());
  independent.push(await theirs());
  console.log(`round ${round + 1}: ours ${found.at(-1)}/s, independent ${independent.at(-1)}/s`);
}
await stage.close();
console.log(JSON.stringify({ found: median(found), independent: median(independent) }));
