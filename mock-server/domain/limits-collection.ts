import type { Period } from '../../contract/operations/limits.js';
import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

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

export const limitRows = collection<Limit>({
  name: 'limits',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    subject: (row) => `${row.counterparty_guid} ${row.scope} ${row.subject}`,
    scope: (row) => `${row.counterparty_guid} ${row.scope}`,
  },
  bigints: ['min', 'max'],
});

/** All confirmed transfers of one entity on one day. */
export interface SentOnDay {
  /** `{account guid} {day}` */
  readonly id: string;
  readonly sum: bigint;
}

export const sentOnDayRows = collection<SentOnDay>({
  name: 'sent_on_days',
  key: (row) => row.id,
  sort: (row) => row.id,
  indexes: {},
  bigints: ['sum'],
});
