import { dirname } from 'node:path';
import { SignJWT } from 'jose';
import { capabilitiesOf, type DriverConfig } from '../contract/bank-config/driver.js';
import type { Language } from '../contract/texts/language.js';
import { systemClock, systemRandom, systemTime } from '../mock-server/system.js';
import { createAftermath } from '../steps/drivers/aftermath.js';
import { createBuiltinDriver } from '../steps/drivers/builtin.js';
import type { Credentials } from '../steps/drivers/builtin-calls.js';
import { createCommandDriver } from '../steps/drivers/command.js';
import { ActNotSupported, type Driver } from '../steps/drivers/driver.js';
import { createHttpDriver } from '../steps/drivers/http.js';
import { createManualDriver } from '../steps/drivers/manual.js';
import type { Hear } from '../steps/drivers/person.js';
import { watchOf } from '../steps/drivers/watch.js';
import { createPatience } from '../steps/patience.js';
import type { KeyKeeperData } from '../steps/stage.js';
import { type BankStage, usualTimeLimitS } from './bank-stage.js';
import type { OwnKey } from './config/files.js';
import type { LoadedConfig } from './config/load.js';
import { sessionCredentials } from './session-credentials.js';
import { dcmFetch } from './to-dcm.js';

const identificationKeeper = (keepers: readonly [KeyKeeperData, KeyKeeperData]): KeyKeeperData =>
  keepers.find((keeper) => keeper.for === 'identification') ?? keepers[0];

const newId = () => Buffer.from(systemRandom(16)).toString('hex');

/** The harness's own calls to DCM have their own time limit. */
const builtinTimeoutS = 60;

/** A person has no time limit unless one is set; after one task that was not done, the person is considered absent. */
export const patienceOf = (driver: DriverConfig, timeLimitS?: number) =>
  capabilitiesOf(driver).byPerson
    ? createPatience({ limitMs: (timeLimitS ?? Number.POSITIVE_INFINITY) * 1000, tries: 1, briefPart: 1 })
    : createPatience({ limitMs: (timeLimitS ?? usualTimeLimitS) * 1000 });

export const actTimeoutOf = (driver: DriverConfig): number =>
  'timeout_s' in driver ? driver.timeout_s : builtinTimeoutS;

interface DriverParts {
  readonly stage: Omit<BankStage, 'driver'>;
  readonly say: (text: string) => void;
  readonly hear: Hear | undefined;
  readonly language: Language;
  readonly ownKey: OwnKey | undefined;
}

/** The driver that bank.yaml names. */
export function makeDriver(
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
          throw new ActNotSupported(act, true);
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
        password: stage.bank.firstEmployee.password,
        timeoutS: driver.timeout_s,
      });
  }
}

/** The bank's own token for each request, signed by the harness on its behalf. */
function bankCredentials({ key, alg, publicJwk }: OwnKey): Credentials {
  return async (dcm, { flow, obj }) => {
    const iat = Math.floor(systemClock.now() / 1000);
    const token = await new SignJWT({ flow, obj, sub: dcm.employee?.email ?? '', iat, exp: iat + 60 })
      .setProtectedHeader({ alg, kid: publicJwk.kid, typ: 'JWT' })
      .sign(key);
    return { 'cx-authorization': token };
  };
}
