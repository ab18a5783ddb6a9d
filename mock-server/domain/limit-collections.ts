import type { Period } from '../../contract/operations/limits.js';
import type { reconStatuses } from '../../contract/operations/recons.js';
import type { segmentKinds } from '../../contract/operations/segments.js';
import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

/** Segments, limits and reconciliation. Amounts are stroops. */

/** An account type and the segment it is in (SEG). */
export interface AccountType extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly kind: (typeof segmentKinds)[number];
  readonly segment_name: string;
}

export const accountTypes = collection<AccountType>({
  name: 'account_types',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    counterparty: (row) => row.counterparty_guid,
    segment: (row) => `${row.counterparty_guid} ${row.segment_name}`,
  },
  bigints: [],
});

/** A limit of one customer or of a segment: bounds of one transfer, or a maximum for all transfers of a period. */
export interface Limit extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  /** Guid of the customer, or name of the segment. */
  readonly scope: 'customer' | 'segment';
  readonly subject: string;
  readonly account_type_guid: string;
  /** Empty for the bounds of one transfer. */
  readonly period: Period | '';
  /** Days of a custom period. */
  readonly period_key: number;
  /** Both are exclusive; -1 for none. */
  readonly min: bigint;
  readonly max: bigint;
}

export const limits = collection<Limit>({
  name: 'limits',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    subject: (row) => `${row.counterparty_guid} ${row.scope} ${row.subject}`,
    scope: (row) => `${row.counterparty_guid} ${row.scope}`,
  },
  bigints: ['min', 'max'],
});

/** The transfers between two counterparties on one day (REC). */
export interface Recon extends Dated {
  readonly guid: string;
  /** Days since 1970 of the Kyiv day. */
  readonly day: number;
  readonly start_date: string;
  readonly end_date: string;
  readonly debtor: string;
  readonly creditor: string;
  /** What the debtor sent to the creditor, and what it received. */
  readonly sent: bigint;
  readonly received: bigint;
  readonly debtor_before: bigint;
  readonly creditor_before: bigint;
  readonly status: (typeof reconStatuses)[number];
  readonly confirmed_by: readonly string[];
  /** Milliseconds of the ledger clock at which both sides had confirmed; 0 before. */
  readonly confirmed_ms: number;
}

export const recons = collection<Recon>({
  name: 'recons',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    counterparty: (row) => [row.debtor, row.creditor],
    debtor: (row) => row.debtor,
    creditor: (row) => row.creditor,
    /** Confirmed, and not awaiting payment yet. */
    settling: (row) => (row.status === 'confirmed' && row.sent !== row.received ? 'settling' : undefined),
  },
  bigints: ['sent', 'received', 'debtor_before', 'creditor_before'],
});

/** Transfers between two counterparties on a day that is not reconciled yet. */
export interface PairDay {
  /** `{guid} {guid} {day}`, the smaller guid first. */
  readonly id: string;
  readonly one: string;
  readonly other: string;
  readonly day: number;
  /** What `one` sent to `other`, and the other way round. */
  readonly sent: bigint;
  readonly received: bigint;
  /** What each of them held before the first of these transfers. */
  readonly one_before: bigint;
  readonly other_before: bigint;
}

export const pairDays = collection<PairDay>({
  name: 'pair_days',
  key: (row) => row.id,
  sort: (row) => `${String(row.day).padStart(7, '0')} ${row.id}`,
  indexes: {},
  bigints: ['sent', 'received', 'one_before', 'other_before'],
});

/** What a counterparty has received from others minus what it has sent them. */
export interface NetPosition {
  readonly counterparty_guid: string;
  readonly net: bigint;
}

export const netPositions = collection<NetPosition>({
  name: 'net_positions',
  key: (row) => row.counterparty_guid,
  sort: (row) => row.counterparty_guid,
  indexes: {},
  bigints: ['net'],
});

export const dayMs = 86_400_000;

/** Days since 1970, UTC. */
export const dayOf = (ms: number): number => Math.floor(ms / dayMs);

/** All confirmed transfers of one entity on one day. */
interface SentOnDay {
  /** `{account guid} {day}` */
  readonly id: string;
  readonly sum: bigint;
}

export const sentOnDays = collection<SentOnDay>({
  name: 'sent_on_days',
  key: (row) => row.id,
  sort: (row) => row.id,
  indexes: {},
  bigints: ['sum'],
});
