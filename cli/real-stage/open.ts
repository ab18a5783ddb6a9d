import { namedOptions } from '../../contract/profile/index.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { systemClock, systemTime } from '../../mock-server/system.js';
import { Blocked } from '../../steps/blocked.js';
import { createSessions } from '../../steps/walk/employees.js';
import type { BankStage } from '../bank-stage.js';
import type { LoadedConfig } from '../config/load.js';
import { type ConfigStageOptions, openConfigStage } from '../config-stage.js';
import { type MockAtHand, ownApi } from '../mock-at-hand.js';
import { createByApi } from './by-api.js';
import { carefully } from './careful.js';
import { stageControl } from './control.js';
import { type Created, watchCreated } from './created.js';
import type { StageBlock, StageFacts } from './facts.js';
import { createOfficers } from './officers.js';
import type { Traffic } from './traffic.js';

export interface RealStageOptions extends ConfigStageOptions {
  readonly traffic: (block: StageBlock) => Promise<Traffic>;
  readonly seed: string;
}

export interface RealStage extends BankStage {
  /** What the run has left on the stage. */
  readonly created: Created;
}

/** Orders of this many smallest amounts are still made: money is moved for several scenarios at once. */
const largestOrder = 2000;

const noKey = 'it takes a token that DCM signs, and only DCM has its key';

/** Milliseconds as a promise. */
const wait = (ms: number): Promise<void> => new Promise((resolve) => systemTime.after(ms, resolve));

/** The block of bank.yaml about the stage. @throws {UsageError} without it */
function blockOf({ config, file }: LoadedConfig): StageBlock {
  const { stage } = config;
  if (stage !== undefined) return stage;
  throw new UsageError(
    said(
      `--stage: ${file} has no block stage; it says what DCM has given to the bank: url, counterparty_guid, asset_issuer`,
      `--stage: у ${file} немає блоку stage; він містить те, що DCM надав банку: url, counterparty_guid, asset_issuer`,
    ),
  );
}

/** The bank of the configuration and a real stage of DCM, with what passes between them in view. */
export async function openRealStage(loaded: LoadedConfig, options: RealStageOptions): Promise<RealStage> {
  const block = blockOf(loaded);
  const facts: StageFacts = {
    counterpartyGuid: block.counterparty_guid,
    assetCode: block.asset_code,
    assetIssuer: block.asset_issuer,
    // A stage posts in its own time (U-45).
    profile: { ...namedOptions(loaded.config.profile), posting: 'async' },
  };
  const { language = 'en', say, seed } = options;
  const { now } = systemClock;
  const officers = createOfficers({ say, language, timeoutS: block.officer_timeout_s, now, wait });
  let hasEntities = async () => false;
  let written: Created['written'] = new Map();
  const stage = await openConfigStage(loaded, {
    ...options,
    atHand: async (bank): Promise<MockAtHand> => {
      const traffic = await options.traffic(block);
      const own = ownApi(traffic.url);
      const sessions = createSessions(own.api);
      const { email, password } = bank.firstEmployee;
      const byApi = createByApi({
        api: own.api,
        counterpartyGuid: facts.counterpartyGuid,
        assetCode: facts.assetCode,
        session: () => sessions.session(email, password),
        forget: sessions.forget,
      });
      hasEntities = async () =>
        (await byApi.entities()).some(({ account_kind }) => account_kind !== 'customer');
      const { journal, bothWays } = traffic;
      written = watchCreated(journal);
      const signing = (): never => {
        throw new Blocked(noKey);
      };
      return {
        dcm: {
          baseUrl: traffic.url,
          ...own,
          control: stageControl({
            facts,
            url: traffic.url,
            bank,
            journal,
            bothWays,
            byApi,
            officers,
            now,
            wait,
          }),
          signing,
          async rotate() {
            throw new Blocked('no key is rotated on a stage');
          },
          handedOver: new Proxy({} as MockAtHand['dcm']['handedOver'], { get: signing }),
        },
        keys: {
          counterpartyGuid: facts.counterpartyGuid,
          issuer: async () => ({ address: facts.assetIssuer }),
        },
        assetCode: facts.assetCode,
        seed,
        close: traffic.close,
      };
    },
  });
  const { driver, secretsOf } = carefully(stage.driver, {
    largest: largestOrder * block.amount,
    keepers: stage.bank.keyKeepers.map(({ login }) => login),
    hasEntities: () => hasEntities(),
  });
  return {
    ...stage,
    driver,
    created: { written, secretsOf },
    smallestAmount: block.amount,
    passwordsBeforehand: true,
    withoutDcmKey: true,
  };
}
