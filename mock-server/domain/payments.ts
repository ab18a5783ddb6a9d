import { reverseCalls } from '../../contract/reverse-calls.js';
import { allowedAsset } from './assets.js';
import type { Call } from './call.js';
import type { Center } from './center.js';
import {
  type Account,
  accounts,
  type Counterparty,
  categories,
  type Payment,
  payments,
} from './collections.js';
import type { Deliveries } from './deliveries.js';
import type { Entities } from './entities.js';
import { plainIban } from './iban.js';
import type { Ledger } from './ledger.js';
import { amountOf, finerThanKopiyka, toStroops } from './money.js';
import type { Multisignature } from './multisignature.js';
import type { Network } from './network.js';
import { askOwner } from './owner.js';
import { Refusal } from './refusal.js';
import { routeAdvised } from './routes.js';
import type { ReadTransaction } from './store.js';
import { uuidOf } from './uuid.js';

export interface PaymentOrder {
  readonly amount?: number | undefined;
  readonly asset_code?: string | undefined;
  readonly asset_issuer?: string | undefined;
  readonly category_guid?: string | undefined;
  readonly purpose?: string | undefined;
  readonly receiver_iban?: string | undefined;
  readonly receiver_id?: string | undefined;
  readonly sender_iban?: string | undefined;
  readonly sender_id?: string | undefined;
  /** Hryvnias. */
  readonly target_balance?: number | undefined;
}

/** Transfers (TR): a draft, then its confirmation, at which DCM asks the bank, signs, posts and moves the money. */
export function createPayments(
  center: Center,
  entities: Entities,
  stellarLedger: Ledger,
  network: Network,
  deliveries: Deliveries,
  multisignature: Multisignature,
) {
  const { store, chance, ledger, bank, profile } = center;
  /** Transfers that are being confirmed now; a restart forgets them, as nothing of them is stored. */
  const underWay = new Set<string>();

  /** The account that a draft names by guid (and perhaps IBAN). */
  async function party(
    tx: ReadTransaction,
    role: 'sender' | 'receiver',
    guid: string | undefined,
    iban: string | undefined,
  ): Promise<Account> {
    const byIban = iban ? await tx.first(accounts, 'iban', plainIban(iban)) : undefined;
    if (!guid && byIban && profile().iban_routing === 'accept') return byIban;
    const account = await tx.get(accounts, uuidOf(guid));
    if (!account) throw new Refusal('not-found', { thing: `${role} account` });
    if (iban && byIban && plainIban(account.iban) !== plainIban(iban))
      throw new Refusal('iban-mismatch', { member: `${role}_iban` });
    return account;
  }

  async function categoryName(tx: ReadTransaction, guid: string | undefined): Promise<string> {
    if (!guid) return '';
    const category = await tx.get(categories, guid);
    if (!category || category.deleted_at) throw new Refusal('not-found', { thing: 'category' });
    return category.name;
  }

  function noteDraft(
    call: Call,
    sender: Account,
    receiver: Account,
    amount: bigint,
    order: PaymentOrder,
  ): void {
    if (finerThanKopiyka(amount)) call.note('TRANSFER-08', 'amount has more than 2 decimal places');
    if (order.target_balance !== undefined && toStroops(order.target_balance) !== sender.balance - amount) {
      call.note('TRANSFER-07', 'target_balance is not the balance of the sender after the transfer');
    }
    if (routeAdvised(sender, receiver)) return;
    const route = { from: sender.account_kind, to: receiver.account_kind };
    if (profile().transfer_rules === 'enforce') throw new Refusal('route-refused', route);
    call.note('TRANSFER-06', `a transfer ${route.from} -> ${route.to} is not among the advised routes`);
  }

  /** A draft or a transfer of this counterparty, or one that it received. */
  async function find(tx: ReadTransaction, counterparty: Counterparty, guid: string): Promise<Payment> {
    const found = await tx.get(payments, guid);
    const mine =
      found?.sender_counterparty === counterparty.guid || found?.receiver_counterparty === counterparty.guid;
    if (!found || !mine) throw new Refusal('not-found', { thing: 'payment' });
    return found;
  }

  /** Whether a draft may be confirmed now; asked before the bank and again when the money moves. */
  async function decide(
    tx: ReadTransaction,
    counterparty: Counterparty,
    guid: string,
    bankGuid: string | undefined,
  ): Promise<{ payment: Payment; sender: Account; receiver: Account }> {
    const payment = await find(tx, counterparty, guid);
    if (payment.sender_counterparty !== counterparty.guid)
      throw new Refusal('not-found', { thing: 'payment' });
    if (payment.status === 'CONFIRMED') throw new Refusal('payment-confirmed');
    const abroad = payment.receiver_counterparty !== counterparty.guid;
    if (abroad && !bankGuid) throw new Refusal('bank-guid-missing');
    if (bankGuid && bankGuid !== payment.receiver_counterparty) throw new Refusal('bank-guid-wrong');
    const sender = await entities.find(tx, payment.sender_id);
    const receiver = await entities.find(tx, payment.receiver_id);
    if (sender.balance < payment.amount) throw new Refusal('insufficient-balance');
    return { payment, sender, receiver };
  }

  /** Signs, posts and moves the money; false when another transfer of the sender was posted meanwhile. */
  async function post(
    call: Call,
    counterparty: Counterparty,
    decided: { payment: Payment; sender: Account; receiver: Account },
    bankGuid: string | undefined,
    seed: string,
  ): Promise<boolean> {
    const unsigned = await stellarLedger.build({
      source: decided.sender.stellar_address,
      destination: decided.receiver.stellar_address,
      amount: decided.payment.amount,
      paymentGuid: decided.payment.guid,
    });
    const cosigned = multisignature.applies(counterparty)
      ? await multisignature.collect(call, counterparty, decided.sender, unsigned)
      : unsigned;
    const transfer = await stellarLedger.sign(cosigned, seed);
    return store.write(async (tx) => {
      const { payment, sender, receiver } = await decide(tx, counterparty, decided.payment.guid, bankGuid);
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
      await deliveries.announce(tx, confirmed, call.seq);
      return true;
    });
  }

  return {
    /** Makes a draft (`CREATED`); nothing moves and nothing is reserved. */
    async create(call: Call, counterparty: Counterparty, order: PaymentOrder): Promise<Payment> {
      const asset = await allowedAsset(center, order);
      return store.write(async (tx) => {
        const sender = await party(tx, 'sender', order.sender_id, order.sender_iban);
        const receiver = await party(tx, 'receiver', order.receiver_id, order.receiver_iban);
        const amount = amountOf(order.amount);
        if (sender.counterparty_guid !== counterparty.guid) {
          throw new Refusal('not-found', { thing: 'sender account' });
        }
        if (sender.guid === receiver.guid) throw new Refusal('same-entity');
        if (sender.balance < amount) throw new Refusal('insufficient-balance');
        noteDraft(call, sender, receiver, amount, order);
        const now = ledger.timestamp();
        const payment: Payment = {
          guid: chance.uuid('payment', profile().payment_guid),
          amount,
          asset_code: asset.code,
          category: await categoryName(tx, order.category_guid),
          category_guid: order.category_guid ?? '',
          purpose: order.purpose ?? '',
          sender_id: sender.guid,
          sender_counterparty: sender.counterparty_guid,
          sender_kind: sender.account_kind,
          receiver_id: receiver.guid,
          receiver_counterparty: receiver.counterparty_guid,
          receiver_kind: receiver.account_kind,
          status: 'CREATED',
          target_balance: sender.balance - amount,
          hash: '',
          created_at: now,
          updated_at: now,
        };
        await tx.put(payments, payment);
        return payment;
      });
    },

    /**
     * Confirms a draft: asks the bank, opens the sender's seed, signs, posts. Refused or interrupted, the draft stays
     * as it is and may be confirmed again.
     */
    async confirm(
      call: Call,
      counterparty: Counterparty,
      order: { readonly guid?: string | undefined; readonly bank_guid?: string | null | undefined },
    ): Promise<void> {
      const guid = uuidOf(order.guid);
      const bankGuid = order.bank_guid?.toLowerCase() || undefined;
      const decided = await store.read((tx) => decide(tx, counterparty, guid, bankGuid));
      if (bankGuid === counterparty.guid) {
        call.note('TRANSFER-03', 'bank_guid names the own counterparty: an internal transfer needs none');
      }
      if (underWay.has(guid)) throw new Refusal('payment-in-progress');
      underWay.add(guid);
      try {
        const secret = await askOwner(
          bank,
          call,
          counterparty,
          decided.sender.owner_external_id,
          reverseCalls.confirmPayment,
        );
        const seed = network.openSeed(counterparty, decided.sender, secret ?? '');
        while (!(await post(call, counterparty, decided, bankGuid, seed)));
        deliveries.kick();
      } finally {
        underWay.delete(guid);
      }
    },

    get: (counterparty: Counterparty, guid: string): Promise<Payment> =>
      store.read((tx) => find(tx, counterparty, guid)),
  };
}

export type Payments = ReturnType<typeof createPayments>;
