import type { Center } from './center.js';
import { dayMs, dayOf } from './dated.js';
import { sentOnDays } from './limits-collection.js';
import { type Payment, payments } from './payments-collection.js';
import type { ReadTransaction, WriteTransaction } from './store.js';

/** What a customer's entity has sent, day by day, so that a window of a year costs no more than its days. */

export function createOutgoing({ ledger }: Pick<Center, 'ledger'>) {
  return {
    /** Adds a transfer that is being confirmed now. */
    async add(tx: WriteTransaction, { sender_id, sender_kind, amount }: Payment): Promise<void> {
      if (sender_kind !== 'customer') return;
      const id = `${sender_id} ${dayOf(ledger.now())}`;
      const present = await tx.get(sentOnDays, id);
      await tx.put(sentOnDays, { id, sum: (present?.sum ?? 0n) + amount });
    },

    /** Stroops that an entity has sent within the last so many days, up to now. */
    async within(tx: ReadTransaction, account: string, days: number): Promise<bigint> {
      const since = ledger.now() - days * dayMs;
      const today = dayOf(ledger.now());
      let sum = 0n;
      for (let day = dayOf(since) + 1; day <= today; day += 1) {
        sum += (await tx.get(sentOnDays, `${account} ${day}`))?.sum ?? 0n;
      }
      // Of the day in which the window begins, only what was sent after that moment.
      const first = await tx.page(payments, { index: 'sentOn', key: `${account} ${dayOf(since)}` });
      for (const row of first.rows) if (Date.parse(row.updated_at) > since) sum += row.amount;
      return sum;
    },
  };
}

export type Outgoing = ReturnType<typeof createOutgoing>;
