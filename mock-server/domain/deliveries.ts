import { type CallbackKind, callbackPath } from '../../contract/bank-service.js';
import type { Center } from './center.js';
import { type Attempt, counterparties, type Delivery, deliveries, type Payment } from './collections.js';
import { simulatedScheme } from './simulated-banks.js';
import type { WriteTransaction } from './store.js';

/**
 * Callbacks to banks (CB): stored with the transfer that they announce, sent after the posting, tried again on the
 * ledger clock until answered with 200 (U-57).
 */
export function createDeliveries({ store, chance, ledger, timers, bank, profile, faults }: Center) {
  const inFlight = new Map<string, Promise<void>>();
  let cancelTimer = () => {};
  let closed = false;

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
      url: base.replace(/\/$/, '') + callbackPath(kind),
      status: 'pending',
      attempts: [],
      next_due_ms: ledger.now(),
      cause,
      created_at: ledger.timestamp(),
    };
    await tx.put(deliveries, row);
  }

  function after(delivery: Delivery, attempt: Attempt): Delivery {
    const attempts = [...delivery.attempts, attempt];
    if (attempt.status === 200) return { ...delivery, attempts, status: 'delivered' };
    const wait = profile().callback_retry_s[delivery.attempts.length];
    if (wait === undefined) return { ...delivery, attempts, status: 'given-up' };
    return { ...delivery, attempts, next_due_ms: ledger.now() + wait * 1000 };
  }

  /** One attempt, if it is still wanted: an earlier one may have ended since the list of what is due was read. */
  async function attempt(guid: string): Promise<void> {
    const delivery = await store.read((tx) => tx.get(deliveries, guid));
    if (delivery?.status !== 'pending' || delivery.next_due_ms > ledger.now()) return;
    const simulated = delivery.url.startsWith(simulatedScheme);
    const outcome =
      !simulated && faults.take('lose-callback')
        ? { at: ledger.timestamp(), status: 0, error: 'lost on the way, by order of the control API', ms: 0 }
        : await bank.notify(delivery);
    await store.write(async (tx) => {
      const row = await tx.get(deliveries, guid);
      if (row?.status === 'pending') await tx.put(deliveries, after(row, outcome));
    });
  }

  const pending = () =>
    store.read(async (tx) => (await tx.page(deliveries, { index: 'pending', key: 'pending' })).rows);

  /** Sends what is due, each callback at most once at a time; then waits for the next one due. */
  async function run(): Promise<void> {
    for (;;) {
      const rows = (await pending()).filter((row) => !inFlight.has(row.guid));
      const due = rows.filter((row) => row.next_due_ms <= ledger.now());
      if (due.length === 0 || closed) return waitFor(rows);
      for (const row of due) {
        const work = attempt(row.guid).finally(() => inFlight.delete(row.guid));
        inFlight.set(row.guid, work);
      }
      await Promise.allSettled(due.map((row) => inFlight.get(row.guid)));
    }
  }

  function waitFor(rows: readonly Delivery[]): void {
    cancelTimer();
    if (closed || rows.length === 0) return;
    const next = Math.min(...rows.map((row) => row.next_due_ms));
    cancelTimer = timers.after(Math.max(0, next - ledger.now()), kick);
  }

  let running: Promise<void> = Promise.resolve();
  function kick(): void {
    running = Promise.allSettled([running, run()]).then(() => {});
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
    kick,

    /** Sends what is due and waits until all of it has been answered. */
    async settle(): Promise<void> {
      kick();
      await running;
    },

    list: (transactionId?: string) =>
      store.read(
        async (tx) =>
          (
            await tx.page(
              deliveries,
              transactionId === undefined ? {} : { index: 'transaction', key: transactionId },
            )
          ).rows,
      ),

    async close(): Promise<void> {
      closed = true;
      cancelTimer();
      await running;
    },
  };
}

export type Deliveries = ReturnType<typeof createDeliveries>;
