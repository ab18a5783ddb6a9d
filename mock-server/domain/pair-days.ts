import { identifierBalanceRows } from './identifier-requests-collection.js';
import { beginOfKyivDay, kyivDay } from './kyiv.js';
import { netPositionRows, type PairDay, pairDayRows, type Recon } from './recons-collection.js';
import type { ReadTransaction, WriteTransaction } from './store.js';
import type { Transfer } from './transfers-collection.js';

/** What two counterparties have sent each other on a Kyiv day that is not reconciled yet (REC). */

/** A counterparty's balance: created minus deleted, plus what came from others. */
async function holdings(tx: ReadTransaction, guid: string): Promise<bigint> {
  const balance = await tx.get(identifierBalanceRows, guid);
  const position = await tx.get(netPositionRows, guid);
  return (balance?.created ?? 0n) - (balance?.deleted ?? 0n) + (position?.net ?? 0n);
}

/** Updates what has come from others, or gone to them. */
async function shift(tx: WriteTransaction, guid: string, amount: bigint): Promise<void> {
  const net = (await tx.get(netPositionRows, guid))?.net ?? 0n;
  await tx.put(netPositionRows, { counterparty_guid: guid, net: net + amount });
}

/** Adds a transfer that is being confirmed at this moment of the ledger clock; internal ones do not count. */
export async function addToPair(tx: WriteTransaction, transfer: Transfer, nowMs: number): Promise<void> {
  const { sender_counterparty: sender, receiver_counterparty: receiver, amount } = transfer;
  if (sender === receiver || transfer.sender_kind === 'root' || transfer.receiver_kind === 'root') return;
  const [one, other] = [sender, receiver].sort() as [string, string];
  const day = kyivDay(nowMs);
  const id = `${one} ${other} ${day}`;
  const present = (await tx.get(pairDayRows, id)) ?? {
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
  await tx.put(pairDayRows, { ...present, sent, received });
  await shift(tx, sender, -amount);
  await shift(tx, receiver, amount);
}

/** The recon of a pair's day: the side that sent more is the debtor. */
export function reconOf(pair: PairDay, guid: string, now: string): Recon {
  const oneOwes = pair.sent >= pair.received;
  const [debtor, creditor] = oneOwes ? [pair.one, pair.other] : [pair.other, pair.one];
  const before = { [pair.one]: pair.one_before, [pair.other]: pair.other_before };
  return {
    guid,
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
}
