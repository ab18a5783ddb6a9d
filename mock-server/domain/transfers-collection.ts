import type { AccountKind } from '../../contract/operations/entities.js';
import type { paymentStatuses } from '../../contract/operations/transfers.js';
import { byDate, type Dated, dayOf } from './dated.js';
import { collection } from './store.js';

/** A transfer. */
export interface Transfer extends Dated {
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
  /** Shown and not charged (U-48); payments of identifier requests have none. */
  readonly fee?: bigint;
  readonly hash: string;
}

export const transferRows = collection<Transfer>({
  name: 'payments',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    counterparty: (row) =>
      row.sender_counterparty === row.receiver_counterparty
        ? row.sender_counterparty
        : [row.sender_counterparty, row.receiver_counterparty],
    entity: (row) => [row.sender_id, row.receiver_id],
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
  bigints: ['amount', 'target_balance', 'fee'],
});
