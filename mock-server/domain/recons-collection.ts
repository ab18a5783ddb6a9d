import type { reconStatuses } from '../../contract/operations/recons.js';
import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

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

export const reconRows = collection<Recon>({
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

export const pairDayRows = collection<PairDay>({
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

export const netPositionRows = collection<NetPosition>({
  name: 'net_positions',
  key: (row) => row.counterparty_guid,
  sort: (row) => row.counterparty_guid,
  indexes: {},
  bigints: ['net'],
});
