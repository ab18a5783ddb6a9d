import { inReach } from './branches.js';
import type { Call } from './call.js';
import type { Counterparty } from './counterparties-collection.js';
import type { Entities } from './entities.js';
import type { Account } from './entities-collection.js';
import type { Limits } from './limits.js';
import { type Payment, payments } from './payments-collection.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';

/** What a bank wants to confirm. */
export interface Confirmation {
  readonly guid: string;
  readonly bankGuid: string | undefined;
  /** The branch whose entity must send; any if empty. */
  readonly branch: string;
}

/** The draft, and both entities as they are now. */
export interface Decided {
  readonly payment: Payment;
  readonly sender: Account;
  readonly receiver: Account;
}

/** A draft or a transfer of this counterparty, or one that it received. */
export async function findPayment(
  tx: ReadTransaction,
  call: Call,
  counterparty: Counterparty,
  guid: string,
): Promise<Payment> {
  const found = await tx.get(payments, guid);
  const mine =
    found?.sender_counterparty === counterparty.guid || found?.receiver_counterparty === counterparty.guid;
  const near = found && [found.sender_branch, found.receiver_branch].some((one) => inReach(call, one ?? ''));
  if (!found || !mine || !near) throw new Refusal('not-found', { thing: 'payment' });
  return found;
}

/** Whether a draft may be confirmed now; checked before the reverse calls and again when the money moves. */
export const createDecide =
  (entities: Entities, limits: Limits) =>
  async (
    tx: ReadTransaction,
    call: Call,
    counterparty: Counterparty,
    { guid, bankGuid, branch }: Confirmation,
  ): Promise<Decided> => {
    const payment = await findPayment(tx, call, counterparty, guid);
    const elsewhere = branch !== '' && payment.sender_branch !== branch;
    if (
      payment.sender_counterparty !== counterparty.guid ||
      elsewhere ||
      !inReach(call, payment.sender_branch)
    )
      throw new Refusal('not-found', { thing: 'payment' });
    if (payment.status === 'CONFIRMED') throw new Refusal('payment-confirmed');
    const abroad = payment.receiver_counterparty !== counterparty.guid;
    if (abroad && !bankGuid) throw new Refusal('bank-guid-missing');
    if (bankGuid && bankGuid !== payment.receiver_counterparty) throw new Refusal('bank-guid-wrong');
    const sender = await entities.find(tx, payment.sender_id);
    const receiver = await entities.find(tx, payment.receiver_id);
    if (sender.balance < payment.amount) throw new Refusal('insufficient-balance');
    await limits.checkOne(tx, sender, payment.amount);
    await limits.checkWindows(tx, sender, payment.amount);
    return { payment, sender, receiver };
  };
