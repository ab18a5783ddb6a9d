import { type Attempt, type Delivery, deliveryRows } from './deliveries-collection.js';
import { type Bounds, keepNewest, oldestBeyond } from './newest.js';
import type { WriteTransaction } from './store.js';

/** How much is kept of callbacks, by number and by bytes. */

const megabyte = 1024 * 1024;

/** Number of delivered and of given-up callbacks that are kept; the oldest are dropped. */
export const mostEnded: Bounds = { rows: 10_000, bytes: 16 * megabyte };

/** Waiting callbacks: of each counterparty, and of all; beyond that the oldest is given up. */
export const mostPending = {
  each: { rows: 10_000, bytes: 16 * megabyte },
  all: { rows: 20_000, bytes: 32 * megabyte },
} as const;

/**
 * Number of the newest attempts of a callback that are kept; officers can order more. The next delay of
 * `callback_retry_s` is found by their number, so this must exceed the longest schedule, which would never end otherwise.
 */
export const mostAttempts = 100;

/** A callback after one more attempt. */
export const withAttempt = (delivery: Delivery, attempt: Attempt): Delivery => ({
  ...delivery,
  attempts: [...delivery.attempts, attempt].slice(-mostAttempts),
});

/** A callback that DCM does not send, and why; officers can send it all the same. */
export const unsent = (delivery: Delivery): Delivery => ({
  ...withAttempt(delivery, {
    at: delivery.created_at,
    status: 0,
    error: 'not sent: the option callbacks is never',
    ms: 0,
  }),
  status: 'given-up',
});

/** Keeps as many of the callbacks with this outcome as there is room for. */
export const keepEnded = (tx: WriteTransaction, status: 'delivered' | 'given-up'): Promise<void> =>
  keepNewest(tx, deliveryRows, mostEnded, { index: 'listed', key: status });

/**
 * Gives up the oldest callbacks if more of them wait than are kept; officers see why, and can send them again.
 * @param at now, on the ledger clock
 */
export async function keepPending(tx: WriteTransaction, counterparty: string, at: string): Promise<void> {
  const ofOne = { index: 'listed', key: `${counterparty} pending` };
  const tooMany = [
    ...(await oldestBeyond(tx, deliveryRows, mostPending.each, ofOne)),
    ...(await oldestBeyond(tx, deliveryRows, mostPending.all, { index: 'pending', key: 'pending' })),
  ];
  const error = 'given up: too many newer callbacks wait';
  for (const row of tooMany)
    await tx.put(deliveryRows, {
      ...withAttempt(row, { at, status: 0, error, ms: 0 }),
      status: 'given-up',
    });
  if (tooMany.length > 0) await keepEnded(tx, 'given-up');
}
