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

const search = { from: 100, to: 1600, seconds: 4, limitMs: 1000 };
const stage = await openReferenceStage({}, startBankApart);
const sources = await openSources(stage, {
  transfers: false,
  byPerson: false,
  giveUpMs: 5000,
  hide: (text) => text,
});
const keys = sources.byKind.get('key');
if (keys === undefined) throw new Error('nothing to ask');
const { seconds, limitMs } = search;
const plan = { rate: undefined, ramp: search, seconds, limitMs, transferLimitMs: limitMs };
const session: Session = { stages: [] };
await runSession(systemTime, { byKind: new Map([['key', keys]]) }, plan, session, {
  begun: () => {},
  ended: ({ rate, verdict, all, generator }) =>
    console.log(`ours ${rate}/s: ${verdict}, p99 ${all.p99_ms} ms, own p99 ${generator.p99_ms} ms`),
});

const obj = stage.bank.keyKeepers[0].external_id;
const content = { flow: 'sign-in', obj, sub: stage.bank.subjects.admin, lifetimeS: 1200 } as const;
const tokens = Array.from({ length: 500 }, (_, index) =>
  String(
    forgeToken(
      stage.dcm.signing(),
      claimsOf({ ...content, iatS: Math.floor(stage.now() / 1000) - (index % 50) }, stage.now()),
    ),
  ),
);
const target = {
  url: stage.bank.user_key_url,
  headers: (index: number) => ({ [tokenHeader]: tokens[index % tokens.length] ?? '' }),
};
const independent = await highestRateOf(target, search);
await stage.close();
console.log(JSON.stringify({ found: session.found, independent }));
