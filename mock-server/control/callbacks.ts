import type { callbackOperations } from '../../contract/control/callbacks.js';
import type { Input } from '../../contract/operation.js';
import type { Handlers } from '../api/handler.js';
import { type Delivery, deliveryRows } from '../domain/deliveries-collection.js';
import type { Domain } from '../domain/index.js';
import { portionOf } from './portion.js';
import { found } from './views.js';

/** Callbacks as officers see them. */
export function callbackHandlers({
  center,
  deliveries: sender,
}: Domain): Handlers<typeof callbackOperations> {
  const deliveryView = (row: Delivery) => ({
    guid: row.guid,
    kind: row.kind,
    counterparty_guid: row.counterparty_guid,
    transaction_id: row.transaction_id,
    url: row.url,
    status: row.status,
    body: { transaction_id: row.transaction_id },
    attempts: row.attempts.map((attempt) => ({ ...attempt, seq: attempt.seq ?? 0 })),
    cause: row.cause,
    under_way_since: sender.sentAt(row.guid),
    next_due: row.status === 'pending' ? new Date(row.next_due_ms).toISOString() : '',
    created_at: row.created_at,
  });

  return {
    listDeliveries: async ({ query }) => {
      const { rows, next } = await center.store.read((tx) =>
        portionOf(tx, deliveryRows, query, { ...placeOf(query), order: 'desc' }),
      );
      return { deliveries: rows.map(deliveryView), next };
    },
    getDelivery: async ({ params }) =>
      deliveryView(await found(center.store, deliveryRows, params.guid, 'callback')),
    sendDeliveryAgain: async ({ params }) => deliveryView(await sender.again(params.guid)),
  };
}

/** The index that finds them; a transfer has so few callbacks that each can be looked at. */
function placeOf({
  transaction_id,
  counterparty_guid,
  status,
}: Input<typeof callbackOperations.listDeliveries>['query']) {
  if (transaction_id !== undefined) {
    const where = (row: Delivery) =>
      (counterparty_guid ?? row.counterparty_guid) === row.counterparty_guid &&
      (status ?? row.status) === row.status;
    return { index: 'transaction', key: transaction_id, where };
  }
  const key = [counterparty_guid, status].filter((part) => part !== undefined).join(' ');
  return key === '' ? {} : { index: 'listed', key };
}
