import { inReach } from './branches.js';
import type { Call } from './call.js';
import type { Counterparty } from './counterparties-collection.js';
import type { Entities } from './entities.js';
import type { DigitalEntity } from './entities-collection.js';
import type { Limits } from './limits.js';
import { requireBalance } from './money.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';
import { type Transfer, transferRows } from './transfers-collection.js';

/** What a bank wants to confirm. */
export interface Confirmation {
  readonly guid: string;
  readonly bankGuid: string | undefined;
  /** The branch whose entity must send; any if empty. */
  readonly branch: string;
}

/** The draft, and both entities as they are now. */
export interface Decided {
  readonly transfer: Transfer;
  readonly sender: DigitalEntity;
  readonly receiver: DigitalEntity;
}

/** A draft or a transfer of this counterparty, or one that it received. */
export async function findTransfer(
  tx: ReadTransaction,
  call: Call,
  counterparty: Counterparty,
  guid: string,
): Promise<Transfer> {
  const found = await tx.get(transferRows, guid);
  const mine =
    found?.sender_counterparty === counterparty.guid || found?.receiver_counterparty === counterparty.guid;
  const near =
    found && [found.sender_branch, found.receiver_branch].some((branch) => inReach(call, branch ?? ''));
  if (!found) throw new Refusal('payment-unknown', { thing: 'payment' });
  if (!mine || !near) throw new Refusal('payment-elsewhere', { thing: 'payment' });
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
    const transfer = await findTransfer(tx, call, counterparty, guid);
    const elsewhere = branch !== '' && transfer.sender_branch !== branch;
    if (
      transfer.sender_counterparty !== counterparty.guid ||
      elsewhere ||
      !inReach(call, transfer.sender_branch)
    )
      throw new Refusal('payment-not-sender', { thing: 'payment' });
    if (transfer.status === 'CONFIRMED') throw new Refusal('payment-confirmed');
    const abroad = transfer.receiver_counterparty !== counterparty.guid;
    const expected = transfer.receiver_counterparty;
    if (abroad && !bankGuid) throw new Refusal('bank-guid-missing', { expected });
    if (bankGuid && bankGuid !== expected)
      throw new Refusal('bank-guid-wrong', { given: bankGuid, expected });
    const sender = await entities.find(tx, transfer.sender_id);
    const receiver = await entities.find(tx, transfer.receiver_id);
    requireBalance(sender, transfer.amount);
    await limits.checkOne(tx, sender, transfer.amount);
    await limits.checkWindows(tx, sender, transfer.amount);
    return { transfer, sender, receiver };
  };
