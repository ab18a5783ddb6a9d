import type { Center } from './center.js';
import { dayMs, dayOf } from './dated.js';
import { sentOnDayRows } from './limits-collection.js';
import type { ReadTransaction, WriteTransaction } from './store.js';
import { type Transfer, transferRows } from './transfers-collection.js';

/** What a customer's entity has sent, day by day, so that a window of a year costs no more than its days. */

export function createOutgoing({ ledgerClock }: Pick<Center, 'ledgerClock'>) {
  return {
    /** Adds a transfer that is being confirmed now. */
    async add(tx: WriteTransaction, { sender_id, sender_kind, amount }: Transfer): Promise<void> {
      if (sender_kind !== 'customer') return;
      const id = `${sender_id} ${dayOf(ledgerClock.now())}`;
      const present = await tx.get(sentOnDayRows, id);
      await tx.put(sentOnDayRows, { id, sum: (present?.sum ?? 0n) + amount });
    },

    /** Stroops that an entity has sent within the last so many days, up to now. */
    async within(tx: ReadTransaction, entity: string, days: number): Promise<bigint> {
      const since = ledgerClock.now() - days * dayMs;
      const today = dayOf(ledgerClock.now());
      let sum = 0n;
      for (let day = dayOf(since) + 1; day <= today; day += 1) {
        sum += (await tx.get(sentOnDayRows, `${entity} ${day}`))?.sum ?? 0n;
      }
      // Of the day in which the window begins, only what was sent after that moment.
      const first = await tx.page(transferRows, { index: 'sentOn', key: `${entity} ${dayOf(since)}` });
      for (const row of first.rows) if (Date.parse(row.updated_at) > since) sum += row.amount;
      return sum;
    },
  };
}

export type Outgoing = ReturnType<typeof createOutgoing>;
