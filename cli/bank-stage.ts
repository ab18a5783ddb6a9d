import { createPublicKey } from 'node:crypto';
import { createClient } from '../contract/client.js';
import { controlOperations } from '../contract/control/index.js';
import { operations } from '../contract/operations/index.js';
import { type Connection, createHttpTransport } from '../mock-server/bank/transport.js';
import { type StartOptions, startMock } from '../mock-server/start.js';
import { systemClock, systemTimers } from '../mock-server/system.js';
import type { Driver } from '../steps/drivers/driver.js';
import type { BankUnderTest, Stage } from '../steps/stage.js';

export interface BankStageOptions {
  /** `reference`, or the alias of the bank. */
  readonly target: string;
  readonly bank: BankUnderTest;
  readonly plan: { readonly callbacks: boolean; readonly multisignature: boolean };
  readonly mock: StartOptions;
  /** URL of the mock as the bank reaches it, when different. */
  readonly publicUrl?: string;
  readonly connection?: Connection;
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
}

/** The control API answers on loopback only, also when the mock listens on all addresses. */
const nearUrl = (url: string): string =>
  url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');

/** Starts the mock for a bank that runs already, and introduces them to each other. */
export async function openBankStage(options: BankStageOptions): Promise<BankStage> {
  const { bank, connection = {} } = options;
  const running = await startMock({ ...options.mock, connection });
  const { keys, seed } = running;
  const baseUrl = nearUrl(running.url);
  const transport = createHttpTransport(systemTimers, connection);
  const pem = createPublicKey(keys.signing.privateKey).export({ type: 'spki', format: 'pem' }) as string;
  const dcm: Stage['dcm'] = {
    baseUrl,
    api: createClient(operations, { baseUrl }),
    control: createClient(controlOperations, { baseUrl }),
    signing: () => keys.signing,
    handedOver: { ...keys.signing, publicPem: pem },
    block: {
      base_url: options.publicUrl ?? baseUrl,
      counterparty_guid: keys.counterpartyGuid,
      asset_code: running.mock.profile().asset_code,
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
    ...options.people,
    async close() {
      transport.close();
      await running.close();
    },
  };
}
