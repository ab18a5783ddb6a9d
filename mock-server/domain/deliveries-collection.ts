import type { CallbackKind } from '../../contract/bank-service.js';
import { byDate } from './dated.js';
import { sizeOf } from './size.js';
import { collection } from './store.js';

export interface Attempt {
  readonly at: string;
  /** HTTP status, 0 if no response came. */
  readonly status: number;
  readonly error: string;
  readonly ms: number;
  /** Its exchange in the journal; none if nothing was sent. */
  readonly seq?: number;
}

/** A callback to a bank, retried until the bank answers 200 or it is given up. */
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

/** The newest journal number that it refers to. */
export const lastSeqOf = ({ cause, attempts }: Delivery): number =>
  attempts.reduce((last, { seq = 0 }) => Math.max(last, seq), cause);

export const deliveryRows = collection<Delivery>({
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
