import { collection } from './store.js';

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

export const permissionTitleRows = collection<PermissionTitle>({
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
