import type { z } from 'zod';
import { administrator, type permissionTable } from '../../contract/operations/roles.js';
import { type PermissionTitle, permissionTitleRows } from '../domain/permissions-collection.js';
import type { Role } from '../domain/roles-collection.js';
import type { ReadTransaction } from '../domain/store.js';

/** Which of these roles has which permission of a kind (ROLE, BR-ACC). */
export async function permissionTableOf(
  tx: ReadTransaction,
  kind: string,
  roles: readonly Role[],
  withAdministrator: boolean,
): Promise<z.output<typeof permissionTable>> {
  const { rows: titles } = await tx.page(permissionTitleRows, { index: 'kind', key: kind });
  const grants = [
    ...(withAdministrator ? [{ name: administrator, has: () => true }] : []),
    ...roles.map(({ name, permissions }) => ({ name, has: (guid: string) => permissions.includes(guid) })),
  ];
  const groups = new Map<string, PermissionTitle[]>();
  for (const title of titles) groups.set(title.group_name, [...(groups.get(title.group_name) ?? []), title]);
  return {
    roles: grants.map(({ name }) => name),
    rows: [...groups].map(([group_name, of]) => ({
      group_lang_key: of[0]?.group_lang_key ?? '',
      group_name,
      sort_number: of[0]?.group_sort_number ?? 0,
      permissions: of.map(({ guid, name, name_lang_key, sort_number }) => ({
        guid,
        name,
        name_lang_key,
        sort_number,
        roles: grants.map((grant) => ({ allowed: grant.has(guid), name: grant.name })),
      })),
    })),
  };
}
