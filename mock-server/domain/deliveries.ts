import { type CallbackKind, callbackPath } from '../../contract/bank-service.js';
import { withoutSlash } from '../../contract/without-slash.js';
import type { Center } from './center.js';
import { counterpartyRows } from './counterparties-collection.js';
import { type Delivery, deliveryRows, lastSeqOf } from './deliveries-collection.js';
import { createDeliveryQueue } from './delivery-queue.js';
import { keepEnded, keepPending, unsent } from './kept-deliveries.js';
import { Refusal } from './refusal.js';
import type { WriteTransaction } from './store.js';
import type { Transfer } from './transfers-collection.js';

/** Milliseconds of the ledger clock whose callbacks are sent in the opposite order, under `callbacks: reversed`. */
const momentMs = 500;
/** Milliseconds for which a move of the clock waits for callbacks. */
const settleLimitMs = 10_000;

/** Callbacks that no bank has taken yet, and those of them whose time has come. */
export interface Waiting {
  readonly pending: number;
  readonly due: number;
}

/**
 * Callbacks to banks (CB): stored with the transfer that they announce, sent after the posting, retried on the ledger
 * clock until the bank answers 200 (U-57).
 */
export function createDeliveries(center: Center) {
  const { store, chance, ledgerClock, timers, profile } = center;
  const queue = createDeliveryQueue(center);

  /** Under `callbacks: reversed`, those of a moment are due together. */
  const firstDueMs = (): number =>
    profile().callbacks === 'reversed'
      ? Math.ceil((ledgerClock.now() + 1) / momentMs) * momentMs
      : ledgerClock.now();

  /** Sends what is due and waits until all of it has been answered, at most 10 seconds. */
  async function settle(): Promise<void> {
    let cancel = () => {};
    const limit = new Promise<void>((resolve) => {
      cancel = timers.after(settleLimitMs, resolve);
    });
    await Promise.race([queue.calm(), limit]);
    cancel();
  }

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
      next_due_ms: firstDueMs(),
      cause,
      created_at: ledgerClock.timestamp(),
    };
    if (profile().callbacks === 'never') {
      await tx.put(deliveryRows, unsent(row));
      await keepEnded(tx, 'given-up');
      return;
    }
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

    settle,

    waiting: (): Promise<Waiting> =>
      store.read(async (tx) => {
        const { rows, total } = await tx.page(deliveryRows, { index: 'pending', key: 'pending' });
        const now = ledgerClock.now();
        return { pending: total, due: rows.filter(({ next_due_ms }) => next_due_ms <= now).length };
      }),

    /** The newest journal number that a callback refers to; 0 without any. */
    lastSeq: (): Promise<number> =>
      store.read(async (tx) => {
        const { rows } = await tx.page(deliveryRows);
        return rows.reduce((last, row) => Math.max(last, lastSeqOf(row)), 0);
      }),

    /** Starts sending what a transfer has caused; waits for it under `callbacks: before` only. */
    async begin(): Promise<void> {
      if (profile().callbacks === 'before') await settle();
      else queue.kick();
    },

    /**
     * Sends a waiting or given-up callback again, and waits for the response like `settle`. It is an attempt like any
     * other: of a waiting callback it uses up a retry.
     */
    async again(guid: string): Promise<Delivery> {
      await store.write(async (tx) => {
        const row = await tx.get(deliveryRows, guid);
        if (!row) throw new Refusal('control-unknown', { thing: 'callback' });
        if (row.status === 'delivered')
          throw new Refusal('control-conflict', { problem: 'the callback has already been delivered' });
        await tx.put(deliveryRows, { ...row, status: 'pending', next_due_ms: ledgerClock.now() });
      });
      await settle();
      const sent = await store.read((tx) => tx.get(deliveryRows, guid));
      if (!sent) throw new Refusal('control-unknown', { thing: 'callback' });
      return sent;
    },
  };
}

export type Deliveries = ReturnType<typeof createDeliveries>;
