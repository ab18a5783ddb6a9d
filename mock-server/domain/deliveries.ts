import { type CallbackKind, callbackPath } from '../../contract/bank-service.js';
import { withoutSlash } from '../../contract/without-slash.js';
import type { Center } from './center.js';
import { counterpartyRows } from './counterparties-collection.js';
import { type Delivery, deliveryRows } from './deliveries-collection.js';
import { createDeliveryQueue } from './delivery-queue.js';
import { keepPending } from './kept-deliveries.js';
import { Refusal } from './refusal.js';
import type { WriteTransaction } from './store.js';
import type { Transfer } from './transfers-collection.js';

/** Milliseconds for which a move of the clock waits for callbacks. */
const settleLimitMs = 10_000;

/**
 * Callbacks to banks (CB): stored with the transfer that they announce, sent after the posting, retried on the ledger
 * clock until the bank answers 200 (U-57).
 */
export function createDeliveries(center: Center) {
  const { store, chance, ledgerClock, timers } = center;
  const queue = createDeliveryQueue(center);

  async function add(
    tx: WriteTransaction,
    transfer: Transfer,
    kind: CallbackKind,
    counterpartyGuid: string,
    cause: number,
  ): Promise<void> {
    const base = (await tx.get(counterpartyRows, counterpartyGuid))?.callback_url;
    if (!base) return;
    const row: Delivery = {
      guid: chance.uuid('delivery', 'v4'),
      kind,
      counterparty_guid: counterpartyGuid,
      transaction_id: transfer.guid,
      url: withoutSlash(base) + callbackPath(kind),
      status: 'pending',
      attempts: [],
      next_due_ms: ledgerClock.now(),
      cause,
      created_at: ledgerClock.timestamp(),
    };
    await tx.put(deliveryRows, row);
    await keepPending(tx, counterpartyGuid, row.created_at);
  }

  return {
    /** Stores the callbacks that a confirmed transfer causes, in the transaction that confirms it. */
    async announce(tx: WriteTransaction, transfer: Transfer, cause: number): Promise<void> {
      if (transfer.sender_counterparty === transfer.receiver_counterparty) {
        await add(tx, transfer, 'transfer', transfer.sender_counterparty, cause);
        return;
      }
      await add(tx, transfer, 'pay-out', transfer.sender_counterparty, cause);
      await add(tx, transfer, 'pay-in', transfer.receiver_counterparty, cause);
    },

    kick: queue.kick,
    sentAt: queue.sentAt,
    close: queue.close,

    /** Sends what is due and waits until all of it has been answered, at most 10 seconds. */
    async settle(): Promise<void> {
      let cancel = () => {};
      const limit = new Promise<void>((resolve) => {
        cancel = timers.after(settleLimitMs, resolve);
      });
      await Promise.race([queue.calm(), limit]);
      cancel();
    },

    /**
     * Sends a waiting or given-up callback again, and waits for the response like `settle`. It is an attempt like any
     * other: of a waiting callback it uses up a retry.
     */
    async again(guid: string): Promise<Delivery> {
      await store.write(async (tx) => {
        const row = await tx.get(deliveryRows, guid);
        if (!row) throw new Refusal('not-found', { thing: 'callback' });
        if (row.status === 'delivered')
          throw new Refusal('control-conflict', { problem: 'the callback has already been delivered' });
        await tx.put(deliveryRows, { ...row, status: 'pending', next_due_ms: ledgerClock.now() });
      });
      await this.settle();
      const sent = await store.read((tx) => tx.get(deliveryRows, guid));
      if (!sent) throw new Refusal('not-found', { thing: 'callback' });
      return sent;
    },
  };
}

export type Deliveries = ReturnType<typeof createDeliveries>;
