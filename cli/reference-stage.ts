import type { Profile } from '../contract/profile/index.js';
import type { DefectName } from '../fixtures/broken-banks/index.js';
import { createPeople, type People } from '../fixtures/people.js';
import { uuid } from '../mock-server/keys.js';
import { randomSeed, systemRandom } from '../mock-server/system.js';
import { createAftermath } from '../steps/drivers/aftermath.js';
import { createHttpDriver } from '../steps/drivers/http.js';
import { watchOf } from '../steps/drivers/watch.js';
import { createPatience } from '../steps/patience.js';
import type { BankUnderTest } from '../steps/stage.js';
import { newOwnKey, newSigningPairs } from './bank-keys.js';
import { type BankStage, openBankStage, usualTimeLimitS } from './bank-stage.js';
import { type JoinKeys, joinMock } from './join-mock.js';
import { ownMock } from './mock-at-hand.js';
import { startBankHere } from './reference-bank.js';
import { secretsInFile } from './secrets.js';

/** A mock that already runs. */
export interface JoinedMock {
  readonly url: string;
  /** Its keys file, or its keys. */
  readonly keys: string | JoinKeys;
  readonly controlToken?: string | undefined;
}

export interface ReferenceStageOptions {
  readonly seed?: string;
  readonly keys?: string;
  /** State file of the mock; without it the state lasts as long as the stage. */
  readonly state?: string;
  readonly defect?: DefectName;
  /** Options of the mock. */
  readonly profile?: Partial<Profile>;
  /** Seconds that a run may wait in vain under one scheme. */
  readonly timeLimitS?: number;
  /** A mock that already runs, instead of one in this process. */
  readonly join?: JoinedMock;
}

/** Seconds that an act of the bank may take. */
export const actTimeoutS = 30;
export const admin = 'dcm-admin@dcm.example';

/** Keys that a bank would already have: for its own tokens, and for /sign. */
export async function bankKeys() {
  const privateJwk = newOwnKey();
  const { d: _private, ...publicJwk } = privateJwk;
  const [customers, own] = await newSigningPairs();
  return {
    privateJwk,
    publicJwk,
    seeds: [customers.seed, own.seed] as const,
    signers: [customers.address, own.address] as const,
  };
}

export type BankKeys = Awaited<ReturnType<typeof bankKeys>>;

/** Every part of the plan. */
export const wholePlan = {
  callbacks: true,
  multisignature: true,
  limits: true,
  reconciliation: true,
  branches: true,
  parallel: true,
} as const;

/** The reference bank as a configuration would describe it. */
export const referenceBank = (
  url: string,
  keys: BankKeys,
  people: People,
  { alias, name } = { alias: 'bank1', name: 'Reference Bank' },
): BankUnderTest => ({
  alias,
  name,
  user_auth_url: `${url}/user_auth`,
  user_key_url: `${url}/key`,
  user_id_url: `${url}/external_id`,
  callback_url: url,
  sign_url: `${url}/sign`,
  signers: keys.signers,
  schemes: ['dcm', 'bank'],
  jwks: [keys.publicJwk],
  leewayS: 60,
  jwksCooldownS: 0,
  probes: 'direct',
  firstEmployee: { email: `officer@${alias}.example`, password: people.password() },
  subjects: { admin, forbidden: `stranger@${alias}.example` },
  keyKeepers: [
    { login: 'keeper-identification', external_id: 'kk-identification', for: 'identification' },
    { login: 'keeper-processing', external_id: 'kk-processing', for: 'processing' },
  ],
  unknown: { login: `nobody@${alias}.example`, external_id: 'nobody' },
});

/**
 * The mock and the reference bank, both on free ports of this machine, introduced to each other as the plan says.
 *
 * @param startBank starts the bank in this process by default
 */
export async function openReferenceStage(
  options: ReferenceStageOptions = {},
  startBank = startBankHere,
): Promise<BankStage> {
  const seed = options.seed ?? randomSeed();
  const { join } = options;
  // That mock may know the people and the bank of an earlier run.
  const mark = join === undefined ? '' : `-${randomSeed()}`;
  const people = createPeople(`${seed}${mark}`);
  const actsToken = randomSeed();
  const keys = await bankKeys();
  // Read before anything runs: a file that cannot be read must not leave a bank behind.
  const ofMock = options.keys === undefined ? [] : await secretsInFile(options.keys);
  const bank = await startBank({
    actsToken,
    admin,
    privateJwk: keys.privateJwk,
    signingSeeds: keys.seeds,
    ...(options.defect === undefined ? {} : { defect: options.defect }),
  });
  const named = { alias: `reference${mark}`, name: `Reference Bank${mark}` };
  const referenced = referenceBank(bank.url, keys, people, ...(join === undefined ? [] : [named]));
  const stage = await openBankStage({
    target: 'reference',
    secrets: [
      actsToken,
      referenced.firstEmployee.password,
      ...keys.seeds,
      ...ofMock,
      ...(join?.controlToken === undefined ? [] : [join.controlToken]),
    ],
    mock: () => {
      if (join !== undefined)
        return joinMock({
          ...join,
          counterpartyGuid: uuid(systemRandom(16)),
          profile: options.profile ?? {},
          seed,
        });
      return ownMock({
        port: 0,
        seed,
        ...(options.profile === undefined ? {} : { profile: options.profile }),
        ...(options.keys === undefined ? {} : { keys: options.keys }),
        ...(options.state === undefined ? {} : { state: options.state }),
      });
    },
    plan: wholePlan,
    actTimeoutS,
    patience: createPatience({ limitMs: (options.timeLimitS ?? usualTimeLimitS) * 1000 }),
    bank: referenced,
    driver: (stage) =>
      createHttpDriver({
        send: stage.callBank,
        url: `${bank.url}/dcm-acts`,
        token: actsToken,
        timeoutS: actTimeoutS,
        aftermath: createAftermath(watchOf(stage), actTimeoutS),
        newId: () => Buffer.from(systemRandom(16)).toString('hex'),
      }),
    people: { newCustomer: people.person, newLogin: people.login, newPassword: people.password },
  }).catch(async (error) => {
    await bank.close();
    throw error;
  });
  return {
    ...stage,
    async close() {
      await bank.close();
      await stage.close();
    },
  };
}
