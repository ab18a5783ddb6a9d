import type { Waiver } from '../contract/waivers.js';
import { type Connection, createHttpTransport } from '../contract/wire/http.js';
import { systemClock, systemTime } from '../mock-server/system.js';
import type { Driver } from '../steps/drivers/driver.js';
import type { Scope } from '../steps/run/selection.js';
import type { BankUnderTest, Stage } from '../steps/stage.js';
import type { MockAtHand } from './mock-at-hand.js';

export interface BankStageOptions {
  /** `reference`, or the alias of the bank. */
  readonly target: string;
  readonly bank: BankUnderTest;
  readonly plan: Pick<Scope, 'callbacks' | 'multisignature' | 'limits' | 'reconciliation' | 'branches'>;
  /** Gives the mock, which reaches the bank by this connection. */
  readonly mock: (connection: Connection) => Promise<MockAtHand>;
  /** URL of the mock as the bank reaches it, when different. */
  readonly publicUrl?: string;
  readonly connection?: Connection;
  readonly waivers?: readonly Waiver[];
  /** What no report may show. */
  readonly secrets?: readonly string[];
  /** Made when the mock runs, since some drivers look into its journal. */
  readonly driver: (dcm: Stage['dcm'], callBank: Stage['callBank']) => Driver;
  /** The bank holds the secrets of all customers already, and nobody can be asked to make more. */
  readonly secretsBeforehand?: boolean;
  readonly people: Pick<Stage, 'newCustomer' | 'newLogin' | 'newPassword'>;
}

/** A stage that `dcm verify` can judge: it knows whom it is about. */
export interface BankStage extends Stage {
  readonly target: string;
  readonly seed: string;
  readonly plan: BankStageOptions['plan'];
  readonly waivers?: readonly Waiver[];
  /** What no report may show. */
  readonly secrets?: readonly string[];
}

/** Puts a bank that runs already and a mock onto one stage. */
export async function openBankStage(options: BankStageOptions): Promise<BankStage> {
  const { bank, connection = {} } = options;
  const { dcm: open, keys, assetCode, seed, close } = await options.mock(connection);
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
  return {
    target: options.target,
    seed,
    plan: options.plan,
    dcm,
    bank,
    driver: options.driver(dcm, transport.send),
    secretsBeforehand: options.secretsBeforehand ?? false,
    callBank: transport.send,
    now: systemClock.now,
    waivers: options.waivers ?? [],
    secrets: options.secrets ?? [],
    waived: new Set(options.waivers?.map(({ rule }) => rule)),
    ...options.people,
    async close() {
      transport.close();
      await close();
    },
  };
}
