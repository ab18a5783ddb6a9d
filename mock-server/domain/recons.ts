import type { Center } from './center.js';
import { type Counterparty, counterpartyRows } from './counterparties-collection.js';
import { kyivDay } from './kyiv.js';
import { addToPair, reconOf } from './pair-days.js';
import { type PairDay, pairDayRows, type Recon, reconRows } from './recons-collection.js';
import { Refusal } from './refusal.js';
import type { WriteTransaction } from './store.js';
import type { Transfer } from './transfers-collection.js';

/** Milliseconds of the ledger clock for which a recon is `confirmed` before it awaits payment. */
const settlingMs = 1000;

/**
 * Reconciliation (REC): the transfers between two counterparties on a Kyiv day, created when the day is over on the
 * ledger clock, or earlier by an officer; the net sender is the debtor (U-58 to U-60).
 */
export function createRecons({ store, chance, ledgerClock }: Center) {
  /** Creates the recon of a pair's day; the pair then starts from zero. */
  async function make(tx: WriteTransaction, pair: PairDay): Promise<Recon> {
    const row = reconOf(pair, chance.uuid('recon', 'v4'), ledgerClock.timestamp());
    await tx.put(reconRows, row);
    await tx.remove(pairDayRows, pair.id);
    return row;
  }

  /** Does what is due on the ledger clock; costs nothing if nothing is. */
  async function settle(): Promise<void> {
    const today = kyivDay(ledgerClock.now());
    const due = await store.read(async (tx) => {
      const [oldest] = (await tx.page(pairDayRows, { limit: 1 })).rows;
      const settling = await tx.page(reconRows, { index: 'settling', key: 'settling' });
      return (oldest !== undefined && oldest.day < today) || settling.rows.some(isDue);
    });
    if (!due) return;
    await store.write(async (tx) => {
      for (const pair of (await tx.page(pairDayRows)).rows) if (pair.day < today) await make(tx, pair);
      for (const row of (await tx.page(reconRows, { index: 'settling', key: 'settling' })).rows) {
        if (isDue(row)) await tx.put(reconRows, { ...row, status: 'awaiting_payment' });
      }
    });
  }

  const isDue = ({ confirmed_ms }: Recon) => ledgerClock.now() >= confirmed_ms + settlingMs;

  /** A side's confirmation; simulated banks agree by themselves. */
  async function confirmedBy(tx: WriteTransaction, row: Recon, guid: string): Promise<void> {
    const sides = new Set([...row.confirmed_by, guid]);
    for (const side of [row.debtor, row.creditor]) {
      if ((await tx.get(counterpartyRows, side))?.simulated) sides.add(side);
    }
    const both = sides.has(row.debtor) && sides.has(row.creditor);
    await tx.put(reconRows, {
      ...row,
      confirmed_by: [...sides],
      ...(both ? { status: 'confirmed' as const, confirmed_ms: ledgerClock.now() } : {}),
      updated_at: ledgerClock.timestamp(),
    });
  }

  return {
    settle,

    /** Adds a transfer that is being confirmed now. */
    add: (tx: WriteTransaction, transfer: Transfer): Promise<void> =>
      addToPair(tx, transfer, ledgerClock.now()),

    /** An officer also creates the recons of the current day. */
    makeNow: (): Promise<Recon[]> =>
      store.write(async (tx) => {
        const made: Recon[] = [];
        for (const pair of (await tx.page(pairDayRows)).rows) made.push(await make(tx, pair));
        return made;
      }),

    /** @throws {Refusal} `not-found`, `recon-order`, `recon-status` */
    async update(counterparty: Counterparty, guid: string, status: string | undefined): Promise<void> {
      await settle();
      if (status !== 'confirmed') {
        throw new Refusal('recon-order');
      }
      await store.write(async (tx) => {
        const row = await tx.get(reconRows, guid);
        if (!row || ![row.debtor, row.creditor].includes(counterparty.guid)) {
          throw new Refusal('recon-unknown', { thing: 'recon' });
        }
        if (row.status !== 'calculated') throw new Refusal('recon-status', { status: row.status });
        if (row.confirmed_by.includes(counterparty.guid)) {
          throw new Refusal('recon-confirmed-here', { status: 'confirmed by this counterparty' });
        }
        await confirmedBy(tx, row, counterparty.guid);
      });
    },

    /** An officer records the payment. @throws {Refusal} `not-found`, `recon-status` */
    async pay(guid: string): Promise<Recon> {
      await settle();
      return store.write(async (tx) => {
        const row = await tx.get(reconRows, guid);
        if (!row) throw new Refusal('recon-unknown', { thing: 'recon' });
        if (row.status !== 'awaiting_payment') throw new Refusal('recon-status', { status: row.status });
        const paid: Recon = { ...row, status: 'paid', updated_at: ledgerClock.timestamp() };
        await tx.put(reconRows, paid);
        return paid;
      });
    },

    /** Days by which the payment is late: from the second day of waiting on. */
    overdueDays: (row: Recon): number =>
      row.status === 'awaiting_payment'
        ? Math.max(0, kyivDay(ledgerClock.now()) - kyivDay(row.confirmed_ms) - 1)
        : 0,
  };
}

export type Recons = ReturnType<typeof createRecons>;
