import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

export interface Infrastructure extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly title: string;
  readonly status: 'open' | 'done';
  readonly api_host: string;
  readonly backoffice_host: string;
}

export const infrastructureRows = collection<Infrastructure>({
  name: 'infrastructures',
  key: (row) => row.counterparty_guid,
  sort: byDate,
  indexes: {},
  bigints: [],
});
