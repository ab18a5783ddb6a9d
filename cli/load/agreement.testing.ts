import { tokenHeader } from '../../contract/bank-service.js';
import { forgeToken } from '../../contract/token-forge.js';
import { systemTime } from '../../mock-server/system.js';
import { claimsOf } from '../../steps/token-claims.js';
import { openReferenceStage } from '../reference-stage.js';
import { startBankApart } from './bank-apart.js';
import { percentile99 } from './independent-load.testing.js';
import { measure } from './measure.js';
import { climb } from './ramp.js';
import { openSources } from './sources.js';

/** Finds the highest rate of the reference bank twice at once: by the generator of `dcm load`, and by one that shares nothing with it. */

const search = { from: 100, to: 1600 };
const seconds = 4;
const limitMs = 1000;
const stage = await openReferenceStage({}, startBankApart);
const sources = await openSources(stage, {
  transfers: false,
  byPerson: false,
  giveUpMs: 5000,
  hide: (text) => text,
});
const source = sources.byKind.get('key') ?? (() => Promise.reject(new Error('nothing to ask')));
const limits = { user_auth: limitMs, key: limitMs, external_id: limitMs, transfer: limitMs };

/** For the other generator, made before they are needed. */
const obj = stage.bank.keyKeepers[0].external_id;
const content = { flow: 'sign-in', obj, sub: stage.bank.subjects.admin, lifetimeS: 1200 } as const;
const tokens = Array.from({ length: 200 }, (_, index) =>
  String(forgeToken(stage.dcm.signing(), claimsOf(content, stage.now() - index * 1000))),
);
const target = {
  url: stage.bank.user_key_url,
  headers: (index: number) => ({ [tokenHeader]: tokens[index % tokens.length] ?? '' }),
};

let independent = 0;
const found = await climb(search, async (rate) => {
  // Half of the rate from each, at the same time: other programs of the machine are in the way of both alike.
  const pace = { rate: rate / 2, seconds };
  const [ours, theirs] = await Promise.all([
    measure({ time: systemTime, source, pace, kinds: ['key'], limits, fixOf: () => '' }),
    percentile99(target, rate / 2, seconds),
  ]);
  if (theirs <= limitMs) independent = Math.max(independent, rate);
  const { verdict, all, generator } = ours;
  console.log(
    `${rate}/s: ${verdict}, p99 ${all.p99_ms} ms (own delay ${generator.p99_ms} ms); independent p99 ${theirs.toFixed(1)} ms`,
  );
  return verdict;
});
await stage.close();
console.log(JSON.stringify({ found, independent }));
