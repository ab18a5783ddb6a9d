import type { CallbackKind } from '../../contract/bank-service.js';
import type { AccountKind } from '../../contract/operations/entities.js';
import type { emissionDirections, emissionStatuses } from '../../contract/operations/identifiers.js';
import type { paymentStatuses } from '../../contract/operations/transfers.js';
import { branches, permissionTitles, roles } from './access-collections.js';
import { byDate, type Dated } from './dated.js';
import { plainIban } from './iban.js';
import {
  accountTypes,
  dayOf,
  limits,
  netPositions,
  pairDays,
  recons,
  sentOnDays,
} from './limit-collections.js';
import { sizeOf } from './size.js';
import { collection } from './store.js';

/** Everything that DCM remembers. Dates are RFC 3339 on the ledger clock, amounts stroops. */

export interface KeyKeeper {
  readonly login: string;
  readonly external_id: string;
  readonly for: 'identification' | 'processing';
}

export interface Counterparty extends Dated {
  readonly guid: string;
  readonly name: string;
  readonly alias: string;
  readonly asset_code: string;
  readonly description: string;
  readonly holding_name: string;
  readonly user_auth_url: string;
  readonly user_key_url: string;
  readonly user_id_url: string;
  readonly callback_url: string;
  readonly key_keepers: readonly KeyKeeper[];
  readonly admin_subject: string;
  readonly auto_issue: boolean;
  readonly auto_burn: boolean;
  readonly schemes: readonly ('dcm' | 'bank')[];
  readonly sign_url: string;
  /** Public keys of the bank that co-sign: for customers' entities, for its own; none without multisignature. */
  readonly signers: readonly string[];
  readonly simulated: boolean;
  readonly emission_account_guid: string;
  readonly processing_account_guid: string;
}

export const counterparties = collection<Counterparty>({
  name: 'counterparties',
  key: (row) => row.guid,
  sort: byDate,
  indexes: { name: (row) => row.name, alias: (row) => row.alias },
  bigints: [],
});

export interface Infrastructure extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly title: string;
  readonly status: 'open' | 'done';
  readonly api_host: string;
  readonly backoffice_host: string;
}

export const infrastructures = collection<Infrastructure>({
  name: 'infrastructures',
  key: (row) => row.counterparty_guid,
  sort: byDate,
  indexes: {},
  bigints: [],
});

export interface Employee extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly email: string;
  readonly name: string;
  readonly surname: string;
  readonly paternal_name: string;
  readonly phone: string;
  readonly branch_guid: string;
  readonly is_disabled: boolean;
  readonly roles: readonly string[];
  /** `scrypt$salt$hash`; empty until the employee sets a password. */
  readonly password: string;
  /** Raised when what was given out before must not open anything any more; 0 when absent. */
  readonly access?: number;
}

export const employees = collection<Employee>({
  name: 'employees',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    email: (row) => row.email.toLowerCase(),
    counterparty: (row) => row.counterparty_guid,
    role: (row) => row.roles.map((name) => `${row.counterparty_guid} ${name}`),
  },
  bigints: [],
});

export interface Session {
  /** SHA-256 of the token, so that the state holds no usable token. */
  readonly token_hash: string;
  readonly guid: string;
  readonly employee_guid: string;
  /** Milliseconds of the wall clock. */
  readonly issued_ms: number;
  readonly expires_ms: number;
  /** `access` of the employee when it began. */
  readonly access?: number;
  /** Logged out. */
  readonly ended?: true;
}

export const sessions = collection<Session>({
  name: 'sessions',
  key: (row) => row.token_hash,
  /** The oldest first, which are the first to go. */
  sort: (row) => `${String(row.issued_ms).padStart(16, '0')} ${row.token_hash}`,
  indexes: { employee: (row) => row.employee_guid },
  bigints: [],
  bytes: (row) => sizeOf(row),
});

/** A public key of a bank. */
export interface Jwk extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly kid: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const jwks = collection<Jwk>({
  name: 'jwks',
  key: (row) => row.guid,
  sort: byDate,
  indexes: { counterparty: (row) => row.counterparty_guid, kid: (row) => row.kid },
  bigints: [],
});

export interface Mail {
  readonly guid: string;
  readonly to: string;
  readonly kind: 'invitation' | 'recovery-code';
  readonly subject: string;
  readonly text: string;
  readonly code: string;
  readonly created_at: string;
}

export const mails = collection<Mail>({
  name: 'mails',
  key: (row) => row.guid,
  sort: byDate,
  indexes: { to: (row) => row.to.toLowerCase() },
  bigints: [],
  bytes: (row) => sizeOf(row),
});

export interface Customer extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly login: string;
  readonly external_id: string;
  readonly name: string;
  readonly paternal_name: string;
  readonly surname: string;
  readonly phone_number: string;
  readonly iban: string;
  readonly is_disabled: boolean;
  readonly kyc_level: number;
  readonly segment: string;
  readonly status: string;
  /** Hryvnias as given. */
  readonly balance_allowed: number;
  readonly balance_asset_code: string;
  readonly balance_asset_issuer: string;
  readonly branch_guid: string;
}

export const customers = collection<Customer>({
  name: 'customers',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    counterparty: (row) => row.counterparty_guid,
    branch: (row) => row.branch_guid || undefined,
    login: (row) => `${row.counterparty_guid} ${row.login}`,
    external_id: (row) => `${row.counterparty_guid} ${row.external_id}`,
    iban: (row) => plainIban(row.iban) || undefined,
  },
  bigints: [],
});

/** A digital entity. */
export interface Account extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly account_kind: AccountKind;
  readonly customer_guid: string;
  /** External id whose secret protects the seed: a key keeper's or a customer's. */
  readonly owner_external_id: string;
  readonly iban: string;
  readonly branch_guid: string;
  /** Of a customer's entity; empty for the others. */
  readonly account_type_guid: string;
  readonly stellar_address: string;
  readonly sealed_seed: string;
  readonly balance: bigint;
}

export const accounts = collection<Account>({
  name: 'accounts',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    counterparty: (row) => row.counterparty_guid,
    customer: (row) => row.customer_guid || undefined,
    branch: (row) => row.branch_guid || undefined,
    iban: (row) => plainIban(row.iban) || undefined,
    owner: (row) => row.owner_external_id,
    kind: (row) => row.account_kind,
    address: (row) => row.stellar_address,
  },
  bigints: ['balance'],
});

/** What a counterparty has had created and deleted, and the reserve that it declared. */
export interface EmissionBalance extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly created: bigint;
  readonly deleted: bigint;
  readonly reserve: bigint;
  readonly reserve_declared: boolean;
}

export const emissionBalances = collection<EmissionBalance>({
  name: 'emission_balances',
  key: (row) => row.counterparty_guid,
  sort: byDate,
  indexes: {},
  bigints: ['created', 'deleted', 'reserve'],
});

/** A request to create or delete identifiers. */
export interface Emission extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly direction: (typeof emissionDirections)[number];
  readonly status: (typeof emissionStatuses)[number];
  readonly amount: bigint;
  readonly reserve: bigint;
  readonly created_by: string;
  readonly updated_by: string;
  readonly issuer_payment_guid: string;
  readonly issuer_payment_hash: string;
  readonly emission_payment_guid: string;
  readonly emission_payment_hash: string;
  /** Deletion: the entity's seed as the bank's secret opened it at the request, sealed by DCM until the request ends. */
  readonly authorization: string;
}

export const emissions = collection<Emission>({
  name: 'emissions',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    counterparty: (row) => row.counterparty_guid,
    open: (row) => (row.status === 'created' ? row.counterparty_guid : undefined),
  },
  bigints: ['amount', 'reserve'],
});

/** A transfer. */
export interface Payment extends Dated {
  readonly guid: string;
  readonly amount: bigint;
  readonly asset_code: string;
  readonly category: string;
  readonly category_guid: string;
  readonly purpose: string;
  readonly sender_id: string;
  readonly sender_counterparty: string;
  readonly sender_kind: AccountKind;
  readonly receiver_id: string;
  readonly receiver_counterparty: string;
  readonly receiver_kind: AccountKind;
  readonly status: (typeof paymentStatuses)[number];
  /** Branches of both entities at the draft; empty without one. */
  readonly sender_branch: string;
  readonly receiver_branch: string;
  /** Of the sender after the transfer, as computed at the draft and again at the confirmation. */
  readonly target_balance: bigint;
  /** Shown and not charged (U-48); the legs of identifier requests have none. */
  readonly fee?: bigint;
  readonly hash: string;
}

export const payments = collection<Payment>({
  name: 'payments',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    counterparty: (row) =>
      row.sender_counterparty === row.receiver_counterparty
        ? row.sender_counterparty
        : [row.sender_counterparty, row.receiver_counterparty],
    sender: (row) => row.sender_id,
    receiver: (row) => row.receiver_id,
    /** Confirmed transfers of customers' entities, by day. */
    sentOn: (row) =>
      row.status === 'CONFIRMED' && row.sender_kind === 'customer'
        ? `${row.sender_id} ${dayOf(Date.parse(row.updated_at))}`
        : undefined,
    branch: (row) => [...new Set([row.sender_branch, row.receiver_branch])].filter(Boolean),
    /** By status, of all counterparties and of each. */
    status: (row) => [
      row.status,
      `${row.sender_counterparty} ${row.status}`,
      `${row.receiver_counterparty} ${row.status}`,
    ],
    /** Confirmed transfers of the sender's counterparty that a customer has sent or received. */
    ofCustomers: (row) =>
      row.status === 'CONFIRMED' && [row.sender_kind, row.receiver_kind].includes('customer')
        ? row.sender_counterparty
        : undefined,
  },
  columns: {
    texts: {
      sender_counterparty: (row) => row.sender_counterparty,
      receiver_counterparty: (row) => row.receiver_counterparty,
      sender_id: (row) => row.sender_id,
      receiver_id: (row) => row.receiver_id,
      status: (row) => row.status,
      asset_code: (row) => row.asset_code,
      category_guid: (row) => row.category_guid,
    },
    numbers: {
      amount: (row) => row.amount,
      created_at: (row) => Date.parse(row.created_at),
      updated_at: (row) => Date.parse(row.updated_at),
    },
  },
  bigints: ['amount', 'target_balance', 'fee'],
});

/** An account of the simulated Stellar ledger. */
export interface LedgerAccount {
  readonly address: string;
  /** Sequence number of its last transaction. */
  readonly sequence: bigint;
}

export const ledgerAccounts = collection<LedgerAccount>({
  name: 'ledger_accounts',
  key: (row) => row.address,
  sort: (row) => row.address,
  indexes: {},
  bigints: ['sequence'],
});

export interface LedgerTransaction {
  readonly hash: string;
  readonly ledger: number;
  /** Its place in the ledger, from 1. */
  readonly position: number;
  readonly source: string;
  readonly destination: string;
  readonly sequence: bigint;
  readonly payment_guid: string;
  readonly envelope_xdr: string;
  readonly created_at: string;
}

/** The number by which Stellar orders all transactions: the ledger in the upper 32 bits, the place in it in 20 below. */
export const orderOf = ({ ledger, position }: Pick<LedgerTransaction, 'ledger' | 'position'>): bigint =>
  (BigInt(ledger) << 32n) | (BigInt(position) << 12n);

/** A position in lists of the ledger. */
export const ledgerSort = (order: bigint): string => String(order).padStart(20, '0');

export const ledgerTransactions = collection<LedgerTransaction>({
  name: 'ledger_transactions',
  key: (row) => row.hash,
  sort: (row) => ledgerSort(orderOf(row)),
  indexes: {
    payment: (row) => row.payment_guid,
    account: (row) => [row.source, row.destination],
    source: (row) => row.source,
    ledger: (row) => `${row.ledger}`,
    hash: (row) => row.hash,
  },
  bigints: ['sequence'],
});

export interface Category extends Dated {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly deleted_at: string;
}

export const categories = collection<Category>({
  name: 'categories',
  key: (row) => row.guid,
  sort: (row) => `${row.name} ${row.guid}`,
  indexes: {},
  bigints: [],
});

export interface Attempt {
  readonly at: string;
  /** HTTP status, 0 when no answer came. */
  readonly status: number;
  readonly error: string;
  readonly ms: number;
}

/** A callback to a bank, tried until it is answered with 200 or given up. */
export interface Delivery {
  readonly guid: string;
  readonly kind: CallbackKind;
  readonly counterparty_guid: string;
  readonly transaction_id: string;
  readonly url: string;
  readonly status: 'pending' | 'delivered' | 'given-up';
  readonly attempts: readonly Attempt[];
  /** Milliseconds of the ledger clock. */
  readonly next_due_ms: number;
  /** Journal entry of the request that caused it. */
  readonly cause: number;
  readonly created_at: string;
}

export const deliveries = collection<Delivery>({
  name: 'deliveries',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    pending: (row) => (row.status === 'pending' ? 'pending' : undefined),
    transaction: (row) => row.transaction_id,
    /** By status, by counterparty, and by both. */
    listed: (row) => [row.status, row.counterparty_guid, `${row.counterparty_guid} ${row.status}`],
  },
  bigints: [],
  bytes: (row) => sizeOf(row),
});

/** What belongs to the mock as a whole. */
export interface Settings {
  readonly id: 'settings';
  /** Milliseconds by which the ledger clock is ahead of the wall clock. */
  readonly ledger_offset_ms: number;
  readonly profile: Readonly<Record<string, unknown>>;
  /** What has been seen of each counterparty, and how often. */
  readonly seen?: Readonly<Record<string, number>>;
  /** Fingerprint of the keys file that belongs to this state. */
  readonly keys?: string;
  /** DCM's signing key once it was rotated: the private JWK, sealed, and the public ones that are shown beside it. */
  readonly rotated?: { readonly sealed: string; readonly former: readonly object[] };
}

export const settings = collection<Settings>({
  name: 'settings',
  key: (row) => row.id,
  sort: (row) => row.id,
  indexes: {},
  bigints: [],
});

export const allCollections = [
  counterparties,
  infrastructures,
  employees,
  sessions,
  jwks,
  mails,
  customers,
  accounts,
  emissionBalances,
  emissions,
  payments,
  ledgerAccounts,
  ledgerTransactions,
  categories,
  deliveries,
  permissionTitles,
  roles,
  branches,
  accountTypes,
  limits,
  sentOnDays,
  recons,
  pairDays,
  netPositions,
  settings,
] as const;
