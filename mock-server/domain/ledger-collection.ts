import { collection } from './store.js';

/** An account of the simulated Stellar ledger. */
export interface StellarAccount {
  readonly address: string;
  /** Sequence number of its last transaction. */
  readonly sequence: bigint;
}

export const ledgerAccountRows = collection<StellarAccount>({
  name: 'ledger_accounts',
  key: (row) => row.address,
  sort: (row) => row.address,
  indexes: {},
  bigints: ['sequence'],
});

export interface LedgerTransaction {
  readonly hash: string;
  readonly ledger: number;
  /** Its place in the ledger, from 1. */
  readonly position: number;
  readonly source: string;
  readonly destination: string;
  readonly sequence: bigint;
  readonly payment_guid: string;
  readonly envelope_xdr: string;
  readonly created_at: string;
}

/** The number by which Stellar orders all transactions: the ledger in the upper 32 bits, the place in it in 20 below. */
export const orderOf = ({
  ledger: ledgerClock,
  position,
}: Pick<LedgerTransaction, 'ledger' | 'position'>): bigint =>
  (BigInt(ledgerClock) << 32n) | (BigInt(position) << 12n);

/** A position in lists of the ledger. */
export const ledgerSort = (order: bigint): string => String(order).padStart(20, '0');

export const ledgerTransactionRows = collection<LedgerTransaction>({
  name: 'ledger_transactions',
  key: (row) => row.hash,
  sort: (row) => ledgerSort(orderOf(row)),
  indexes: {
    payment: (row) => row.payment_guid,
    account: (row) => [row.source, row.destination],
    source: (row) => row.source,
    ledger: (row) => `${row.ledger}`,
    hash: (row) => row.hash,
  },
  bigints: ['sequence'],
});
