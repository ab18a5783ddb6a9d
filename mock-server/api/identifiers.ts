import type { identifierOperations } from '../../contract/operations/identifiers.js';
import { networkAsset } from '../domain/assets.js';
import {
  identifierRequestRows as collection,
  type IdentifierRequest,
} from '../domain/identifier-requests-collection.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { uuidOf } from '../domain/uuid.js';
import { callerOf, type Handlers } from './handler.js';
import { among, betweenAmounts, betweenDates, equal, listQuery } from './page.js';
import { emissionView } from './views.js';

/** Creation and deletion of identifiers (ID). */
export function identifierHandlers({
  identifierRequests: emissions,
  balances,
  counterparties: banks,
  center,
}: Domain): Handlers<typeof identifierOperations> {
  /** A request of the counterparty in the path. @throws {Refusal} `not-found` */
  async function requestOf(counterparty: string, guid: string | undefined): Promise<string> {
    const found = await center.store.read((tx) => tx.get(collection, uuidOf(guid)));
    if (found?.counterparty_guid !== counterparty)
      throw new Refusal('emission-unknown', { thing: 'emission request' });
    return found.guid;
  }

  return {
    confirmEmission: async ({ params, body }, { call }) => {
      await emissions.confirm(call, await requestOf(params.counterparty_guid, body.guid));
      return {};
    },

    cancelEmission: async ({ params, body }, { call }) => {
      await emissions.cancel(call, await requestOf(params.counterparty_guid, body.guid));
      return {};
    },

    issueIdentifiers: async ({ body }, { call }) => {
      await emissions.request(call, callerOf(call), 'issue', body);
      return {};
    },

    burnIdentifiers: async ({ body }, { call }) => {
      await emissions.request(call, callerOf(call), 'burn', body);
      return {};
    },

    listEmissionHistory: async ({ query }, { call }) => {
      const caller = callerOf(call);
      const asset = await networkAsset(center);
      return center.store.read(async (tx) => {
        const counterparty = await banks.find(tx, caller.guid);
        const balance = await balances.of(tx, caller.guid);
        const page = await tx.page(
          collection,
          listQuery<IdentifierRequest>(query, { index: 'counterparty', key: caller.guid }, [
            among(query.guids, (row) => row.guid),
            equal(query.direction, (row) => row.direction),
            equal(query.status, (row) => row.status),
            equal(query.balance_guid, () => balance.guid),
            equal(query.asset_code, () => asset.code),
            equal(query.asset_issuer, () => asset.issuer),
            equal(query.issuer_payment_guid, (row) => row.issuer_payment_guid),
            equal(query.emission_payment_guid, (row) => row.emission_payment_guid),
            equal(query.issuer_payment_hash, (row) => row.issuer_payment_hash),
            equal(query.emission_payment_hash, (row) => row.emission_payment_hash),
            equal(query.created_by, (row) => row.created_by),
            equal(query.updated_by, (row) => row.updated_by),
            betweenAmounts(query.min_requested_amount, query.max_requested_amount, (row) => row.amount),
            betweenDates(query.min_created_at, query.max_created_at, (row) => row.created_at),
            betweenDates(query.min_updated_at, query.max_updated_at, (row) => row.updated_at),
          ]),
        );
        const entity = counterparty.emission_account_guid;
        return {
          history: page.rows.map((row) => emissionView(row, balance, entity, asset.code)),
          total: page.total,
        };
      });
    },
  };
}
