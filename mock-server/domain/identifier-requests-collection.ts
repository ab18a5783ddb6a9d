import type { emissionDirections, emissionStatuses } from '../../contract/operations/identifiers.js';
import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

/** What a counterparty has had created and deleted, and the reserve that it declared. */
export interface IdentifierBalance extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly created: bigint;
  readonly deleted: bigint;
  readonly reserve: bigint;
  readonly reserve_declared: boolean;
}

export const identifierBalanceRows = collection<IdentifierBalance>({
  name: 'emission_balances',
  key: (row) => row.counterparty_guid,
  sort: byDate,
  indexes: {},
  bigints: ['created', 'deleted', 'reserve'],
});

/** A request to create or delete identifiers. */
export interface IdentifierRequest extends Dated {
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
  /**
   * Deletion: the entity's seed, opened by the bank's secret at the request and encrypted by DCM until the request
   * ends.
   */
  readonly authorization: string;
}

export const identifierRequestRows = collection<IdentifierRequest>({
  name: 'emissions',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    counterparty: (row) => row.counterparty_guid,
    open: (row) => (row.status === 'created' ? row.counterparty_guid : undefined),
  },
  bigints: ['amount', 'reserve'],
});
