import { type Call, subjectOf } from './call.js';
import type { Center } from './center.js';
import type { EmissionBalances } from './emission-balances.js';
import { type Emission, emissionBalances, emissions } from './emissions-collection.js';
import { type Account, accounts } from './entities-collection.js';
import type { Ledger, SignedTransfer } from './ledger.js';
import type { Network } from './network.js';
import { type Payment, payments } from './payments-collection.js';
import { Refusal } from './refusal.js';
import type { WriteTransaction } from './store.js';

/** @throws {Refusal} `request-finished` */
export function requireOpen(emission: Emission): void {
  if (emission.status !== 'created') throw new Refusal('request-finished', { status: emission.status });
}

interface Leg {
  readonly leg: SignedTransfer;
  readonly asset: string;
  readonly amount: bigint;
  readonly sender: Account;
  readonly receiver: Account;
  /** What the sender has left. */
  readonly left: bigint;
  readonly now: string;
}

/** The payment at the entity, as a posted transfer. */
const paymentOf = ({ leg, asset, amount, sender, receiver, left, now }: Leg): Payment => ({
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
  balances: EmissionBalances,
  ledger: Ledger,
  network: Network,
) {
  const { store, chance, stellar, keys, profile } = center;

  /** Signs both legs; nothing is posted. */
  async function sign(emission: Emission, root: Account, entity: Account) {
    const { amount } = emission;
    const issuer = await keys.issuer();
    const rootKey = await keys.root();
    const paymentGuid = () => chance.uuid('payment', profile().payment_guid);
    const issue = emission.direction === 'issue';
    const issuerLeg = await ledger.prepare({
      source: issue ? issuer.address : root.stellar_address,
      seed: issue ? issuer.seed : rootKey.seed,
      destination: issue ? root.stellar_address : issuer.address,
      amount,
      paymentGuid: paymentGuid(),
    });
    const emissionLeg = await ledger.prepare({
      source: issue ? root.stellar_address : entity.stellar_address,
      seed: issue ? rootKey.seed : stellar.open(emission.authorization, keys.secret),
      destination: issue ? entity.stellar_address : root.stellar_address,
      amount,
      paymentGuid: paymentGuid(),
    });
    return { issuerLeg, emissionLeg };
  }

  async function moveMoney(tx: WriteTransaction, emission: Emission, root: Account, leg: SignedTransfer) {
    const now = center.ledger.timestamp();
    const issue = emission.direction === 'issue';
    const entity = await balances.identification(tx, emission.counterparty_guid);
    const after = entity.balance + (issue ? emission.amount : -emission.amount);
    if (after < 0n) throw new Refusal('insufficient-balance');
    await tx.put(accounts, { ...entity, balance: after, updated_at: now });
    const [sender, receiver] = issue ? [root, entity] : [entity, root];
    const asset = profile().asset_code;
    const payment = paymentOf({
      leg,
      asset,
      amount: emission.amount,
      sender,
      receiver,
      left: issue ? 0n : after,
      now,
    });
    await tx.put(payments, payment);
    const balance = await balances.of(tx, emission.counterparty_guid);
    await tx.put(emissionBalances, {
      ...balance,
      created: balance.created + (issue ? emission.amount : 0n),
      deleted: balance.deleted + (issue ? 0n : emission.amount),
      updated_at: now,
    });
  }

  return {
    /**
     * Posts both legs and moves the money; undefined if another transaction of the same source came first and both
     * must be signed again.
     */
    async settle(call: Call, emission: Emission): Promise<Emission | undefined> {
      const root = await network.root();
      const entity = await store.read((tx) => balances.identification(tx, emission.counterparty_guid));
      const { issuerLeg, emissionLeg } = await sign(emission, root, entity);
      return store.write(async (tx) => {
        center.eras.require(call);
        const open = await tx.get(emissions, emission.guid);
        if (!open) throw new Refusal('not-found', { thing: 'emission request' });
        requireOpen(open);
        if (!(await ledger.postable(tx, [issuerLeg, emissionLeg]))) return undefined;
        await moveMoney(tx, open, root, emissionLeg);
        await ledger.post(tx, issuerLeg);
        await ledger.post(tx, emissionLeg);
        const done: Emission = {
          ...open,
          status: 'confirmed',
          issuer_payment_guid: issuerLeg.payment_guid,
          issuer_payment_hash: issuerLeg.hash,
          emission_payment_guid: emissionLeg.payment_guid,
          emission_payment_hash: emissionLeg.hash,
          authorization: '',
          updated_by: subjectOf(call),
          updated_at: center.ledger.timestamp(),
        };
        await tx.put(emissions, done);
        return done;
      });
    },
  };
}

export type Settlement = ReturnType<typeof createSettlement>;
