import type { requestOperations } from '../../contract/control/identifier-requests.js';
import type { Handlers } from '../api/handler.js';
import { emissionView } from '../api/views.js';
import type { Call } from '../domain/call.js';
import { type IdentifierRequest, identifierRequestRows } from '../domain/identifier-requests-collection.js';
import type { Domain } from '../domain/index.js';
import { actAsOfficer } from './officer.js';
import { portionOf } from './portion.js';
import { reserveOf } from './reserve.js';
import { found } from './views.js';

/** Officers' acts on requests for identifiers: plan step 13. */
export function requestHandlers(domain: Domain): Handlers<typeof requestOperations> {
  const { counterparties: banks, center } = domain;

  const viewsOf = (rows: readonly IdentifierRequest[], guid: string) =>
    center.store.read(async (tx) => {
      const { emission_account_guid, asset_code } = await banks.find(tx, guid);
      const balance = await domain.balances.of(tx, guid);
      return rows.map((row) => emissionView(row, balance, emission_account_guid, asset_code));
    });

  async function viewOf(row: IdentifierRequest) {
    const [view] = await viewsOf([row], row.counterparty_guid);
    if (!view) throw new Error('an emission has no view');
    return view;
  }

  /** The counterparty of a request gives the officer the right name. */
  async function officerOf(call: Call, emissionGuid: string): Promise<void> {
    const row = await center.store.read((tx) => tx.get(identifierRequestRows, emissionGuid));
    if (row) await actAsOfficer(domain, call, row.counterparty_guid);
  }

  return {
    listRequests: async ({ params, query }) => {
      await banks.get(params.guid);
      const { rows, next } = await center.store.read((tx) =>
        portionOf(tx, identifierRequestRows, query, {
          index: 'counterparty',
          key: params.guid,
          order: 'desc',
        }),
      );
      return { history: await viewsOf(rows, params.guid), next };
    },
    getRequest: async ({ params }) =>
      viewOf(await found(center.store, identifierRequestRows, params.guid, 'emission request')),
    confirmRequest: async ({ params }, { call }) => {
      await officerOf(call, params.guid);
      return viewOf(await domain.identifierRequests.confirm(call, params.guid));
    },
    cancelRequest: async ({ params }, { call }) => {
      await officerOf(call, params.guid);
      return viewOf(await domain.identifierRequests.cancel(call, params.guid));
    },
    grantIdentifiers: async ({ params, body }, { call }) => {
      await actAsOfficer(domain, call, params.guid);
      return viewOf(await domain.identifierRequests.grant(call, params.guid, body.amount));
    },
    getReserve: ({ params }) => reserveOf(domain, params.guid),
  };
}
