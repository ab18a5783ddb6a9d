import type { AccountKind } from '../../contract/operations/entities.js';
import type { Center } from './center.js';
import { type DigitalEntity, entityRows } from './entities-collection.js';
import type { Ledger } from './ledger.js';
import { Refusal } from './refusal.js';
import type { ReadTransaction, WriteTransaction } from './store.js';

export interface NewEntity {
  readonly counterparty_guid: string;
  readonly account_kind: AccountKind;
  readonly owner_external_id: string;
  readonly customer_guid?: string;
  readonly iban?: string | undefined;
  readonly branch_guid?: string | undefined;
  readonly account_type_guid?: string | undefined;
}

/** Digital entities: each a Stellar key pair whose seed only the secret of its owner opens. */
export function createEntities(center: Center, stellarLedger: Ledger) {
  const { store, chance, ledgerClock, stellar } = center;

  /** A new entity, not yet stored. */
  async function make(wanted: NewEntity, secret: string): Promise<DigitalEntity> {
    const pair = await stellar.keyPair(chance.bytes('entity-key', 32));
    const now = ledgerClock.timestamp();
    return {
      guid: chance.uuid('account', 'v1'),
      counterparty_guid: wanted.counterparty_guid,
      account_kind: wanted.account_kind,
      customer_guid: wanted.customer_guid ?? '',
      owner_external_id: wanted.owner_external_id,
      iban: wanted.iban ?? '',
      branch_guid: wanted.branch_guid ?? '',
      account_type_guid: wanted.account_type_guid ?? '',
      stellar_address: pair.address,
      sealed_seed: stellar.seal(pair.seed, secret, chance.bytes('seal-iv', 12)),
      balance: 0n,
      created_at: now,
      updated_at: now,
    };
  }

  async function keep(tx: WriteTransaction, entity: DigitalEntity): Promise<void> {
    await tx.put(entityRows, entity);
    await stellarLedger.open(tx, entity.stellar_address);
  }

  const find = async (tx: ReadTransaction, guid: string): Promise<DigitalEntity> => {
    const found = await tx.get(entityRows, guid);
    if (!found) throw new Refusal('account-unknown', { thing: 'account' });
    return found;
  };

  return {
    make,
    keep,
    find,

    list: (counterpartyGuid: string) =>
      store.read(
        async (tx) => (await tx.page(entityRows, { index: 'counterparty', key: counterpartyGuid })).rows,
      ),
  };
}

export type Entities = ReturnType<typeof createEntities>;
