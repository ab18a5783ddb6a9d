import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

/** A public key of a bank. */
export interface Jwk extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly kid: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export const jwkRows = collection<Jwk>({
  name: 'jwks',
  key: (row) => row.guid,
  sort: byDate,
  indexes: { counterparty: (row) => row.counterparty_guid, kid: (row) => row.kid },
  bigints: [],
});
