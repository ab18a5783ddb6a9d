import type { branchOperations } from '../../contract/operations/branches.js';
import { inReach, requireReach } from '../domain/branches.js';
import { type Branch, branchRows as collection } from '../domain/branches-collection.js';
import type { Domain } from '../domain/index.js';
import { callerOf, type Handlers } from './handler.js';
import { among, listQuery } from './page.js';

/** Branches (BR). */
export function branchHandlers({ branches, center: { store } }: Domain): Handlers<typeof branchOperations> {
  return {
    listBranches: async ({ query }, { call }) => {
      const page = await store.read((tx) =>
        tx.page(
          collection,
          listQuery<Branch>(query, { index: 'counterparty', key: callerOf(call).guid }, [
            (row) => !row.is_deleted,
            (row) => inReach(call, row.guid),
            among(query.names, (row) => row.name),
            among(query.guids, (row) => row.guid),
          ]),
        ),
      );
      return { list: [...page.rows], total: page.total };
    },

    createBranch: async ({ body }, { call }) => {
      const { guid } = await branches.create(callerOf(call).guid, body.name);
      return { guid };
    },

    getBranch: async ({ params }, { call }) => {
      requireReach(call, params.branch_guid.toLowerCase());
      return branches.get(callerOf(call).guid, params.branch_guid);
    },

    updateBranch: async ({ params, body }, { call }) => {
      requireReach(call, params.branch_guid.toLowerCase());
      await branches.update(callerOf(call).guid, params.branch_guid, body);
      return {};
    },
  };
}
