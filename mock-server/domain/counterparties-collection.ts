import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

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

export const counterpartyRows = collection<Counterparty>({
  name: 'counterparties',
  key: (row) => row.guid,
  sort: byDate,
  indexes: { name: (row) => row.name, alias: (row) => row.alias },
  bigints: [],
});
