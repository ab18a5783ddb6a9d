import { byDate, type Dated } from './dated.js';
import { plainIban } from './iban.js';
import { collection } from './store.js';

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

export const customerRows = collection<Customer>({
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
