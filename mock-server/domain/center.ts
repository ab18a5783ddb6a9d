import type { z } from 'zod';
import type {
  AuthorizationMethod,
  authorizationAnswers,
  CallbackKind,
  Flow,
  signAnswer,
  signRequest,
} from '../../contract/bank-service.js';
import type { Profile } from '../../contract/profile/index.js';
import type { Call } from './call.js';
import type { LedgerClock } from './clock.js';
import type { Counterparty } from './counterparties-collection.js';
import type { Attempt } from './deliveries-collection.js';
import type { Eras } from './eras.js';
import type { Faults } from './faults.js';
import type { Chance, Timers, WallClock } from './ports.js';
import type { KeyPair, Stellar } from './stellar.js';
import type { Store } from './store.js';

/** A reverse call to the bank's authorization service. */
export interface Question<Method extends AuthorizationMethod> {
  readonly method: Method;
  readonly flow: Flow;
  /** Login for `user_auth`, external id otherwise. */
  readonly obj: string;
}

/** What the domain asks of banks. */
export interface Bank {
  /**
   * Calls the authorization service once and waits for the response.
   * @throws {Refusal} `declined` if the bank answers 401, `bank-failed` if it gives no usable response
   */
  ask<Method extends AuthorizationMethod>(
    call: Call,
    counterparty: Counterparty,
    question: Question<Method>,
  ): Promise<z.infer<(typeof authorizationAnswers)[Method]>>;
  /**
   * Asks the bank to sign an envelope, once (MS). Without a usable response `problem` says why, and `status` is 0 if
   * there was none at all. Throws only for the mock's own faults.
   */
  sign(
    call: Call,
    counterparty: Counterparty,
    request: z.infer<typeof signRequest>,
  ): Promise<{
    readonly status: number;
    readonly body?: z.infer<typeof signAnswer>;
    readonly problem: string;
  }>;
  /** Sends one callback; never throws. Undefined if the mock itself was at fault: the bank had no attempt then. */
  notify(delivery: {
    readonly url: string;
    readonly kind: CallbackKind;
    readonly counterparty_guid: string;
    readonly transaction_id: string;
    readonly cause: number;
  }): Promise<Attempt | undefined>;
}

/** The keys that DCM keeps across all runs. */
export interface LedgerKeys {
  /** The guid of the counterparty under test; fixed, so that a bank is configured once. */
  readonly counterpartyGuid: string;
  /** Issues the identifiers. */
  issuer(): Promise<KeyPair>;
  /** DCM's own distributor entity. */
  root(): Promise<KeyPair>;
  /** Co-signs transfers under multisignature. */
  signer(): Promise<KeyPair>;
  /** Encrypts what only DCM may open. */
  readonly secret: string;
}

/** Everything that the rules of the processing center depend on. */
export interface Center {
  readonly store: Store;
  readonly eras: Eras;
  readonly wallClock: WallClock;
  readonly ledgerClock: LedgerClock;
  readonly timers: Timers;
  readonly chance: Chance;
  readonly stellar: Stellar;
  readonly bank: Bank;
  readonly keys: LedgerKeys;
  /** Faults ordered through the control API. */
  readonly faults: Faults;
  /** Options in force now. */
  profile(): Profile;
}
