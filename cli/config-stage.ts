import { actsInParallel, capabilitiesOf, privateJwkOf } from '../contract/bank-config/driver.js';
import { namedOptions, type Profile } from '../contract/profile/index.js';
import type { Language } from '../contract/texts/language.js';
import type { Chapter } from '../mock-server/chronicle.js';
import { randomSeed } from '../mock-server/system.js';
import type { Hear } from '../steps/drivers/person.js';
import type { BankUnderTest } from '../steps/stage.js';
import { type BankStage, openBankStage } from './bank-stage.js';
import { readConnection, readJwks, readOwnKey } from './config/files.js';
import { readLearned, requireNothingCaptured } from './config/learned.js';
import type { LoadedConfig } from './config/load.js';
import { configuredPeople } from './config/people.js';
import { bankUrls } from './config/urls.js';
import { actTimeoutOf, makeDriver, patienceOf } from './config-driver.js';
import { joinMock } from './join-mock.js';
import { type MockAtHand, ownMock } from './mock-at-hand.js';
import { configSecretsOf } from './secrets.js';

export interface ConfigStageOptions {
  readonly seed?: string;
  /** Shows a person a text; for the manual driver. */
  readonly say: (text: string) => void;
  /** Hears the keys that a person presses; for the manual driver. */
  readonly hear?: Hear | undefined;
  /** Language of these texts; English by default. */
  readonly language?: Language;
  /** A mock that already runs, instead of one in this process. */
  readonly mockUrl?: string | undefined;
  readonly controlToken?: string | undefined;
  /** Seconds that a run may wait in vain under one scheme; by default there is no limit for a person. */
  readonly timeLimitS?: number | undefined;
  /** A port other than the configured one; for tests. */
  readonly port?: number;
  /** DCM in place of a mock. */
  readonly atHand?: (bank: BankUnderTest) => Promise<MockAtHand>;
  /** Options of the mock that the configuration does not set. */
  readonly profile?: Partial<Profile>;
  /** What an earlier process recorded; an empty past for a new run that can be resumed later. */
  readonly past?: StagePast;
}

interface StagePast {
  readonly mock: Chapter;
  /** Configured customers that are used up. */
  readonly customers?: number;
  /** User agent with which the harness has called the mock. */
  readonly agent?: string;
  /** Port on which the mock has listened: the bank is configured with it. */
  readonly port?: number;
}

/** An employee who never logs in: without a driver nobody of the bank acts. */
const nobodyOf = (alias: string, seed: string) => ({
  email: `officer@${alias}.example`,
  password: `Nobody-${seed}`,
});

/** The stage that bank.yaml describes. @throws {ConfigError} if a file that it names cannot be read */
export async function openConfigStage(loaded: LoadedConfig, options: ConfigStageOptions): Promise<BankStage> {
  const { config } = loaded;
  const { dcm, bank, plan } = config;
  const { say, language = 'en', past } = options;
  const seed = options.seed ?? randomSeed();
  const connection = await readConnection(loaded);
  const jwks = bank.jwks === undefined ? [] : await readJwks(loaded, bank.jwks);
  const privateJwk = privateJwkOf(config.driver);
  const ownKey = privateJwk === undefined ? undefined : await readOwnKey(loaded, privateJwk);
  const secrets = await configSecretsOf(loaded);
  const underTest: BankUnderTest = {
    alias: bank.alias,
    name: bank.name,
    ...bankUrls(config),
    signers: plan.multisignature ? (bank.signers ?? []) : [],
    schemes: bank.schemes,
    jwks: bank.schemes.includes('bank') ? (ownKey ? [ownKey.publicJwk] : jwks) : [],
    leewayS: bank.leeway_s,
    jwksCooldownS: bank.jwks_cooldown_s,
    probes: bank.probes,
    firstEmployee: bank.first_employee ?? nobodyOf(bank.alias, seed),
    subjects: bank.subjects,
    keyKeepers: bank.key_keepers,
    unknown: bank.unknown,
  };
  const learned = config.learned === undefined ? undefined : await readLearned(loaded, config.learned);
  return openBankStage({
    target: bank.alias,
    ...(learned && { learned: { name: learned.name, captures: learned.captured.length > 0 } }),
    plan: {
      callbacks: plan.callbacks && bank.callback_url !== undefined,
      multisignature: plan.multisignature,
      limits: plan.limits,
      reconciliation: plan.reconciliation,
      branches: plan.branches,
      parallel: actsInParallel(config.driver),
    },
    mock: (connection) => {
      if (options.atHand !== undefined) return options.atHand(underTest);
      const keys = loaded.path(dcm.keys);
      const profile = { ...options.profile, ...learned?.options, ...namedOptions(config.profile) };
      const captured = learned?.captured ?? [];
      const { mockUrl, controlToken } = options;
      if (mockUrl !== undefined) requireNothingCaptured(captured);
      if (mockUrl !== undefined) return joinMock({ url: mockUrl, keys, controlToken, profile, seed });
      const port = options.port ?? past?.port ?? dcm.port;
      const start = { host: dcm.host, port, keys, seed, profile, captured, connection };
      return ownMock({ ...start, ...(past && { past: past.mock }) }, past?.agent);
    },
    ...(dcm.public_url === undefined ? {} : { publicUrl: dcm.public_url }),
    connection,
    bank: underTest,
    actTimeoutS: actTimeoutOf(config.driver),
    patience: patienceOf(config.driver, options.timeLimitS),
    driver: (stage) => makeDriver(loaded, { stage, say, language, ownKey, hear: options.hear }),
    waivers: config.waivers,
    secrets: [...secrets, ...(options.controlToken === undefined ? [] : [options.controlToken])],
    people: configuredPeople(config, seed, past?.customers),
    secretsBeforehand: !capabilitiesOf(config.driver).makesSecrets,
  });
}
