import type { AuthorizationMethod } from '../contract/bank-service.js';
import type { ControlOperations } from '../contract/control/index.js';
import type { JournalEntry } from '../contract/control/journal.js';
import type { ActAnswer, ActInput, NewCustomer } from '../contract/driver.js';
import type { Answer } from '../contract/operation.js';
import type { Operations } from '../contract/operations/index.js';
import type { Profile } from '../contract/profile/index.js';
import type { SigningKey } from '../contract/token-forge/forgery.js';
import type { Account } from './checks/orders.js';
import type { Attempt } from './checks/outcomes.js';
import type { Exchange } from './exchange.js';
import type { MethodTimes } from './times.js';
import type { Expiring } from './walk/expiring.js';
import type { KnownCustomer } from './walk/make-secret.js';
import type { Entity } from './walk/money.js';

/** One of several orders: the members that matter, and what DCM saw of it. */
export interface Ordered {
  readonly members: Readonly<Record<string, unknown>>;
  /** Of a draft: what it is refused for if it is wrong, which is told by the rule about that. */
  readonly parties?: Readonly<Record<string, unknown>> | undefined;
  readonly entries: readonly JournalEntry[];
}

/** What a scenario has seen and done so far. */
export interface Scene {
  customer: KnownCustomer;
  customerGuid: string;
  other: KnownCustomer;
  /** Answers of the latest round of questions. */
  answers: readonly Exchange[];
  /** Answers of the round before it. */
  earlier: readonly Exchange[];
  acted: ActAnswer;
  attempt: Attempt;
  attempts: readonly Attempt[];
  published: Answer<Operations['getDcmJwks']>['keys'];
  onboarding: { readonly alias: string; readonly email: string };
  invariant: Answer<ControlOperations['getInvariant']>;
  amount: number;
  sender: Entity;
  receiver: Entity;
  senderBefore: number;
  receiverBefore: number;
  /** Entities of the customer before the order. */
  entitiesBefore: number;
  paymentGuid: string;
  /** `seq` of the callback about it. */
  calledBack: number;
  method: AuthorizationMethod;
  /** Methods that accept a valid token, with which the scenario goes on; all of them when not said. */
  accepting: readonly AuthorizationMethod[];
  login: string;
  /** A customer for whom the bank holds no secret. */
  planned: NewCustomer;
  formerKey: SigningKey;
  expiring: Expiring;
  /** Milliseconds since 1970. */
  withdrawnAt: number;
  /** What the bank has sent since it was asked, and the operations that were ordered. */
  requests: readonly JournalEntry[];
  ordered: readonly string[];
  requestGuid: string;
  /** Guids of requests for identifiers that were there before. */
  requestsBefore: ReadonlySet<string>;
  limit: ActInput<'set-limit'>;
  refusedAmount: number;
  reconGuid: string;
  branchGuid: string;
  /** All that came to DCM and was not the harness's. */
  sent: readonly JournalEntry[];
  /** All that DCM asked the bank and told it. */
  asked: readonly JournalEntry[];
  times: readonly MethodTimes[];
  account: Account;
  /** The operation that DCM disturbs. */
  disturbed: string;
  /** Two transfers that were ordered at the same time, and what the bank said of two acts. */
  both: readonly ActInput<'transfer'>[];
  bothActed: readonly ActAnswer[];
  jwk: Readonly<Record<string, unknown>>;
  /** When DCM posted before the scenario changed it. */
  postingBefore: Profile['posting'];
  /** Seconds between attempts of a callback, as they were before. */
  retries: readonly number[];
  /** Questions at `/sign` with a mistake in them, which was ordered. */
  amiss: readonly JournalEntry[];
  /** Orders of a scenario that makes several, without those that the bank declines itself. */
  each: readonly Ordered[];
  role: string;
  emails: readonly [string, string];
}
