import type { Dated } from './dated.js';
import { collection } from './store.js';

export interface Category extends Dated {
  readonly guid: string;
  readonly name: string;
  readonly description: string;
  readonly deleted_at: string;
}

export const categoryRows = collection<Category>({
  name: 'categories',
  key: (row) => row.guid,
  sort: (row) => `${row.name} ${row.guid}`,
  indexes: {},
  bigints: [],
});
