import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

/** A role of a counterparty: with permissions for endpoints, or for access to one of its branches (EMP). */
export interface Role extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly name: string;
  /** Empty for a role with permissions for endpoints. */
  readonly branch_guid: string;
  /** Guids of permission titles. */
  readonly permissions: readonly string[];
}

export const roleRows = collection<Role>({
  name: 'roles',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    name: (row) => `${row.counterparty_guid} ${row.name}`,
    place: (row) => `${row.counterparty_guid} ${row.branch_guid}`,
  },
  bigints: [],
});
