import type { Center } from './center.js';
import { type LedgerTransaction, ledgerAccounts, ledgerTransactions } from './collections.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction, WriteTransaction } from './store.js';

/** A signed transfer, ready to be posted. */
export interface SignedTransfer {
  readonly source: string;
  readonly destination: string;
  readonly sequence: bigint;
  readonly payment_guid: string;
  readonly xdr: string;
  readonly hash: string;
}

/** A ledger closes every 5 seconds; numbers grow with the ledger clock. */
const closeMs = 5000;

/** The simulated Stellar ledger: accounts with sequence numbers, transactions with signed envelopes. */
export function createLedger({ store, stellar, ledger, keys, profile }: Center) {
  const number = () => Math.floor(ledger.now() / closeMs);

  return {
    /** A new account starts, as on Stellar, at the number of its ledger shifted by 32 bits. */
    async open(tx: WriteTransaction, address: string): Promise<void> {
      if (await tx.get(ledgerAccounts, address)) return;
      await tx.put(ledgerAccounts, { address, sequence: BigInt(number()) << 32n });
    },

    /**
     * Builds and signs a transfer with the next sequence number of its source. Nothing is posted: should another
     * transfer of the same source be posted first, this one is no longer postable and is prepared again.
     */
    async prepare(order: {
      readonly source: string;
      readonly seed: string;
      readonly destination: string;
      readonly amount: bigint;
      readonly paymentGuid: string;
    }): Promise<SignedTransfer> {
      const account = await store.read((tx) => tx.get(ledgerAccounts, order.source));
      const sequence = (account?.sequence ?? BigInt(number()) << 32n) + 1n;
      const issuer = await keys.issuer();
      const unsigned = await stellar.build({
        source: order.source,
        sequence,
        destination: order.destination,
        assetCode: profile().asset_code,
        assetIssuer: issuer.address,
        amount: order.amount,
        paymentGuid: order.paymentGuid,
      });
      const signed = await stellar.sign(unsigned.xdr, order.seed);
      return {
        source: order.source,
        destination: order.destination,
        sequence,
        payment_guid: order.paymentGuid,
        ...signed,
      };
    },

    /** Whether these transfers still carry the next sequence numbers of their sources. */
    async postable(tx: ReadTransaction, transfers: readonly SignedTransfer[]): Promise<boolean> {
      for (const transfer of transfers) {
        const account = await tx.get(ledgerAccounts, transfer.source);
        if (account && account.sequence + 1n !== transfer.sequence) return false;
      }
      return true;
    },

    async post(tx: WriteTransaction, transfer: SignedTransfer): Promise<void> {
      await tx.put(ledgerAccounts, { address: transfer.source, sequence: transfer.sequence });
      const row: LedgerTransaction = {
        hash: transfer.hash,
        ledger: number(),
        source: transfer.source,
        destination: transfer.destination,
        sequence: transfer.sequence,
        payment_guid: transfer.payment_guid,
        envelope_xdr: transfer.xdr,
        created_at: ledger.timestamp(),
      };
      await tx.put(ledgerTransactions, row);
    },

    async transaction(hash: string): Promise<LedgerTransaction> {
      const found = await store.read((tx) => tx.get(ledgerTransactions, hash));
      if (!found) throw new Refusal('not-found', { thing: 'transaction' });
      return found;
    },
  };
}

export type Ledger = ReturnType<typeof createLedger>;
