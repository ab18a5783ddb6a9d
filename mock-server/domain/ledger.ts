import type { Center } from './center.js';
import { type LedgerTransaction, ledgerAccountRows, ledgerTransactionRows } from './ledger-collection.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction, WriteTransaction } from './store.js';

/** A transfer in its envelope, with the signatures that it has so far. */
export interface UnsignedTransfer {
  readonly source: string;
  readonly destination: string;
  readonly sequence: bigint;
  readonly payment_guid: string;
  readonly xdr: string;
  readonly hash: string;
}

/** A signed transfer, ready to be posted. */
export interface SignedTransfer extends UnsignedTransfer {
  readonly signed: true;
}

export interface TransferOrder {
  readonly source: string;
  readonly destination: string;
  readonly amount: bigint;
  readonly paymentGuid: string;
}

/** A ledger closes every 5 seconds; numbers grow with the ledger clock. */
const closeMs = 5000;

/** The simulated Stellar ledger: accounts with sequence numbers, transactions with signed envelopes. */
export function createLedger({ store, stellar, ledgerClock, keys, profile }: Center) {
  const number = () => Math.floor(ledgerClock.now() / closeMs);

  /**
   * A transfer with the next sequence number of its source. If another transfer of the same source is posted first,
   * this one can no longer be posted and is built again.
   */
  async function begin(order: TransferOrder) {
    const entity = await store.read((tx) => tx.get(ledgerAccountRows, order.source));
    const sequence = (entity?.sequence ?? BigInt(number()) << 32n) + 1n;
    const { source, destination, paymentGuid, amount } = order;
    const issuer = await keys.issuer();
    const assetCode = profile().asset_code;
    return {
      transfer: { source, destination, sequence, payment_guid: paymentGuid },
      content: {
        ...{ source, sequence, destination, amount, paymentGuid },
        ...{ assetCode, assetIssuer: issuer.address },
      },
    };
  }

  async function build(order: TransferOrder): Promise<UnsignedTransfer> {
    const { transfer, content } = await begin(order);
    return { ...transfer, ...(await stellar.build(content)) };
  }

  async function sign(transfer: UnsignedTransfer, seed: string): Promise<SignedTransfer> {
    return { ...transfer, ...(await stellar.sign(transfer.xdr, seed)), signed: true };
  }

  return {
    /** A new account starts, as on Stellar, at the number of its ledger shifted by 32 bits. */
    async open(tx: WriteTransaction, address: string): Promise<void> {
      if (await tx.get(ledgerAccountRows, address)) return;
      await tx.put(ledgerAccountRows, { address, sequence: BigInt(number()) << 32n });
    },

    build,
    sign,

    /** Builds a transfer and signs it with one seed. */
    async prepare(order: TransferOrder & { readonly seed: string }): Promise<SignedTransfer> {
      const { transfer, content } = await begin(order);
      return { ...transfer, ...(await stellar.buildSigned(content, order.seed)), signed: true };
    },

    /** Whether these transfers still carry the next sequence numbers of their sources. */
    async postable(tx: ReadTransaction, transfers: readonly SignedTransfer[]): Promise<boolean> {
      for (const transfer of transfers) {
        const entity = await tx.get(ledgerAccountRows, transfer.source);
        if (entity && entity.sequence + 1n !== transfer.sequence) return false;
      }
      return true;
    },

    async post(tx: WriteTransaction, transfer: SignedTransfer): Promise<void> {
      await tx.put(ledgerAccountRows, { address: transfer.source, sequence: transfer.sequence });
      const closing = number();
      const earlier = await tx.page(ledgerTransactionRows, { index: 'ledger', key: `${closing}`, limit: 0 });
      const row: LedgerTransaction = {
        hash: transfer.hash,
        ledger: closing,
        position: earlier.total + 1,
        source: transfer.source,
        destination: transfer.destination,
        sequence: transfer.sequence,
        payment_guid: transfer.payment_guid,
        envelope_xdr: transfer.xdr,
        created_at: ledgerClock.timestamp(),
      };
      await tx.put(ledgerTransactionRows, row);
    },

    async transaction(hash: string): Promise<LedgerTransaction> {
      const found = await store.read((tx) => tx.get(ledgerTransactionRows, hash));
      if (!found) throw new Refusal('control-unknown', { thing: 'transaction' });
      return found;
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
