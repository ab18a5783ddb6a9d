import type { permissionOperations } from '../../contract/operations/permissions.js';
import type { Domain } from '../domain/index.js';
import { type PermissionTitle, permissionTitleRows } from '../domain/permissions-collection.js';
import { uuidOf } from '../domain/uuid.js';
import type { Handlers } from './handler.js';
import { among, listQuery } from './page.js';

/** Permissions that roles may have (ROLE). */
export function permissionHandlers({
  center: { store },
  permissions,
  counterparties: banks,
}: Domain): Handlers<typeof permissionOperations> {
  return {
    listPermissionTitles: async ({ query }) => {
      const page = await store.read((tx) =>
        tx.page(
          permissionTitleRows,
          listQuery<PermissionTitle>(query, undefined, [
            among(query.guids, (row) => row.guid),
            among(query.keto_kinds, (row) => row.keto_kind),
            among(query.keto_permissions, (row) => row.keto_permission),
            among(query.keto_scope_names, (row) => row.keto_scope_name),
          ]),
        ),
      );
      return { permissions: page.rows.map(titleView), total: page.total };
    },

    createKetoPermission: async ({ params, body }) => {
      await banks.get(params.counterparty_guid);
      return { guid: await permissions.add({ ...body, guid: body.guid ? uuidOf(body.guid) : '' }) };
    },
  };
}

const titleView = ({ created_at: _created, ...title }: PermissionTitle) => title;
