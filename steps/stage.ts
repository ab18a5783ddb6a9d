import type { AuthorizationMethod } from '../contract/bank-service.js';
import type { Client } from '../contract/client.js';
import type { ControlOperations } from '../contract/control/index.js';
import type { DcmBlock, NewCustomer } from '../contract/driver.js';
import type { Operations } from '../contract/operations/index.js';
import type { TokenForm } from '../contract/token-content.js';
import type { SigningKey } from '../contract/token-forge/forgery.js';
import type { Transport } from '../contract/wire/transport.js';
import type { Driver } from './drivers/driver.js';
import type { Patience } from './patience.js';
import type { Question } from './question.js';
import type { WalkState } from './walk/memory.js';

/** How long one answer of the bank's authorization service took. */
export interface AnswerTime {
  readonly method: AuthorizationMethod;
  readonly ms: number;
  /** Why none came; empty otherwise. */
  readonly error: string;
}

export type Scheme = DcmBlock['scheme'];

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
  /** Empty when callbacks are not used. */
  readonly callback_url: string;
  /** Empty without multisignature, as `signers` is. */
  readonly sign_url: string;
  readonly signers: readonly string[];
  readonly schemes: readonly Scheme[];
  /** Its public JWKs, for the scheme bank. */
  readonly jwks: readonly Readonly<Record<string, unknown>>[];
  /** Seconds by which its token check allows clocks to differ. */
  readonly leewayS: number;
  /** Seconds for which it may go on with a cached JWKS. */
  readonly jwksCooldownS: number;
  readonly firstEmployee: { readonly email: string; readonly password: string };
  /** Who may act in DCM's name, and who must be refused. */
  readonly subjects: { readonly admin: string; readonly forbidden: string };
  readonly keyKeepers: readonly [KeyKeeperData, KeyKeeperData];
  /** `within-act`: it accepts tokens only about a request of its own that is under way. */
  readonly probes: 'direct' | 'within-act';
  /** A user whom the bank must refuse. */
  readonly unknown: { readonly login: string; readonly external_id: string };
}

/** A user whose secret the bank holds. */
export interface HeldUser extends NewCustomer {
  readonly external_id?: string | undefined;
}

/** A scenario that begins. */
export interface BegunScenario {
  readonly id: string;
  readonly name: string;
  readonly step: number;
}

/** Everything that a walk along the plan needs: DCM (the mock), the bank, and a way to make the bank act. */
export interface Stage {
  readonly dcm: {
    readonly baseUrl: string;
    /** `User-Agent` of the harness's own requests; no bank is told it. */
    readonly agent: string;
    readonly api: Client<Operations>;
    readonly control: Client<ControlOperations>;
    readonly block: DcmBlock;
    /** The options in force now that shape tokens; the defaults without it. */
    profile?(): TokenForm;
    /** The key in use now. */
    signing(): SigningKey;
    /** Makes DCM sign with another key. */
    rotate(): Promise<void>;
    /** The key as it is handed over before everything else (plan step 2). */
    readonly handedOver: SigningKey & { readonly publicPem: string };
  };
  readonly bank: BankUnderTest;
  readonly driver: Driver;
  /** Seconds that an act of the bank may take. */
  readonly actTimeoutS: number;
  /** How long is waited for what the bank should do. */
  readonly patience: Patience;
  /** Sends a request to the bank as DCM would. Rejects when no answer comes. */
  readonly callBank: Transport;
  /** Sends a question while the bank has a request about the same user under way; at any time without it. */
  readonly whileActing?: <Answer>(question: Question, send: () => Promise<Answer>) => Promise<Answer>;
  /** Where the harness notes how long the answers to its own questions took; not noted without it. */
  readonly measured?: AnswerTime[];
  /** `seq` of the journal before and after each order with a mistake in it. */
  readonly ordersAmiss?: { readonly after: number; last: number }[];
  /** The scheme under which the run ends; the last one of the bank without it. */
  readonly lastScheme?: Scheme;
  /** What an earlier process has left of the walk, when this one goes on with it. */
  readonly past?: WalkState | undefined;
  /** Keeps how far the walk has come, before a scenario; after the last one it has no id. */
  readonly keep?: (walk: () => WalkState, next: string) => Promise<void>;
  /** Hears that a scenario begins, and the `seq` of the first journal entry that can belong to it. */
  readonly begins?: (scenario: BegunScenario, firstSeq: number) => void;
  /** Rules whose failures do not end a scenario. */
  readonly waived?: ReadonlySet<string>;
  /** Every mistake is tried at every method and under every flow, instead of a sample. */
  readonly whole?: boolean;
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `work` once after so many milliseconds; the answer cancels it. */
  after(ms: number, work: () => void): () => void;
  /** A customer whom DCM has not heard of yet. @throws {Blocked} when the configured ones are used up */
  newCustomer(): NewCustomer;
  /** How many more there are; as many as are wanted without it. */
  readonly customersLeft?: () => number;
  /** A user named in the configuration whose secret the bank holds, for a bank that is not asked to make any. */
  readonly heldUser?: () => HeldUser | undefined;
  /** Hryvnias of the smallest order, from which all amounts of the walk follow; 10 without it. */
  readonly smallestAmount?: number;
  /** A person has set the passwords of employees already; the harness only logs in. */
  readonly passwordsBeforehand?: boolean;
  /** Only DCM has its key: the harness cannot ask the bank in its name. */
  readonly withoutDcmKey?: boolean;
  /** The bank holds the secrets of all customers already; there is no act that makes more. */
  readonly secretsBeforehand?: boolean;
  /** A login that nobody has. */
  newLogin(): string;
  /** A password that satisfies DCM's policy, for employees that the harness plays. */
  newPassword(): string;
  close(): Promise<void>;
}

/** Hryvnias of the smallest order of a walk. */
export const smallestAmountOf = ({ smallestAmount = 10 }: Pick<Stage, 'smallestAmount'>): number =>
  smallestAmount;

let opener: (() => Promise<Stage>) | undefined;
let scheme: Scheme = 'dcm';

/** Says how the next run gets its stage, and under which scheme the bank acts. */
export function provideStage(open: () => Promise<Stage>, under: Scheme = 'dcm'): void {
  opener = open;
  scheme = under;
}

/** As `provideStage`, unless somebody has said so already: for runs with plain cucumber. */
export function provideDefaultStage(open: () => Promise<Stage>): void {
  opener ??= open;
}

export async function openStage(): Promise<{ stage: Stage; scheme: Scheme }> {
  if (!opener) {
    throw new Error('no stage is provided: start the features with dcm verify, or with cucumber.mjs');
  }
  return { stage: await opener(), scheme };
}
