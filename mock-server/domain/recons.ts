import type { Center } from './center.js';
import { type Counterparty, counterparties } from './counterparties-collection.js';
import { emissionBalances } from './emissions-collection.js';
import { beginOfKyivDay, kyivDay } from './kyiv.js';
import type { Payment } from './payments-collection.js';
import { netPositions, type PairDay, pairDays, type Recon, recons } from './recons-collection.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction, WriteTransaction } from './store.js';

/** Milliseconds of the ledger clock for which a recon is `confirmed` before it awaits its payment. */
const settlingMs = 1000;

/**
 * Reconciliation (REC): the transfers between two counterparties on a Kyiv day, made when the day is over on the
 * ledger clock, or before by an officer; the net sender is the debtor (U-58 to U-60).
 */
export function createRecons({ store, chance, ledger }: Center) {
  /** What a counterparty holds: created minus deleted, and what came from others. */
  async function holdings(tx: ReadTransaction, guid: string): Promise<bigint> {
    const balance = await tx.get(emissionBalances, guid);
    const position = await tx.get(netPositions, guid);
    return (balance?.created ?? 0n) - (balance?.deleted ?? 0n) + (position?.net ?? 0n);
  }

  async function move(tx: WriteTransaction, guid: string, amount: bigint): Promise<void> {
    const net = (await tx.get(netPositions, guid))?.net ?? 0n;
    await tx.put(netPositions, { counterparty_guid: guid, net: net + amount });
  }

  /** The recon of a pair's day; the pair begins anew after it. */
  async function make(tx: WriteTransaction, pair: PairDay): Promise<Recon> {
    const oneOwes = pair.sent >= pair.received;
    const [debtor, creditor] = oneOwes ? [pair.one, pair.other] : [pair.other, pair.one];
    const before = { [pair.one]: pair.one_before, [pair.other]: pair.other_before };
    const now = ledger.timestamp();
    const row: Recon = {
      guid: chance.uuid('recon', 'v4'),
      day: pair.day,
      start_date: new Date(beginOfKyivDay(pair.day)).toISOString(),
      end_date: new Date(beginOfKyivDay(pair.day + 1)).toISOString(),
      debtor,
      creditor,
      sent: oneOwes ? pair.sent : pair.received,
      received: oneOwes ? pair.received : pair.sent,
      debtor_before: before[debtor] ?? 0n,
      creditor_before: before[creditor] ?? 0n,
      status: 'calculated',
      confirmed_by: [],
      confirmed_ms: 0,
      created_at: now,
      updated_at: now,
    };
    await tx.put(recons, row);
    await tx.remove(pairDays, pair.id);
    return row;
  }

  /** Does what the ledger clock has made due; costs nothing when nothing is. */
  async function settle(): Promise<void> {
    const today = kyivDay(ledger.now());
    const due = await store.read(async (tx) => {
      const [oldest] = (await tx.page(pairDays, { limit: 1 })).rows;
      const settling = await tx.page(recons, { index: 'settling', key: 'settling' });
      return (oldest !== undefined && oldest.day < today) || settling.rows.some(isDue);
    });
    if (!due) return;
    await store.write(async (tx) => {
      for (const pair of (await tx.page(pairDays)).rows) if (pair.day < today) await make(tx, pair);
      for (const row of (await tx.page(recons, { index: 'settling', key: 'settling' })).rows) {
        if (isDue(row)) await tx.put(recons, { ...row, status: 'awaiting_payment' });
      }
    });
  }

  const isDue = ({ confirmed_ms }: Recon) => ledger.now() >= confirmed_ms + settlingMs;

  /** A side's confirmation; the banks that the mock plays agree by themselves. */
  async function confirmedBy(tx: WriteTransaction, row: Recon, guid: string): Promise<void> {
    const sides = new Set([...row.confirmed_by, guid]);
    for (const side of [row.debtor, row.creditor]) {
      if ((await tx.get(counterparties, side))?.simulated) sides.add(side);
    }
    const both = sides.has(row.debtor) && sides.has(row.creditor);
    await tx.put(recons, {
      ...row,
      confirmed_by: [...sides],
      ...(both ? { status: 'confirmed' as const, confirmed_ms: ledger.now() } : {}),
      updated_at: ledger.timestamp(),
    });
  }

  return {
    settle,

    /** Adds a transfer that is being confirmed now. */
    async add(tx: WriteTransaction, payment: Payment): Promise<void> {
      const { sender_counterparty: sender, receiver_counterparty: receiver, amount } = payment;
      if (sender === receiver || payment.sender_kind === 'root' || payment.receiver_kind === 'root') return;
      const [one, other] = [sender, receiver].sort() as [string, string];
      const day = kyivDay(ledger.now());
      const id = `${one} ${other} ${day}`;
      const present = (await tx.get(pairDays, id)) ?? {
        id,
        one,
        other,
        day,
        sent: 0n,
        received: 0n,
        one_before: await holdings(tx, one),
        other_before: await holdings(tx, other),
      };
      const sent = present.sent + (sender === one ? amount : 0n);
      const received = present.received + (sender === one ? 0n : amount);
      await tx.put(pairDays, { ...present, sent, received });
      await move(tx, sender, -amount);
      await move(tx, receiver, amount);
    },

    /** An officer makes the recons of the day that is under way, too. */
    makeNow: (): Promise<Recon[]> =>
      store.write(async (tx) => {
        const made: Recon[] = [];
        for (const pair of (await tx.page(pairDays)).rows) made.push(await make(tx, pair));
        return made;
      }),

    /** @throws {Refusal} `not-found`, `recon-order`, `recon-status` */
    async update(counterparty: Counterparty, guid: string, status: string | undefined): Promise<void> {
      await settle();
      if (status !== 'confirmed') {
        throw new Refusal('recon-order');
      }
      await store.write(async (tx) => {
        const row = await tx.get(recons, guid);
        if (!row || ![row.debtor, row.creditor].includes(counterparty.guid)) {
          throw new Refusal('not-found', { thing: 'recon' });
        }
        if (row.status !== 'calculated') throw new Refusal('recon-status', { status: row.status });
        if (row.confirmed_by.includes(counterparty.guid)) {
          throw new Refusal('recon-status', { status: 'confirmed by this counterparty' });
        }
        await confirmedBy(tx, row, counterparty.guid);
      });
    },

    /** An officer has seen the payment. @throws {Refusal} `not-found`, `recon-status` */
    async pay(guid: string): Promise<Recon> {
      await settle();
      return store.write(async (tx) => {
        const row = await tx.get(recons, guid);
        if (!row) throw new Refusal('not-found', { thing: 'recon' });
        if (row.status !== 'awaiting_payment') throw new Refusal('recon-status', { status: row.status });
        const paid: Recon = { ...row, status: 'paid', updated_at: ledger.timestamp() };
        await tx.put(recons, paid);
        return paid;
      });
    },

    /** Days by which the payment is late: from the second day on that it is awaited. */
    overdueDays: (row: Recon): number =>
      row.status === 'awaiting_payment'
        ? Math.max(0, kyivDay(ledger.now()) - kyivDay(row.confirmed_ms) - 1)
        : 0,
  };
}

export type Recons = ReturnType<typeof createRecons>;
