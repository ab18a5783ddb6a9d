import { operations } from '../../contract/operations/index.js';
import type { Center } from './center.js';
import { type PermissionTitle, permissionTitleRows } from './permissions-collection.js';
import { Refusal } from './refusal.js';
import type { Role } from './roles-collection.js';
import type { ReadTransaction } from './store.js';

/** Groups of the web interface (UG-ROLES), in their order, and the scopes under them (U-18). */
const groups: readonly (readonly [name: string, scopes: readonly string[]])[] = [
  ['Account Access', ['accounts', 'emission', 'payments', 'categories', 'recons']],
  ['Employees Access', ['employees', 'rbac', 'jwk']],
  ['Branches Access', ['branches', 'branches-access']],
  ['Customers Access', ['customers', 'segments', 'limits']],
];

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What a caller needs for an operation. */
export interface Permission {
  readonly scope: string;
  readonly verb: string;
}

/** Every permission that an operation needs, once; those of branches are of the kind `branch` too. */
function declared(): { kind: string; scope: string; verb: string }[] {
  const found = new Map<string, { kind: string; scope: string; verb: string }>();
  for (const operation of Object.values(operations)) {
    if (!('permission' in operation)) continue;
    const { scope } = operation.permission;
    const verb = operation.method;
    const inBranch = operation.path.includes('/branch/{branch_guid}/') && scope !== 'branches-access';
    for (const kind of inBranch ? ['endpoint', 'branch'] : ['endpoint']) {
      found.set(`${kind} ${scope} ${verb}`, { kind, scope, verb });
    }
  }
  return [...found.values()];
}

/** The key of the index `grant`. */
const grantKey = (kind: string, { scope, verb }: Permission) => `${kind} ${scope} ${verb}`;

const langKey = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

/** Permission titles (ROLE): what roles may be given. */
export function createPermissions({ store, chance, ledgerClock }: Center) {
  function titleOf({ kind, scope, verb }: { kind: string; scope: string; verb: string }): PermissionTitle {
    const group = groups.findIndex(([, scopes]) => scopes.includes(scope));
    const [group_name, scopes = []] = groups[group] ?? ['Other', []];
    const name = `${verb} ${scope}`;
    return {
      guid: chance.uuid('permission', 'v4'),
      keto_kind: kind,
      keto_scope_name: scope,
      keto_permission: verb,
      group_name,
      group_lang_key: `group.${langKey(group_name)}`,
      group_sort_number: group < 0 ? groups.length + 1 : group + 1,
      name,
      name_lang_key: `permission.${langKey(name)}`,
      sort_number: (scopes.indexOf(scope) + 1) * 10 + verbs.indexOf(verb) + 1,
      created_at: ledgerClock.timestamp(),
    };
  }

  return {
    /** Puts the permissions that the state lacks: all of them into an empty one, new ones into one of an earlier version. */
    seed: (): Promise<void> =>
      store.write(async (tx) => {
        for (const item of declared()) {
          const key = grantKey(item.kind, item);
          if (!(await tx.first(permissionTitleRows, 'grant', key)))
            await tx.put(permissionTitleRows, titleOf(item));
        }
      }),

    find: async (tx: ReadTransaction, guid: string, kind: string): Promise<PermissionTitle> => {
      const found = await tx.get(permissionTitleRows, guid);
      if (found?.keto_kind !== kind) throw new Refusal('permission-unknown', { thing: 'permission', kind });
      return found;
    },

    scopes: (kind: string): Promise<string[]> =>
      store.read(async (tx) => {
        const { rows } = await tx.page(permissionTitleRows, { index: 'kind', key: kind });
        return [...new Set(rows.map((row) => row.keto_scope_name))];
      }),

    /** An officer's addition. @throws {Refusal} `guid-taken` */
    add: (
      wanted: Omit<PermissionTitle, 'guid' | 'created_at'> & { readonly guid: string },
    ): Promise<string> =>
      store.write(async (tx) => {
        const guid = wanted.guid || chance.uuid('permission', 'v4');
        if (await tx.get(permissionTitleRows, guid)) throw new Refusal('guid-taken', { guid });
        await tx.put(permissionTitleRows, { ...wanted, guid, created_at: ledgerClock.timestamp() });
        return guid;
      }),

    /** Whether one of these roles has the permission. */
    granted: async (
      tx: ReadTransaction,
      kind: string,
      wanted: Permission,
      held: readonly Role[],
    ): Promise<boolean> => {
      const { rows } = await tx.page(permissionTitleRows, {
        index: 'grant',
        key: grantKey(kind, wanted),
      });
      return rows.some((title) => held.some((role) => role.permissions.includes(title.guid)));
    },
  };
}

export type Permissions = ReturnType<typeof createPermissions>;
