import type { Center } from './center.js';
import { counterpartyRows } from './counterparties-collection.js';
import { type DigitalEntity, entityRows } from './entities-collection.js';
import { type LedgerTransaction, ledgerAccountRows, ledgerTransactionRows } from './ledger-collection.js';
import type { Multisignature } from './multisignature.js';
import type { Query } from './store.js';

/** An account of the ledger, as anyone may see it. */
export interface PublicAccount {
  readonly address: string;
  readonly sequence: bigint;
  /** The digital entity behind it; undefined for the issuer. */
  readonly entity: DigitalEntity | undefined;
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
      store.read((tx) => tx.get(ledgerTransactionRows, hash)),

    /** Transactions in the order of the ledger, and how many there are. */
    list: (slice: Slice) => store.read((tx) => tx.page(ledgerTransactionRows, slice)),

    account: (address: string): Promise<PublicAccount | undefined> =>
      store.read(async (tx) => {
        const stellarAccount = await tx.get(ledgerAccountRows, address);
        if (!stellarAccount) return undefined;
        const entity = await tx.first(entityRows, 'address', address);
        const counterparty = entity && (await tx.get(counterpartyRows, entity.counterparty_guid));
        const last = async (index: 'source' | 'account') =>
          (await tx.page(ledgerTransactionRows, { index, key: address, ...newest })).rows[0];
        return {
          ...stellarAccount,
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
