import { byDate, type Dated } from './dated.js';
import { collection } from './store.js';

/** Who may do what, and where: roles, permissions, branches. */

/** A permission that roles may have; `keto_permission` is a verb of HTTP (ROLE). */
export interface PermissionTitle {
  readonly guid: string;
  readonly keto_kind: string;
  readonly keto_scope_name: string;
  readonly keto_permission: string;
  readonly group_name: string;
  readonly group_lang_key: string;
  readonly group_sort_number: number;
  readonly name: string;
  readonly name_lang_key: string;
  readonly sort_number: number;
  readonly created_at: string;
}

export const permissionTitles = collection<PermissionTitle>({
  name: 'permission_titles',
  key: (row) => row.guid,
  sort: (row) =>
    `${String(row.group_sort_number).padStart(6, '0')} ${String(row.sort_number).padStart(6, '0')} ${row.guid}`,
  indexes: {
    kind: (row) => row.keto_kind,
    grant: (row) => `${row.keto_kind} ${row.keto_scope_name} ${row.keto_permission}`,
  },
  bigints: [],
});

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

export const roles = collection<Role>({
  name: 'roles',
  key: (row) => row.guid,
  sort: byDate,
  indexes: {
    name: (row) => `${row.counterparty_guid} ${row.name}`,
    place: (row) => `${row.counterparty_guid} ${row.branch_guid}`,
  },
  bigints: [],
});

export interface Branch extends Dated {
  readonly guid: string;
  readonly counterparty_guid: string;
  readonly name: string;
  readonly is_deleted: boolean;
}

export const branches = collection<Branch>({
  name: 'branches',
  key: (row) => row.guid,
  sort: byDate,
  indexes: { counterparty: (row) => row.counterparty_guid },
  bigints: [],
});
