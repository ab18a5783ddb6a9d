import type { Center } from './center.js';
import { deliveryRows } from './deliveries-collection.js';
import { createAttempt } from './delivery-attempt.js';
import { createLanes } from './lanes.js';

/** Callbacks in progress at the same time: to one bank, and to all. */
const limits = { each: 8, all: 64 } as const;
/** Milliseconds after which a callback that this machine could not send is retried. */
const ownPauseMs = 1000;

/** Sends callbacks when they are due on the ledger clock, some at a time. */
export function createDeliveryQueue(center: Center) {
  const { store, ledgerClock, timers, profile } = center;
  const attempts = createAttempt(center, () => closed);
  const isReversed = () => profile().callbacks === 'reversed';
  const lanes = createLanes({ each: () => (isReversed() ? 1 : limits.each), all: limits.all });
  let cancelLook = () => {};
  let cancelPause = () => {};
  let nextLookMs = Number.POSITIVE_INFINITY;
  let closed = false;
  let paused = false;

  async function attempt(guid: string): Promise<void> {
    const next = await attempts.attempt(guid).catch((error: unknown) => {
      pause();
      throw error;
    });
    if (next === 'unsent') pause();
    else if (next !== undefined) lookAt(next);
  }

  /** This machine could not send, or cannot store the outcome: the bank gets it a little later. */
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
    cancelLook = timers.after(Math.max(0, dueMs - ledgerClock.now()), kick);
  }

  /** Queues what is due, each callback at most once at a time, and waits for the next one. */
  async function collect(): Promise<void> {
    // Attempts that cannot be stored would be repeated forever.
    if (store.trouble() !== undefined) return pause();
    const { rows } = await store.read((tx) => tx.page(deliveryRows, { index: 'pending', key: 'pending' }));
    if (closed || paused) return;
    cancelLook();
    nextLookMs = Number.POSITIVE_INFINITY;
    const now = ledgerClock.now();
    for (const { guid, counterparty_guid, next_due_ms } of isReversed() ? rows.toReversed() : rows) {
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
        // A failing store reports to its writers, and may be back a little later.
        await collect().catch(pause);
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
    /** Starts sending what is due; does not wait. */
    kick: (): void => void kick(),

    /** Sends what is due, until all of it has been answered. */
    calm,

    sentAt: attempts.sentAt,

    /** Starts nothing new, and waits for what is in progress. */
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
