import { dirname } from 'node:path';
import { SignJWT } from 'jose';
import type { Language } from '../contract/texts/language.js';
import type { Chapter } from '../mock-server/chronicle.js';
import { randomSeed, systemClock, systemRandom, systemTime } from '../mock-server/system.js';
import { createAftermath } from '../steps/drivers/aftermath.js';
import { type Credentials, createBuiltinDriver } from '../steps/drivers/builtin.js';
import { createCommandDriver } from '../steps/drivers/command.js';
import { ActNotSupported, type Driver } from '../steps/drivers/driver.js';
import { createHttpDriver } from '../steps/drivers/http.js';
import { createManualDriver } from '../steps/drivers/manual.js';
import type { Hear } from '../steps/drivers/person.js';
import { watchOf } from '../steps/drivers/watch.js';
import { createPatience } from '../steps/patience.js';
import type { KeyKeeperData } from '../steps/stage.js';
import { type BankStage, openBankStage, usualTimeLimitS } from './bank-stage.js';
import { type OwnKey, readConnection, readJwks, readOwnKey } from './config/files.js';
import type { LoadedConfig } from './config/load.js';
import { configuredPeople } from './config/people.js';
import { bankUrls } from './config/urls.js';
import { joinMock, ownMock } from './mock-at-hand.js';
import { secretsOf } from './secrets.js';
import { sessionCredentials } from './session-credentials.js';
import { dcmFetch } from './to-dcm.js';

export interface ConfigStageOptions {
  readonly seed?: string;
  /** Tells a person something; for the manual driver. */
  readonly say: (text: string) => void;
  /** What a person answers, by a key; for the manual driver. */
  readonly hear?: Hear | undefined;
  /** What is told is told in this language; English when left out. */
  readonly language?: Language;
  /** A mock that runs already, instead of one of this process. */
  readonly mockUrl?: string | undefined;
  readonly controlToken?: string | undefined;
  /** Seconds that may be lost by waiting for what does not come, under one scheme; without a limit for a person when left out. */
  readonly timeLimitS?: number | undefined;
  /** Another port than the configured one; for tests. */
  readonly port?: number;
  /** What an earlier process has left; with the empty past of a mock for a run that another one may go on with. */
  readonly past?: StagePast;
}

interface StagePast {
  readonly mock: Chapter;
  /** Configured customers that are used up. */
  readonly customers?: number;
  /** Under which the harness has called the mock. */
  readonly agent?: string;
  /** On which the mock has listened: the bank knows it. */
  readonly port?: number;
}

const identificationKeeper = (keepers: readonly [KeyKeeperData, KeyKeeperData]): KeyKeeperData =>
  keepers.find((one) => one.for === 'identification') ?? keepers[0];

const newId = () => Buffer.from(systemRandom(16)).toString('hex');

/** The stage that bank.yaml describes. @throws {ConfigError} for files that it names and that cannot be read */
export async function openConfigStage(loaded: LoadedConfig, options: ConfigStageOptions): Promise<BankStage> {
  const { config } = loaded;
  const { dcm, bank, plan } = config;
  const { say, language = 'en', past } = options;
  const seed = options.seed ?? randomSeed();
  const connection = await readConnection(loaded);
  const jwks = bank.jwks === undefined ? [] : await readJwks(loaded, bank.jwks);
  const privateJwk = config.driver.kind === 'builtin' ? config.driver.private_jwk : undefined;
  const ownKey = privateJwk === undefined ? undefined : await readOwnKey(loaded, privateJwk);
  const secrets = await secretsOf(loaded);
  return openBankStage({
    target: bank.alias,
    plan: {
      callbacks: plan.callbacks && bank.callback_url !== undefined,
      multisignature: plan.multisignature,
      limits: plan.limits,
      reconciliation: plan.reconciliation,
      branches: plan.branches,
    },
    mock: (connection) => {
      const keys = loaded.path(dcm.keys);
      const profile = Object.fromEntries(
        Object.entries(config.profile).filter(([, value]) => value !== undefined),
      );
      const { mockUrl, controlToken } = options;
      if (mockUrl !== undefined) return joinMock({ url: mockUrl, keys, controlToken, profile, seed });
      const port = options.port ?? past?.port ?? dcm.port;
      const start = { host: dcm.host, port, keys, seed, profile, connection };
      return ownMock({ ...start, ...(past && { past: past.mock }) }, past?.agent);
    },
    ...(dcm.public_url === undefined ? {} : { publicUrl: dcm.public_url }),
    connection,
    bank: {
      alias: bank.alias,
      name: bank.name,
      ...bankUrls(config),
      signers: plan.multisignature ? (bank.signers ?? []) : [],
      schemes: bank.schemes,
      jwks: bank.schemes.includes('bank') ? (ownKey ? [ownKey.publicJwk] : jwks) : [],
      leewayS: bank.leeway_s,
      jwksCooldownS: bank.jwks_cooldown_s,
      probes: bank.probes,
      firstEmployee: bank.first_employee,
      subjects: bank.subjects,
      keyKeepers: bank.key_keepers,
      unknown: bank.unknown,
    },
    actTimeoutS: timeoutOf(config.driver),
    patience: patienceOf(config.driver, options.timeLimitS),
    driver: (stage) => makeDriver(loaded, { stage, say, language, ownKey, hear: options.hear }),
    waivers: config.waivers,
    secrets: [...secrets, ...(options.controlToken === undefined ? [] : [options.controlToken])],
    people: configuredPeople(config, seed, past?.customers),
    secretsBeforehand: config.driver.kind === 'builtin',
  });
}

/** The harness's own calls to DCM end on their own. */
const builtinTimeoutS = 60;

/** A person's time is not measured unless that is asked for; after a task that nobody did, nobody is there. */
const patienceOf = ({ kind }: LoadedConfig['config']['driver'], timeLimitS?: number) =>
  kind === 'manual'
    ? createPatience({ limitMs: (timeLimitS ?? Number.POSITIVE_INFINITY) * 1000, tries: 1, briefPart: 1 })
    : createPatience({ limitMs: (timeLimitS ?? usualTimeLimitS) * 1000 });

const timeoutOf = (driver: LoadedConfig['config']['driver']): number =>
  'timeout_s' in driver ? driver.timeout_s : builtinTimeoutS;

interface DriverParts {
  readonly stage: Omit<BankStage, 'driver'>;
  readonly say: (text: string) => void;
  readonly hear: ConfigStageOptions['hear'];
  readonly language: Language;
  readonly ownKey: OwnKey | undefined;
}

function makeDriver(
  { config, file }: LoadedConfig,
  { stage, say, hear, language, ownKey }: DriverParts,
): Driver {
  const { driver, bank } = config;
  const watch = watchOf(stage);
  switch (driver.kind) {
    case 'http':
      return createHttpDriver({
        url: driver.url,
        timeoutS: driver.timeout_s,
        newId,
        aftermath: createAftermath(watch, driver.timeout_s),
        send: stage.callBank,
        ...(driver.token === undefined ? {} : { token: driver.token }),
      });
    case 'command':
      return createCommandDriver({
        run: driver.run,
        cwd: dirname(file),
        timeoutS: driver.timeout_s,
        time: systemTime,
        newId,
        aftermath: createAftermath(watch, driver.timeout_s),
      });
    case 'none':
      return {
        async act(act) {
          throw new ActNotSupported(act);
        },
      };
    case 'builtin': {
      const bySession = sessionCredentials();
      const byKey = ownKey && bankCredentials(ownKey);
      return createBuiltinDriver({
        credentials: (block, about) =>
          block.scheme === 'bank' && byKey ? byKey(block, about) : bySession(block, about),
        keeper: identificationKeeper(bank.key_keepers).external_id,
        fetch: dcmFetch,
      });
    }
    case 'manual':
      return createManualDriver({
        say,
        ...(hear && { hear }),
        language,
        watch,
        password: bank.first_employee.password,
        timeoutS: driver.timeout_s,
      });
  }
}

/** The bank's own token for each request, made by the harness in its place. */
function bankCredentials({ key, alg, publicJwk }: OwnKey): Credentials {
  return async (dcm, { flow, obj }) => {
    const iat = Math.floor(systemClock.now() / 1000);
    const token = await new SignJWT({ flow, obj, sub: dcm.employee?.email ?? '', iat, exp: iat + 60 })
      .setProtectedHeader({ alg, kid: publicJwk.kid, typ: 'JWT' })
      .sign(key);
    return { 'cx-authorization': token };
  };
}
