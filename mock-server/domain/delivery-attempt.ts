import type { Center } from './center.js';
import { type Attempt, type Delivery, deliveryRows } from './deliveries-collection.js';
import { keepEnded, withAttempt } from './kept-deliveries.js';

/** Scheme of the URLs of simulated banks. */
export const simulatedScheme = 'simulated:';

/** Why an attempt failed that was ordered to fail. */
const lost = 'lost on the way, as ordered through the control API';

/** Attempts to deliver callbacks, and what becomes of each. */
export function createAttempt(
  { store, ledgerClock, bank, profile, faults }: Center,
  isClosed: () => boolean,
) {
  /** When the attempts that no answer has ended yet were sent. */
  const underWay = new Map<string, string>();

  function after(delivery: Delivery, attempt: Attempt): Delivery {
    const tried = withAttempt(delivery, attempt);
    if (attempt.status === 200) {
      const again =
        profile().callbacks === 'twice' && !delivery.attempts.some(({ status }) => status === 200);
      return again ? { ...tried, next_due_ms: ledgerClock.now() } : { ...tried, status: 'delivered' };
    }
    const wait = profile().callback_retry_s[delivery.attempts.length];
    if (wait === undefined) return { ...tried, status: 'given-up' };
    return { ...tried, next_due_ms: ledgerClock.now() + wait * 1000 };
  }

  function send(delivery: Delivery): Promise<Attempt | undefined> {
    const simulated = delivery.url.startsWith(simulatedScheme);
    // A retry of an older callback that the bank refuses must not use the order up.
    const mayBeLost = !simulated && delivery.attempts.every(({ error }) => error === lost);
    const { cause: seq, transaction_id } = delivery;
    if (!mayBeLost || !faults.take('lose-callback', { seq, body: { transaction_id } })) {
      underWay.set(delivery.guid, ledgerClock.timestamp());
      return bank.notify(delivery);
    }
    return Promise.resolve({ at: ledgerClock.timestamp(), status: 0, error: lost, ms: 0 });
  }

  /**
   * One attempt, if it is still wanted: an earlier one may have ended since the list of what is due was read. Returns
   * when the next one is due, if any; `unsent` if this machine could not send.
   */
  async function attempt(guid: string): Promise<number | 'unsent' | undefined> {
    const delivery = await store.read((tx) => tx.get(deliveryRows, guid));
    if (isClosed() || delivery?.status !== 'pending' || delivery.next_due_ms > ledgerClock.now())
      return undefined;
    const outcome = await send(delivery);
    if (outcome === undefined) return 'unsent';
    return store.write(async (tx) => {
      const present = await tx.get(deliveryRows, guid);
      if (present?.status !== 'pending') return undefined;
      const tried = after(present, outcome);
      await tx.put(deliveryRows, tried);
      if (tried.status === 'pending') return tried.next_due_ms;
      await keepEnded(tx, tried.status);
      return undefined;
    });
  }

  return {
    attempt: (guid: string) => attempt(guid).finally(() => underWay.delete(guid)),

    /** When the attempt that is under way was sent; empty if none is. */
    sentAt: (guid: string): string => underWay.get(guid) ?? '',
  };
}
