import type { Center } from './center.js';
import { counterparties } from './counterparties-collection.js';
import { type Account, accounts } from './entities-collection.js';
import { type LedgerTransaction, ledgerAccounts, ledgerTransactions } from './ledger-collection.js';
import type { Multisignature } from './multisignature.js';
import type { Query } from './store.js';

/** An account of the ledger, as anyone may see it. */
export interface PublicAccount {
  readonly address: string;
  readonly sequence: bigint;
  /** The digital entity behind it; undefined for the issuer. */
  readonly entity: Account | undefined;
  readonly asset_code: string;
  /** Addresses whose signatures a transfer needs. */
  readonly signers: readonly string[];
  /** Its newest transactions: those from it, and all that concern it. */
  readonly sent: LedgerTransaction | undefined;
  readonly touched: LedgerTransaction | undefined;
}

export type Slice = Pick<Query<LedgerTransaction>, 'index' | 'key' | 'after' | 'order' | 'limit'>;

/** What a public explorer shows of the ledger. Reads only; no secret is in it. */
export function createExplorer({ store, profile }: Center, multisignature: Multisignature) {
  const newest = { order: 'desc', limit: 1 } as const;

  return {
    transaction: (hash: string): Promise<LedgerTransaction | undefined> =>
      store.read((tx) => tx.get(ledgerTransactions, hash)),

    /** Transactions in the order of the ledger, and how many there are. */
    list: (slice: Slice) => store.read((tx) => tx.page(ledgerTransactions, slice)),

    account: (address: string): Promise<PublicAccount | undefined> =>
      store.read(async (tx) => {
        const account = await tx.get(ledgerAccounts, address);
        if (!account) return undefined;
        const entity = await tx.first(accounts, 'address', address);
        const counterparty = entity && (await tx.get(counterparties, entity.counterparty_guid));
        const last = async (index: 'source' | 'account') =>
          (await tx.page(ledgerTransactions, { index, key: address, ...newest })).rows[0];
        return {
          ...account,
          entity,
          asset_code: counterparty?.asset_code ?? profile().asset_code,
          signers: entity && counterparty ? await multisignature.signersOf(counterparty, entity) : [address],
          sent: await last('source'),
          touched: await last('account'),
        };
      }),
  };
}

export type Explorer = ReturnType<typeof createExplorer>;
