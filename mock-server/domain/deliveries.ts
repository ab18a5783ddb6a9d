import { type CallbackKind, callbackPath } from '../../contract/bank-service.js';
import { withoutSlash } from '../../contract/without-slash.js';
import type { Center } from './center.js';
import { counterparties } from './counterparties-collection.js';
import { type Attempt, type Delivery, deliveries } from './deliveries-collection.js';
import { keepEnded, keepPending, withAttempt } from './kept-deliveries.js';
import { createLanes } from './lanes.js';
import type { Payment } from './payments-collection.js';
import { Refusal } from './refusal.js';
import type { WriteTransaction } from './store.js';

/** Scheme of URLs behind which the mock itself plays the bank. */
export const simulatedScheme = 'simulated:';

/** Callbacks under way at once: to one bank, and to all of them. */
const limits = { each: 8, all: 64 } as const;
/** Milliseconds after which a callback that this machine could not send is sent. */
const ownPauseMs = 1000;
/** Milliseconds for which somebody who moves the clock waits for callbacks. */
const settleLimitMs = 10_000;

/**
 * Callbacks to banks (CB): stored with the transfer that they announce, sent after the posting, tried again on the
 * ledger clock until answered with 200 (U-57).
 */
export function createDeliveries({ store, chance, ledger, timers, bank, profile, faults }: Center) {
  const lanes = createLanes(limits);
  let cancelLook = () => {};
  let cancelPause = () => {};
  let nextLookMs = Number.POSITIVE_INFINITY;
  let closed = false;
  let paused = false;

  async function add(
    tx: WriteTransaction,
    payment: Payment,
    kind: CallbackKind,
    counterpartyGuid: string,
    cause: number,
  ): Promise<void> {
    const base = (await tx.get(counterparties, counterpartyGuid))?.callback_url;
    if (!base) return;
    const row: Delivery = {
      guid: chance.uuid('delivery', 'v4'),
      kind,
      counterparty_guid: counterpartyGuid,
      transaction_id: payment.guid,
      url: withoutSlash(base) + callbackPath(kind),
      status: 'pending',
      attempts: [],
      next_due_ms: ledger.now(),
      cause,
      created_at: ledger.timestamp(),
    };
    await tx.put(deliveries, row);
    await keepPending(tx, counterpartyGuid, row.created_at);
  }

  function after(delivery: Delivery, attempt: Attempt): Delivery {
    const tried = withAttempt(delivery, attempt);
    if (attempt.status === 200) return { ...tried, status: 'delivered' };
    const wait = profile().callback_retry_s[delivery.attempts.length];
    if (wait === undefined) return { ...tried, status: 'given-up' };
    return { ...tried, next_due_ms: ledger.now() + wait * 1000 };
  }

  /** One attempt, if it is still wanted: an earlier one may have ended since the list of what is due was read. */
  async function attempt(guid: string): Promise<void> {
    const delivery = await store.read((tx) => tx.get(deliveries, guid));
    if (closed || delivery?.status !== 'pending' || delivery.next_due_ms > ledger.now()) return;
    const simulated = delivery.url.startsWith(simulatedScheme);
    const outcome =
      !simulated && faults.take('lose-callback')
        ? { at: ledger.timestamp(), status: 0, error: 'lost on the way, by order of the control API', ms: 0 }
        : await bank.notify(delivery);
    if (outcome === undefined) return pause();
    const row = await store
      .write(async (tx) => {
        const present = await tx.get(deliveries, guid);
        if (present?.status !== 'pending') return undefined;
        const tried = after(present, outcome);
        await tx.put(deliveries, tried);
        if (tried.status !== 'pending') await keepEnded(tx, tried.status);
        return tried;
      })
      .catch((error: unknown) => {
        pause();
        throw error;
      });
    if (row?.status === 'pending') lookAt(row.next_due_ms);
  }

  /** This machine could not send, or cannot store what came of it: the bank gets it a little later. */
  function pause(): void {
    lanes.clear();
    if (paused || closed) return;
    paused = true;
    cancelPause = timers.after(ownPauseMs, () => {
      paused = false;
      kick();
    });
  }

  /** Looks for what is due at this moment of the ledger clock, or before. */
  function lookAt(dueMs: number): void {
    if (closed || dueMs >= nextLookMs) return;
    cancelLook();
    nextLookMs = dueMs;
    cancelLook = timers.after(Math.max(0, dueMs - ledger.now()), kick);
  }

  /** Lines up what is due, each callback at most once at a time, and waits for the next one due. */
  async function collect(): Promise<void> {
    // Attempts that cannot be stored would be made again and again.
    if (store.trouble() !== undefined) return pause();
    const { rows } = await store.read((tx) => tx.page(deliveries, { index: 'pending', key: 'pending' }));
    if (closed || paused) return;
    cancelLook();
    nextLookMs = Number.POSITIVE_INFINITY;
    const now = ledger.now();
    for (const { guid, counterparty_guid, next_due_ms } of rows) {
      if (next_due_ms > now) lookAt(next_due_ms);
      else lanes.add(counterparty_guid, guid, () => attempt(guid));
    }
  }

  let collecting: Promise<void> | undefined;
  let wanted = false;
  /** However often this is called while what is due is read, it is read once more. */
  function kick(): Promise<void> {
    wanted = true;
    collecting ??= (async () => {
      while (wanted && !closed) {
        wanted = false;
        // A store that fails says so to whoever writes.
        await collect().catch(() => {});
      }
      collecting = undefined;
    })();
    return collecting;
  }

  async function calm(): Promise<void> {
    do {
      await kick();
      await lanes.idle();
      await kick();
    } while (lanes.busy && !closed);
  }

  return {
    /** Stores the callbacks that a confirmed transfer causes, in the transaction that confirms it. */
    async announce(tx: WriteTransaction, payment: Payment, cause: number): Promise<void> {
      if (payment.sender_counterparty === payment.receiver_counterparty) {
        await add(tx, payment, 'transfer', payment.sender_counterparty, cause);
        return;
      }
      await add(tx, payment, 'pay-out', payment.sender_counterparty, cause);
      await add(tx, payment, 'pay-in', payment.receiver_counterparty, cause);
    },

    /** Starts sending what is due; does not wait. */
    kick: (): void => void kick(),

    /** Sends what is due and waits until all of it has been answered, or for ten seconds. */
    async settle(): Promise<void> {
      let cancel = () => {};
      const limit = new Promise<void>((resolve) => {
        cancel = timers.after(settleLimitMs, resolve);
      });
      await Promise.race([calm(), limit]);
      cancel();
    },

    /** Sends one once more that waits or was given up, and waits for the answer as `settle` does. */
    async again(guid: string): Promise<Delivery> {
      await store.write(async (tx) => {
        const row = await tx.get(deliveries, guid);
        if (!row) throw new Refusal('not-found', { thing: 'callback' });
        if (row.status === 'delivered')
          throw new Refusal('control-conflict', { problem: 'the callback is delivered already' });
        await tx.put(deliveries, { ...row, status: 'pending', next_due_ms: ledger.now() });
      });
      await this.settle();
      const sent = await store.read((tx) => tx.get(deliveries, guid));
      if (!sent) throw new Refusal('not-found', { thing: 'callback' });
      return sent;
    },

    /** Begins nothing more, and waits for what is under way. */
    async close(): Promise<void> {
      closed = true;
      cancelLook();
      cancelPause();
      lanes.clear();
      await collecting;
      await lanes.idle();
    },
  };
}

export type Deliveries = ReturnType<typeof createDeliveries>;
