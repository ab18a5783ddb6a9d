import type { Waiver } from '../contract/waivers.js';
import { type Connection, createHttpTransport } from '../contract/wire/http.js';
import type { Chronicle } from '../mock-server/chronicle.js';
import { systemClock, systemTime } from '../mock-server/system.js';
import type { Driver } from '../steps/drivers/driver.js';
import type { Patience } from '../steps/patience.js';
import type { Scope } from '../steps/run/selection.js';
import type { BankUnderTest, Stage } from '../steps/stage.js';
import type { MockAtHand } from './mock-at-hand.js';

/** The learned profile of the mock. */
export interface Learned {
  /** In words, for reports. */
  readonly name: string;
  /** Whether the mock answers as was captured, beyond what options allow. */
  readonly captures: boolean;
}

export interface BankStageOptions {
  /** `reference`, or the alias of the bank. */
  readonly target: string;
  readonly bank: BankUnderTest;
  readonly plan: Pick<
    Scope,
    'callbacks' | 'multisignature' | 'limits' | 'reconciliation' | 'branches' | 'parallel'
  >;
  /** Starts or joins the mock, which reaches the bank through this connection. */
  readonly mock: (connection: Connection) => Promise<MockAtHand>;
  /** URL at which the bank reaches the mock, if different. */
  readonly publicUrl?: string;
  readonly connection?: Connection;
  readonly learned?: Learned;
  readonly waivers?: readonly Waiver[];
  /** What no report may show. */
  readonly secrets?: readonly string[];
  /** Created when the rest of the stage exists, because drivers read the journal. */
  readonly driver: (stage: Omit<BankStage, 'driver'>) => Driver;
  /** Seconds that an act of the bank may take. */
  readonly actTimeoutS: number;
  /** How long to wait for what the bank should do. */
  readonly patience: Patience;
  /** The bank already holds the secrets of all customers and cannot create more. */
  readonly secretsBeforehand?: boolean;
  readonly people: Pick<Stage, 'newCustomer' | 'customersLeft' | 'newLogin' | 'newPassword' | 'heldUser'> &
    Pick<BankStage, 'customersTaken'>;
}

/** A stage that `dcm verify` can judge. */
export interface BankStage extends Stage {
  readonly target: string;
  readonly seed: string;
  readonly plan: BankStageOptions['plan'];
  readonly learned?: Learned;
  readonly waivers?: readonly Waiver[];
  /** What no report may show. */
  readonly secrets?: readonly string[];
  /** Records what happens to the mock, so that another process can resume it. */
  readonly chronicle?: Chronicle;
  /** How many of the configured customers are used up. */
  readonly customersTaken?: () => number;
}

/** Long enough to see what does not work, short enough to end a hopeless run. */
export const usualTimeLimitS = 90;

/** Puts a running bank and a mock on one stage; a mock whose stage cannot be opened is closed again. */
export async function openBankStage(options: BankStageOptions): Promise<BankStage> {
  const { connection = {} } = options;
  const atHand = await options.mock(connection);
  try {
    return await stageOf(options, connection, atHand);
  } catch (error) {
    await atHand.close();
    throw error;
  }
}

async function stageOf(
  options: BankStageOptions,
  connection: Connection,
  { dcm: open, keys, assetCode, seed, chronicle, close }: MockAtHand,
): Promise<BankStage> {
  const { bank } = options;
  const transport = createHttpTransport(systemTime, connection);
  const dcm: Stage['dcm'] = {
    ...open,
    block: {
      base_url: options.publicUrl ?? open.baseUrl,
      counterparty_guid: keys.counterpartyGuid,
      asset_code: assetCode,
      asset_issuer: (await keys.issuer()).address,
      scheme: bank.schemes[0] ?? 'dcm',
    },
  };
  const bare: Omit<BankStage, 'driver'> = {
    target: options.target,
    seed,
    ...(chronicle && { chronicle }),
    ...(options.learned === undefined ? {} : { learned: options.learned }),
    plan: options.plan,
    dcm,
    bank,
    secretsBeforehand: options.secretsBeforehand ?? false,
    actTimeoutS: options.actTimeoutS,
    patience: options.patience,
    callBank: transport.send,
    now: systemClock.now,
    after: systemTime.after,
    waivers: options.waivers ?? [],
    secrets: options.secrets ?? [],
    waived: new Set(options.waivers?.map(({ rule }) => rule)),
    ...options.people,
    async close() {
      transport.close();
      await close();
    },
  };
  return { ...bare, driver: options.driver(bare) };
}
