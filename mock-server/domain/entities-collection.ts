import type { AccountKind } from '../../contract/operations/entities.js';
import { byDate, type Dated } from './dated.js';
import { plainIban } from './iban.js';
import { collection } from './store.js';

/** A digital entity. */
export interface DigitalEntity extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly account_kind: AccountKind;
  readonly customer_guid: string;
  /** The external id whose secret protects the seed: a key keeper's or a customer's. */
  readonly owner_external_id: string;
  readonly iban: string;
  readonly branch_guid: string;
  /** Of a customer's entity; empty for the others. */
  readonly account_type_guid: string;
  readonly stellar_address: string;
  readonly sealed_seed: string;
  readonly balance: bigint;
}

export const entityRows = collection<DigitalEntity>({
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
