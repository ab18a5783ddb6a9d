import type { Client } from '../contract/client.js';
import type { ControlOperations } from '../contract/control/index.js';
import type { DcmBlock, NewCustomer } from '../contract/driver.js';
import type { Operations } from '../contract/operations/index.js';
import type { Driver } from './drivers/driver.js';
import type { SigningKey } from './token-forge.js';

export interface KeyKeeperData {
  readonly login: string;
  readonly external_id: string;
  readonly for: 'identification' | 'processing';
}

/** The bank under test as its configuration describes it. */
export interface BankUnderTest {
  readonly alias: string;
  readonly name: string;
  readonly user_auth_url: string;
  readonly user_key_url: string;
  readonly user_id_url: string;
  readonly callback_url: string;
  readonly firstEmployee: { readonly email: string; readonly password: string };
  /** Who may act in DCM's name, and who must be refused. */
  readonly subjects: { readonly admin: string; readonly forbidden: string };
  readonly keyKeepers: readonly [KeyKeeperData, KeyKeeperData];
  /** A user whom the bank must refuse. */
  readonly unknown: { readonly login: string; readonly external_id: string };
}

/** Everything that a walk along the plan needs: DCM (the mock), the bank, and a way to make the bank act. */
export interface Stage {
  readonly dcm: {
    readonly baseUrl: string;
    readonly api: Client<Operations>;
    readonly control: Client<ControlOperations>;
    readonly block: DcmBlock;
    readonly signing: SigningKey;
    /** DCM's public key as it is handed over (plan step 2). */
    readonly publicPem: string;
  };
  readonly bank: BankUnderTest;
  readonly driver: Driver;
  /** Milliseconds since 1970. */
  now(): number;
  /** A customer nobody has heard of yet. */
  newCustomer(): NewCustomer;
  /** A password that satisfies DCM's policy, for employees that the harness plays. */
  newPassword(): string;
  close(): Promise<void>;
}

let opener: (() => Promise<Stage>) | undefined;

/** Says how the next run gets its stage. */
export function provideStage(open: () => Promise<Stage>): void {
  opener = open;
}

/** As `provideStage`, unless somebody has said so already: for runs with plain cucumber. */
export function provideDefaultStage(open: () => Promise<Stage>): void {
  opener ??= open;
}

export async function openStage(): Promise<Stage> {
  if (!opener)
    throw new Error('no stage is provided: start the features with dcm verify, or with cucumber.mjs');
  return opener();
}
