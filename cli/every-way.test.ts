import { join } from 'node:path';
import { expect, it } from 'vitest';
import { capabilitiesOf, type DriverKind, driverKinds } from '../contract/bank-config/driver.js';
import { actInputs } from '../contract/driver.js';
import type { Result } from '../contract/result.js';
import {
  actOf,
  type Bank,
  type Changes,
  describeBank,
  employee,
  forwarding,
  freePort,
  keepers,
  startBank,
} from './bank.testing.js';
import { dcm, patience, readResult, walks } from './cli.testing.js';
import { logins, loginsTaken } from './doctor/logins.js';
import { startIndependentBank } from './independent.testing.js';
import type { WalkOrder } from './walks.testing.js';

/**
 * The same suite with either bank, by every driver, with and without multisignature, under each scheme alone and under
 * both in one run. Every two of bank, driver and multisignature meet, and every driver acts under each scheme;
 * `EVERY_WAY=1` walks all ways.
 */

const banks = {
  reference: (dcmUrl: string) => startBank('--dcm', dcmUrl),
  independent: startIndependentBank,
};

type Acting = Exclude<DriverKind, 'none'>;

/** What bank.yaml says about each driver that acts, and who does what a person is told. */
const drivers = {
  http: async () => [{}, {}],
  command: async (bank) => [{ driver: await forwarding(bank) }, {}],
  manual: async ({ acts, acts_token }) => [
    { driver: { kind: 'manual', timeout_s: 20 } },
    { person: { acts, acts_token, password: employee.password } },
  ],
  builtin: async () => [
    { driver: { kind: 'builtin', private_jwk: './bank-key.json' }, more: { scope: 'service' } },
    {},
  ],
} satisfies Record<Acting, (bank: Bank) => Promise<[Changes, Partial<WalkOrder>]>>;
const acting = driverKinds.filter((kind): kind is Acting => capabilitiesOf({ kind }).acts);

interface Way {
  readonly bank: keyof typeof banks;
  readonly driver: Acting;
  readonly multisignature: boolean;
  readonly schemes: readonly ('dcm' | 'bank')[];
}

const choices = (schemes: Way['schemes']): Way[] =>
  Object.keys(banks).flatMap((bank) =>
    acting.flatMap((driver) =>
      [true, false].map((multisignature) => ({
        bank: bank as Way['bank'],
        driver,
        multisignature,
        schemes,
      })),
    ),
  );

/**
 * Tells the bank to do every act. What the whole plan needs beside that is the same for every driver: it is walked over
 * HTTP with the independent bank, and by the driver that stands in for the bank, which has little to do. In the first
 * two steps a driver only has the bank configured, which the first scenario needs.
 */
const everyAct = [
  '@S01-01',
  'not @step-1 and not @step-2 and not @step-16',
  ...[1, 13, 18, 19, 42, 43, 66].map((number) => `@S16-${String(number).padStart(2, '0')}`),
].join(' or ');
const isSampled = ({ driver }: Way) =>
  process.env.EVERY_WAY !== '1' && (driver === 'command' || driver === 'manual');
/** Nobody but the driver `builtin` mints tokens, and each scheme has an act of its own. */
const actsUnder = ([scheme]: Way['schemes']) =>
  Object.keys(actInputs)
    .filter((act) => act !== 'mint-token' && act !== (scheme === 'dcm' ? 'register-jwk' : 'login'))
    .sort();

/** Walked in config-walk.test.ts. */
const walkedElsewhere: Way = {
  bank: 'reference',
  driver: 'http',
  multisignature: true,
  schemes: ['dcm', 'bank'],
};

const pairs: readonly Way[] = [
  { bank: 'reference', driver: 'command', multisignature: false, schemes: ['dcm'] },
  { bank: 'independent', driver: 'command', multisignature: true, schemes: ['bank'] },
  { bank: 'reference', driver: 'manual', multisignature: true, schemes: ['bank'] },
  { bank: 'independent', driver: 'manual', multisignature: false, schemes: ['dcm'] },
  { bank: 'reference', driver: 'builtin', multisignature: false, schemes: ['bank'] },
  { bank: 'independent', driver: 'builtin', multisignature: true, schemes: ['dcm', 'bank'] },
  { bank: 'independent', driver: 'http', multisignature: false, schemes: ['dcm', 'bank'] },
];

const ways =
  process.env.EVERY_WAY === '1'
    ? [...choices(['dcm', 'bank']), ...choices(['dcm']), ...choices(['bank'])]
    : pairs;

/** The harness acts in the bank's place, so only what DCM calls is verified. */
const scopeOf = ({ driver }: Way) => (capabilitiesOf({ kind: driver }).standsIn ? 'service' : 'full');

/** A bank that nobody makes act has to be ready: configured as `dcm onboarding` prints it, and with all secrets. */
async function madeReady(
  bank: Bank,
  config: string,
  [scheme]: Way['schemes'],
  users: readonly { login: string }[],
): Promise<void> {
  const { out } = await dcm('onboarding', '--config', config, '--json');
  const { base_url, counterparty_guid, asset_code, asset_issuer, key_keepers } = JSON.parse(out);
  const block = { base_url, counterparty_guid, asset_code, asset_issuer, scheme, employee };
  // The bank asks for DCM's keys when it is configured; they are not there before the run.
  expect(await actOf(bank, 'configure', block, { key_keepers })).toMatchObject({ ok: false });
  expect(await actOf(bank, 'create-secrets', block, { users })).toMatchObject({ ok: true });
}

/** What is not as it should be, so that a failing test says it. */
const troubles = ({ scenarios, errors }: Result) => [
  ...errors,
  ...scenarios
    .filter(({ verdict }) => !/^(passed|simulated)$/.test(verdict))
    .map(({ id, scheme, verdict, note, failures }) =>
      [id, scheme, verdict, note, ...failures.map(({ rule, actual }) => `${rule} ${actual}`)].join(' '),
    ),
];

it('every two of bank, driver and multisignature meet, and every driver acts under each scheme', () => {
  const walked: readonly Way[] = [...pairs, walkedElsewhere];
  const meetings = (all: readonly Way[]) =>
    new Set(
      all.flatMap(({ bank, driver, multisignature, schemes }) => [
        `${bank}, ${driver}`,
        `${bank}, ${multisignature}`,
        `${driver}, ${multisignature}`,
        ...schemes.map((scheme) => `${driver}, ${scheme}`),
      ]),
    );
  expect(meetings(walked)).toEqual(meetings(choices(['dcm', 'bank'])));
});

const wholeVerdict = (way: Way) => (scopeOf(way) === 'service' ? 'service-conformant' : 'conformant');

/** A bank that is ready to be walked with, and what came of it. */
async function prepared(way: Way) {
  const port = await freePort();
  const bank = await banks[way.bank](`http://127.0.0.1:${port}`);
  const most = loginsTaken(way.schemes);
  const configured = logins({ schemes: way.schemes, driver: { kind: way.driver } });
  const customers = Array.from({ length: configured }, (_, index) => ({
    login: `customer-${index}@bank1.example`,
  }));
  const [changes, more] = await drivers[way.driver](bank);
  const config = await describeBank(bank, {
    dcm: { port },
    plan: { multisignature: way.multisignature },
    ...changes,
    bank: { schemes: way.schemes, customers },
  });
  const { makesSecrets } = capabilitiesOf({ kind: way.driver });
  if (!makesSecrets) await madeReady(bank, config, way.schemes, [...keepers, ...customers]);
  const tags = isSampled(way) ? everyAct : '';
  const order: WalkOrder = { config, report: join(bank.at, 'report'), tags, ...more };
  return { way, order, most, makesSecrets };
}

// In one process: loading the harness once for each of them takes as long as walking.
it('the suite passes in every way', { timeout: ways.length * patience }, async () => {
  const all = await Promise.all(ways.map(prepared));
  const { codes, logins: taken, acts } = await walks(...all.map(({ order }) => order));
  expect(taken).toHaveLength(all.length);
  for (const [index, { way, order, most, makesSecrets }] of all.entries()) {
    const result = await readResult(order.report);
    const inapplicable = [
      ...(hasOwnKeys(way) ? [] : ['S08-03']),
      ...(makesSecrets ? [] : notOffered),
      ...restarts(way),
    ];
    expect({ way, troubles: troubles(result) }).toEqual({
      way,
      troubles: inapplicable.sort().map((id) => expect.stringMatching(`^${id} +\\S* *not-applicable`)),
    });
    const others = (['dcm', 'bank'] as const).filter((scheme) => !way.schemes.includes(scheme));
    expect({ way, code: codes[index], ...result }).toMatchObject({
      way,
      code: 0,
      verdict: isSampled(way) ? 'partial' : wholeVerdict(way),
      target: 'bank1',
      switched_off: expect.arrayContaining(others.map((scheme) => `scheme ${scheme}`)),
    });
    if (isSampled(way))
      expect({ way, acts: acts[index]?.toSorted() }).toEqual({ way, acts: actsUnder(way.schemes) });
    expect({ way, enough: (taken[index] ?? most + 1) <= most }).toEqual({ way, enough: true });
  }
});

/** What needs secrets that are made under way. */
const notOffered = ['S06-02', 'S06-03'];

/** What needs the act restart, which neither a person nor the harness in the bank's place performs. */
function restarts(way: Way): string[] {
  if (way.driver === 'manual') return ['S06-07', ...(isSampled(way) ? [] : way.schemes.map(() => 'S16-89'))];
  return way.driver === 'builtin' ? ['S06-07'] : [];
}

/** A bank without multisignature has keys only for its own tokens, under the scheme bank. */
const hasOwnKeys = ({ multisignature, schemes }: Way): boolean => multisignature || schemes.includes('bank');
