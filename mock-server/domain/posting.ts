import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Confirmation, Decided } from './confirmation.js';
import type { Counterparty } from './counterparties-collection.js';
import type { Deliveries } from './deliveries.js';
import { entityRows } from './entities-collection.js';
import type { Ledger, SignedTransfer } from './ledger.js';
import type { Multisignature } from './multisignature.js';
import type { Outgoing } from './outgoing.js';
import type { Recons } from './recons.js';
import type { ReadTransaction, WriteTransaction } from './store.js';
import { type Transfer, transferRows } from './transfers-collection.js';
import { aside, type Turn } from './turns.js';

export interface PostingParts {
  readonly stellarLedger: Ledger;
  readonly multisignature: Multisignature;
  readonly deliveries: Deliveries;
  readonly outgoing: Outgoing;
  readonly recons: Recons;
  readonly decide: (
    tx: ReadTransaction,
    call: Call,
    counterparty: Counterparty,
    order: Confirmation,
  ) => Promise<Decided>;
}

/** Signs the envelope of a transfer, posts it and moves the money. */
export function createPosting({ store, eras, ledgerClock }: Center, parts: PostingParts) {
  const { stellarLedger, multisignature, deliveries, outgoing, recons, decide } = parts;

  async function sign(
    call: Call,
    counterparty: Counterparty,
    { transfer, sender, receiver }: Decided,
    { seed, turn }: { readonly seed: string; readonly turn: Turn },
  ): Promise<SignedTransfer> {
    const order = {
      source: sender.stellar_address,
      destination: receiver.stellar_address,
      amount: transfer.amount,
      paymentGuid: transfer.guid,
    };
    if (!multisignature.applies(counterparty)) return stellarLedger.prepare({ ...order, seed });
    const unsigned = await stellarLedger.build(order);
    const waiting = (wait: () => Promise<boolean>) => aside(turn, wait);
    return stellarLedger.sign(
      await multisignature.collect(call, counterparty, sender, unsigned, waiting),
      seed,
    );
  }

  /** Moves the money, and whatever depends on it. */
  async function move(tx: WriteTransaction, decided: Decided, hash: string, cause: number): Promise<void> {
    const { transfer, sender, receiver } = decided;
    const now = ledgerClock.timestamp();
    const left = sender.balance - transfer.amount;
    await tx.put(entityRows, { ...sender, balance: left, updated_at: now });
    await tx.put(entityRows, { ...receiver, balance: receiver.balance + transfer.amount, updated_at: now });
    const confirmed: Transfer = {
      ...transfer,
      status: 'CONFIRMED',
      target_balance: left,
      hash,
      updated_at: now,
    };
    await tx.put(transferRows, confirmed);
    await outgoing.add(tx, confirmed);
    await recons.add(tx, confirmed);
    await deliveries.announce(tx, confirmed, cause);
  }

  return {
    /**
     * Signs; the returned function posts and moves the money, or returns false if another transfer of the sender came
     * first.
     */
    async prepare(
      call: Call,
      counterparty: Counterparty,
      decided: Decided,
      order: Confirmation,
      by: { readonly seed: string; readonly turn: Turn },
    ): Promise<() => Promise<boolean>> {
      const signed = await sign(call, counterparty, decided, by);
      return () =>
        store.write(async (tx) => {
          eras.require(call);
          const again = await decide(tx, call, counterparty, order);
          if (!(await stellarLedger.postable(tx, [signed]))) return false;
          await stellarLedger.post(tx, signed);
          await move(tx, again, signed.hash, call.seq);
          return true;
        });
    },
  };
}
