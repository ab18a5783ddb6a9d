import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

export interface Branch extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly name: string;
  readonly is_deleted: boolean;
}

export const branchRows = collection<Branch>({
  name: 'branches',
  key: (row) => row.guid,
  sort: byDate,
  indexes: { counterparty: (row) => row.counterparty_guid },
  bigints: [],
});
