import { confirmPayment } from '../../contract/operations/transfers.js';
import { inReach } from './branches.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import type { Deliveries } from './deliveries.js';
import type { Drafts } from './drafts.js';
import type { Entities } from './entities.js';
import { type Account, accounts } from './entities-collection.js';
import type { Ledger } from './ledger.js';
import type { Limits } from './limits.js';
import type { Multisignature } from './multisignature.js';
import type { Network } from './network.js';
import type { Outgoing } from './outgoing.js';
import { askOwner } from './owner.js';
import { type Payment, payments } from './payments-collection.js';
import type { Recons } from './recons.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction } from './store.js';
import { aside, createTurns, inTurn, noTurn, type Turn } from './turns.js';
import { uuidOf } from './uuid.js';

/** Transfers (TR): a draft, then its confirmation, at which DCM asks the bank, signs, posts and moves the money. */
/** Milliseconds of the ledger clock between the answer and the posting, under the option `posting: async`. */
const postingMs = 1000;

interface Confirmation {
  readonly guid: string;
  readonly bankGuid: string | undefined;
  /** The branch whose entity has to send; any when empty. */
  readonly branch: string;
}

/** What drafts are made by, and what a confirmed transfer changes besides the money. */
export interface Books {
  readonly drafts: Drafts;
  readonly limits: Limits;
  readonly outgoing: Outgoing;
  readonly recons: Recons;
}

export function createPayments(
  center: Center,
  entities: Entities,
  stellarLedger: Ledger,
  network: Network,
  deliveries: Deliveries,
  multisignature: Multisignature,
  { drafts, limits, outgoing, recons }: Books,
) {
  const { store, ledger, bank, profile } = center;
  /** Transfers that are being confirmed now; a restart forgets them, as nothing of them is stored. */
  const underWay = new Set<string>();
  const turns = createTurns();

  /** A draft or a transfer of this counterparty, or one that it received. */
  async function find(
    tx: ReadTransaction,
    call: Call,
    counterparty: Counterparty,
    guid: string,
  ): Promise<Payment> {
    const found = await tx.get(payments, guid);
    const mine =
      found?.sender_counterparty === counterparty.guid || found?.receiver_counterparty === counterparty.guid;
    const near =
      found && [found.sender_branch, found.receiver_branch].some((one) => inReach(call, one ?? ''));
    if (!found || !mine || !near) throw new Refusal('not-found', { thing: 'payment' });
    return found;
  }

  /** Whether a draft may be confirmed now; asked before the bank and again when the money moves. */
  async function decide(
    tx: ReadTransaction,
    call: Call,
    counterparty: Counterparty,
    { guid, bankGuid, branch }: Confirmation,
  ): Promise<{ payment: Payment; sender: Account; receiver: Account }> {
    const payment = await find(tx, call, counterparty, guid);
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
  }

  /** Signs; what it gives posts and moves the money, or says false when another transfer of the sender came first. */
  async function prepare(
    call: Call,
    counterparty: Counterparty,
    decided: { payment: Payment; sender: Account; receiver: Account },
    order: Confirmation,
    { seed, turn }: { readonly seed: string; readonly turn: Turn },
  ): Promise<() => Promise<boolean>> {
    const unsigned = await stellarLedger.build({
      source: decided.sender.stellar_address,
      destination: decided.receiver.stellar_address,
      amount: decided.payment.amount,
      paymentGuid: decided.payment.guid,
    });
    const cosigned = multisignature.applies(counterparty)
      ? await multisignature.collect(call, counterparty, decided.sender, unsigned, (wait) =>
          aside(turn, wait),
        )
      : unsigned;
    const transfer = await stellarLedger.sign(cosigned, seed);
    const write = () =>
      store.write(async (tx) => {
        center.eras.require(call);
        const { payment, sender, receiver } = await decide(tx, call, counterparty, order);
        if (!(await stellarLedger.postable(tx, [transfer]))) return false;
        await stellarLedger.post(tx, transfer);
        const now = ledger.timestamp();
        const left = sender.balance - payment.amount;
        await tx.put(accounts, { ...sender, balance: left, updated_at: now });
        await tx.put(accounts, { ...receiver, balance: receiver.balance + payment.amount, updated_at: now });
        const confirmed: Payment = {
          ...payment,
          status: 'CONFIRMED',
          target_balance: left,
          hash: transfer.hash,
          updated_at: now,
        };
        await tx.put(payments, confirmed);
        await outgoing.add(tx, confirmed);
        await recons.add(tx, confirmed);
        await deliveries.announce(tx, confirmed, call.seq);
        return true;
      });
    return write;
  }

  type Write = () => Promise<boolean>;

  /**
   * Where the bank has to sign, the transfers of one entity are signed one after the other: only one envelope can carry the
   * next sequence number, and the bank would be asked again for each of the others.
   */
  const turnOf = (counterparty: Counterparty, entity: string): Turn =>
    multisignature.applies(counterparty) ? turns.of(entity) : noTurn;

  /** Posts; signs anew as long as another transfer of the sender comes first. */
  async function post(write: Write, sign: () => Promise<Write>): Promise<void> {
    let next = write;
    while (!(await next())) next = await sign();
    deliveries.kick();
  }

  /** Option `posting: async`: a second of the ledger clock after the answer (U-45). What fails then stays a draft. */
  async function postLater(guid: string, postNow: () => Promise<void>): Promise<void> {
    try {
      if (await ledger.wait(postingMs)) await postNow();
    } catch {
      // Nobody waits for it any more: what fails now leaves the draft as it is.
    } finally {
      underWay.delete(guid);
    }
  }

  return {
    create: drafts.create,

    /**
     * Confirms a draft: asks the bank, opens the sender's seed, signs, posts. Refused or interrupted, the draft stays
     * as it is and may be confirmed again.
     */
    async confirm(
      call: Call,
      counterparty: Counterparty,
      given: { readonly guid?: string | undefined; readonly bank_guid?: string | null | undefined },
      branch = '',
    ): Promise<void> {
      const guid = uuidOf(given.guid);
      const bankGuid = given.bank_guid?.toLowerCase() || undefined;
      const order: Confirmation = { guid, bankGuid, branch };
      const decided = await store.read((tx) => decide(tx, call, counterparty, order));
      if (bankGuid === counterparty.guid) {
        call.note('TRANSFER-03', 'bank_guid names the own counterparty: an internal transfer needs none');
      }
      if (underWay.has(guid)) throw new Refusal('payment-in-progress');
      underWay.add(guid);
      let later = false;
      try {
        const secret = await askOwner(
          bank,
          call,
          counterparty,
          decided.sender.owner_external_id,
          confirmPayment.reverseCalls,
        );
        const seed = network.openSeed(counterparty, decided.sender, secret ?? '');
        const turn = turnOf(counterparty, decided.sender.guid);
        const sign = () => prepare(call, counterparty, decided, order, { seed, turn });
        await inTurn(turn, async () => {
          const write = await sign();
          later = profile().posting === 'async';
          const postNow = () => post(write, sign);
          if (later) void postLater(guid, () => inTurn(turn, postNow));
          else await postNow();
        });
      } finally {
        if (!later) underWay.delete(guid);
      }
    },

    get: (call: Call, counterparty: Counterparty, guid: string): Promise<Payment> =>
      store.read((tx) => find(tx, call, counterparty, guid)),
  };
}

export type Payments = ReturnType<typeof createPayments>;
