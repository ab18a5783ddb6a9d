import { type Call, subjectOf } from './call.js';
import type { Center } from './center.js';
import { type DigitalEntity, entityRows } from './entities-collection.js';
import type { IdentifierBalances } from './identifier-balances.js';
import {
  type IdentifierRequest,
  identifierBalanceRows,
  identifierRequestRows,
} from './identifier-requests-collection.js';
import type { Ledger, SignedTransfer } from './ledger.js';
import { requireBalance } from './money.js';
import type { Network } from './network.js';
import { Refusal } from './refusal.js';
import type { WriteTransaction } from './store.js';
import { type Transfer, transferRows } from './transfers-collection.js';

/** @throws {Refusal} `request-finished` */
export function requireOpen(request: IdentifierRequest): void {
  if (request.status !== 'created') throw new Refusal('request-finished', { status: request.status });
}

interface Leg {
  readonly leg: SignedTransfer;
  readonly asset: string;
  readonly amount: bigint;
  readonly sender: DigitalEntity;
  readonly receiver: DigitalEntity;
  /** What the sender has left. */
  readonly left: bigint;
  readonly now: string;
}

/** The payment at the entity, as a posted transfer. */
const paymentOf = ({ leg, asset, amount, sender, receiver, left, now }: Leg): Transfer => ({
  guid: leg.payment_guid,
  amount,
  asset_code: asset,
  category: '',
  category_guid: '',
  purpose: '',
  sender_id: sender.guid,
  sender_counterparty: sender.counterparty_guid,
  sender_kind: sender.account_kind,
  receiver_id: receiver.guid,
  receiver_counterparty: receiver.counterparty_guid,
  receiver_kind: receiver.account_kind,
  sender_branch: '',
  receiver_branch: '',
  status: 'CONFIRMED',
  target_balance: left,
  hash: leg.hash,
  created_at: now,
  updated_at: now,
});

/**
 * The two payments behind a confirmed request (U-41): issuer -> root -> identification entity, on deletion
 * identification entity -> root -> issuer. The payment at the entity can be read as a transfer.
 */
export function createSettlement(
  center: Center,
  balances: IdentifierBalances,
  ledger: Ledger,
  network: Network,
) {
  const { store, chance, stellar, keys, profile } = center;

  /** Signs both legs; nothing is posted. */
  async function sign(request: IdentifierRequest, root: DigitalEntity, entity: DigitalEntity) {
    const { amount } = request;
    const issuer = await keys.issuer();
    const rootKey = await keys.root();
    const paymentGuid = () => chance.uuid('payment', profile().payment_guid);
    const issue = request.direction === 'issue';
    const issuerLeg = await ledger.prepare({
      source: issue ? issuer.address : root.stellar_address,
      seed: issue ? issuer.seed : rootKey.seed,
      destination: issue ? root.stellar_address : issuer.address,
      amount,
      paymentGuid: paymentGuid(),
    });
    const emissionLeg = await ledger.prepare({
      source: issue ? root.stellar_address : entity.stellar_address,
      seed: issue ? rootKey.seed : stellar.open(request.authorization, keys.secret),
      destination: issue ? entity.stellar_address : root.stellar_address,
      amount,
      paymentGuid: paymentGuid(),
    });
    return { issuerLeg, emissionLeg };
  }

  async function moveMoney(
    tx: WriteTransaction,
    request: IdentifierRequest,
    root: DigitalEntity,
    leg: SignedTransfer,
  ) {
    const now = center.ledgerClock.timestamp();
    const issue = request.direction === 'issue';
    const entity = await balances.identification(tx, request.counterparty_guid);
    const after = entity.balance + (issue ? request.amount : -request.amount);
    if (!issue) requireBalance(entity, request.amount);
    await tx.put(entityRows, { ...entity, balance: after, updated_at: now });
    const [sender, receiver] = issue ? [root, entity] : [entity, root];
    const asset = profile().asset_code;
    const transfer = paymentOf({
      leg,
      asset,
      amount: request.amount,
      sender,
      receiver,
      left: issue ? 0n : after,
      now,
    });
    await tx.put(transferRows, transfer);
    const balance = await balances.of(tx, request.counterparty_guid);
    await tx.put(identifierBalanceRows, {
      ...balance,
      created: balance.created + (issue ? request.amount : 0n),
      deleted: balance.deleted + (issue ? 0n : request.amount),
      updated_at: now,
    });
  }

  return {
    /**
     * Posts both legs and moves the money; undefined if another transaction of the same source came first and both
     * must be signed again.
     */
    async settle(call: Call, request: IdentifierRequest): Promise<IdentifierRequest | undefined> {
      const root = await network.root();
      const entity = await store.read((tx) => balances.identification(tx, request.counterparty_guid));
      const { issuerLeg, emissionLeg } = await sign(request, root, entity);
      return store.write(async (tx) => {
        center.eras.require(call);
        const open = await tx.get(identifierRequestRows, request.guid);
        if (!open) throw new Refusal('emission-unknown', { thing: 'emission request' });
        requireOpen(open);
        if (!(await ledger.postable(tx, [issuerLeg, emissionLeg]))) return undefined;
        await moveMoney(tx, open, root, emissionLeg);
        await ledger.post(tx, issuerLeg);
        await ledger.post(tx, emissionLeg);
        const done: IdentifierRequest = {
          ...open,
          status: 'confirmed',
          issuer_payment_guid: issuerLeg.payment_guid,
          issuer_payment_hash: issuerLeg.hash,
          emission_payment_guid: emissionLeg.payment_guid,
          emission_payment_hash: emissionLeg.hash,
          authorization: '',
          updated_by: subjectOf(call),
          updated_at: center.ledgerClock.timestamp(),
        };
        await tx.put(identifierRequestRows, done);
        return done;
      });
    },
  };
}

export type Settlement = ReturnType<typeof createSettlement>;
