import { networkAsset, refuseOtherAsset } from './assets.js';
import { inReach } from './branches.js';
import type { Call } from './call.js';
import { categoryRows } from './categories-collection.js';
import type { Center } from './center.js';
import type { Counterparty } from './counterparties-collection.js';
import { type DigitalEntity, entityRows } from './entities-collection.js';
import { plainIban } from './iban.js';
import type { Limits } from './limits.js';
import { amountOf, finerThanKopiyka, requireBalance, toStroops } from './money.js';
import { Refusal } from './refusal.js';
import { routeAdvised } from './routes.js';
import type { ReadTransaction } from './store.js';
import { type Transfer, transferRows } from './transfers-collection.js';
import { uuidOf } from './uuid.js';

export interface TransferOrder {
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

/** Drafts of transfers (TR). */
export function createDrafts(center: Center, limits: Limits) {
  const { store, chance, ledgerClock, profile } = center;

  /** The account that a draft names by guid (and optionally IBAN). */
  async function party(
    tx: ReadTransaction,
    role: 'sender' | 'receiver',
    guid: string | undefined,
    iban: string | undefined,
  ): Promise<DigitalEntity> {
    const byIban = iban ? await tx.first(entityRows, 'iban', plainIban(iban)) : undefined;
    if (!guid && byIban && profile().iban_routing === 'accept') return byIban;
    const entity = await tx.get(entityRows, uuidOf(guid, `${role}_id`));
    if (!entity) throw new Refusal('party-unknown', { thing: `${role} account`, member: `${role}_id` });
    if (iban && byIban && plainIban(entity.iban) !== plainIban(iban))
      throw new Refusal('iban-mismatch', { member: `${role}_iban` });
    return entity;
  }

  async function categoryName(tx: ReadTransaction, guid: string): Promise<string> {
    if (guid === '') return '';
    const category = await tx.get(categoryRows, guid);
    if (!category || category.deleted_at) throw new Refusal('category-unknown', { thing: 'category' });
    return category.name;
  }

  function noteDraft(
    call: Call,
    sender: DigitalEntity,
    receiver: DigitalEntity,
    amount: bigint,
    order: TransferOrder,
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

  return {
    /**
     * Makes a draft (`CREATED`); nothing moves and nothing is reserved.
     *
     * @param branch the branch whose entity has to send; any when empty
     */
    async create(
      call: Call,
      counterparty: Counterparty,
      order: TransferOrder,
      branch = '',
    ): Promise<Transfer> {
      await refuseOtherAsset(center, order);
      const asset = await networkAsset(center);
      return store.write(async (tx) => {
        const sender = await party(tx, 'sender', order.sender_id, order.sender_iban);
        const receiver = await party(tx, 'receiver', order.receiver_id, order.receiver_iban);
        const amount = amountOf(order.amount);
        if (sender.counterparty_guid !== counterparty.guid) {
          throw new Refusal('sender-elsewhere', { thing: 'sender account' });
        }
        if (!inReach(call, sender.branch_guid) || (branch !== '' && sender.branch_guid !== branch)) {
          throw new Refusal('sender-other-branch', { thing: 'sender account' });
        }
        if (sender.guid === receiver.guid) throw new Refusal('same-entity');
        requireBalance(sender, amount);
        await limits.checkOne(tx, sender, amount);
        noteDraft(call, sender, receiver, amount, order);
        const now = ledgerClock.timestamp();
        const category_guid = order.category_guid?.toLowerCase() ?? '';
        const transfer: Transfer = {
          guid: chance.uuid('payment', profile().payment_guid),
          amount,
          asset_code: asset.code,
          category: await categoryName(tx, category_guid),
          category_guid,
          purpose: order.purpose ?? '',
          sender_id: sender.guid,
          sender_counterparty: sender.counterparty_guid,
          sender_kind: sender.account_kind,
          receiver_id: receiver.guid,
          receiver_counterparty: receiver.counterparty_guid,
          receiver_kind: receiver.account_kind,
          sender_branch: sender.branch_guid,
          receiver_branch: receiver.branch_guid,
          status: 'CREATED',
          target_balance: sender.balance - amount,
          fee: toStroops(profile().fee) ?? 0n,
          hash: '',
          created_at: now,
          updated_at: now,
        };
        await tx.put(transferRows, transfer);
        return transfer;
      });
    },
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
