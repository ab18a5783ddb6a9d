import type { Input } from '../../contract/operation.js';
import type { reconOperations } from '../../contract/operations/recons.js';
import { networkAsset } from '../domain/assets.js';
import { type Counterparty, counterpartyRows } from '../domain/counterparties-collection.js';
import { identifierBalanceRows } from '../domain/identifier-requests-collection.js';
import type { Domain } from '../domain/index.js';
import { toHryvnias } from '../domain/money.js';
import { reconRows as collection, type Recon } from '../domain/recons-collection.js';
import type { ReadTransaction } from '../domain/store.js';
import { callerOf, type Handlers } from './handler.js';
import { among, equal, listQuery } from './page.js';

const roleIndex = { debtor: 'debtor', creditor: 'creditor', one_of: 'counterparty' } as const;

/** Reconciliation (REC). */
export function reconHandlers(domain: Domain): Handlers<typeof reconOperations> {
  const { recons, center } = domain;

  type Asked = Pick<
    Input<typeof reconOperations.listRecons>['query'],
    'counterparty_role' | 'start_date' | 'end_date' | 'asset_guid' | 'order' | 'offset' | 'limit'
  >;

  /** Conditions that both lists have; dates are Unix seconds. */
  const conditions = ({ start_date, end_date, asset_guid }: Asked) => [
    start_date === undefined ? undefined : (row: Recon) => Date.parse(row.start_date) >= start_date * 1000,
    end_date === undefined ? undefined : (row: Recon) => Date.parse(row.end_date) <= end_date * 1000,
    equal(asset_guid, () => assetGuid),
  ];

  return {
    listRecons: async ({ query }, { call }) => {
      await recons.settle();
      const { guid } = callerOf(call);
      const { counterparty_role: role, participant_counterparty_guid } = query;
      const participant = role === 'one_of' ? undefined : participant_counterparty_guid;
      return center.store.read(async (tx) => {
        const page = await tx.page(
          collection,
          listQuery<Recon>(query, { index: roleIndex[role], key: guid }, [
            ...conditions(query),
            among(query.guid, (row) => row.guid),
            equal(query.status, (row) => row.status),
            equal(participant, (row) => (row.debtor === guid ? row.creditor : row.debtor)),
          ]),
        );
        const views = page.rows.map((row) => reconView(domain, tx, row));
        return { recons: await Promise.all(views), total: page.total };
      });
    },

    listReconParticipants: async ({ query }, { call }) => {
      await recons.settle();
      const { guid } = callerOf(call);
      return center.store.read(async (tx) => {
        const { offset, limit, order } = query;
        const all = await tx.page(
          collection,
          listQuery<Recon>(
            { order, offset: 0, limit: Number.MAX_SAFE_INTEGER },
            { index: roleIndex[query.counterparty_role], key: guid },
            conditions(query),
          ),
        );
        const others = [...new Set(all.rows.map((row) => (row.debtor === guid ? row.creditor : row.debtor)))];
        const page = others.slice(offset, offset + limit);
        const participants = await Promise.all(
          page.map(async (other) => ({
            guid: other,
            name: (await tx.get(counterpartyRows, other))?.name ?? '',
          })),
        );
        return { participants, total: others.length };
      });
    },

    updateRecon: async ({ params, body }, { call }) => {
      await recons.update(callerOf(call), params.recon_guid, body.status);
      return {};
    },
  };
}

/** The one asset of the network has no guid anywhere else; this one stays. */
const assetGuid = 'a55e7000-0000-4000-8000-000000000001';

/** A recon as REC shows it; amounts in hryvnias. */
export async function reconView({ recons, center }: Domain, tx: ReadTransaction, row: Recon) {
  const asset = await networkAsset(center);
  const side = async (guid: string, before: bigint, totalIn: bigint, totalOut: bigint) => {
    const { name = '' } = ((await tx.get(counterpartyRows, guid)) ?? {}) as Partial<Counterparty>;
    const reserve = (await tx.get(identifierBalanceRows, guid))?.reserve ?? 0n;
    return {
      balance_after: toHryvnias(before + totalIn - totalOut),
      balance_before: toHryvnias(before),
      central_reserve: toHryvnias(reserve),
      guid,
      is_blocked: false,
      name,
      saldo: toHryvnias(totalIn - totalOut),
      total_in: toHryvnias(totalIn),
      total_out: toHryvnias(totalOut),
    };
  };
  return {
    asset: { asset_code: asset.code, asset_guid: assetGuid, issuer: asset.issuer },
    calculations: {
      amount_reserve_account: toHryvnias(row.sent - row.received),
      reserve_acc_currency: 'UAH',
      saldo: toHryvnias(row.sent - row.received),
      total_in: toHryvnias(row.sent),
      total_out: toHryvnias(row.received),
    },
    created_at: row.created_at,
    creditor: await side(row.creditor, row.creditor_before, row.sent, row.received),
    debtor: await side(row.debtor, row.debtor_before, row.received, row.sent),
    end_date: row.end_date,
    guid: row.guid,
    overdue_days: recons.overdueDays(row),
    start_date: row.start_date,
    status: row.status,
    updated_at: row.updated_at,
  };
}
