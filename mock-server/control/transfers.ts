import type { transferOperations } from '../../contract/control/transfers.js';
import type { Handlers } from '../api/handler.js';
import { paymentView } from '../api/views.js';
import { networkAsset } from '../domain/assets.js';
import { counterpartyRows } from '../domain/counterparties-collection.js';
import type { Domain } from '../domain/index.js';
import { toHryvnias } from '../domain/money.js';
import type { ReadTransaction } from '../domain/store.js';
import { type Transfer, transferRows } from '../domain/transfers-collection.js';
import { envelopeOf } from './envelope.js';
import { actAsOfficer } from './officer.js';
import { transfersFound } from './transfer-search.js';
import { found } from './views.js';

/** Transfers as officers see and make them. */
export function transferHandlers(domain: Domain): Handlers<typeof transferOperations> {
  const { center } = domain;
  const { store } = center;

  return {
    listTransfers: ({ query }) =>
      store.read(async (tx) => {
        const { rows, next } = await transfersFound(tx, query);
        return { transfers: await Promise.all(rows.map((row) => transferView(tx, row))), next };
      }),
    getTransfer: async ({ params }) => {
      const row = await found(store, transferRows, params.guid, 'payment');
      return store.read((tx) => transferView(tx, row));
    },
    decodeTransfer: ({ params }) => envelopeOf(domain, params.guid),
    transferByOfficer: async ({ params, body }, { call }) => {
      const counterparty = await actAsOfficer(domain, call, params.guid);
      const draft = await domain.transfers.create(call, counterparty, body);
      const receiver = draft.receiver_counterparty;
      await domain.transfers.confirm(call, counterparty, {
        guid: draft.guid,
        bank_guid: receiver === counterparty.guid ? undefined : receiver,
      });
      const transfer = await domain.transfers.get(call, counterparty, draft.guid);
      return paymentView(transfer, transfer.status, await networkAsset(center), true);
    },
  };
}

async function transferView(tx: ReadTransaction, row: Transfer) {
  const side = async (guid: string, kind: Transfer['sender_kind'], counterparty: string) => ({
    guid,
    kind,
    counterparty_guid: counterparty,
    counterparty_name: (await tx.get(counterpartyRows, counterparty))?.name ?? '',
  });
  return {
    guid: row.guid,
    created_at: row.created_at,
    updated_at: row.updated_at,
    status: row.status,
    amount: toHryvnias(row.amount),
    asset_code: row.asset_code,
    purpose: row.purpose,
    sender: await side(row.sender_id, row.sender_kind, row.sender_counterparty),
    receiver: await side(row.receiver_id, row.receiver_kind, row.receiver_counterparty),
    hash: row.hash,
  };
}
