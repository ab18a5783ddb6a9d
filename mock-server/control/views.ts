import { networkAsset } from '../domain/assets.js';
import type { Counterparty } from '../domain/counterparties-collection.js';
import type { DigitalEntity } from '../domain/entities-collection.js';
import type { Domain } from '../domain/index.js';
import { toHryvnias } from '../domain/money.js';
import { Refusal } from '../domain/refusal.js';
import type { Collection, Store } from '../domain/store.js';

/** Counterparties and entities as officers see them. */
export function controlViews({ counterparties: banks, center, multisignature }: Domain) {
  return {
    counterparty: async (row: Counterparty) => ({
      ...row,
      key_keepers: [...row.key_keepers],
      schemes: [...row.schemes],
      signers: [...row.signers],
      asset_issuer: (await networkAsset(center)).issuer,
    }),

    entity: async (row: DigitalEntity) => ({
      guid: row.guid,
      account_kind: row.account_kind,
      counterparty_guid: row.counterparty_guid,
      customer_guid: row.customer_guid,
      owner_external_id: row.owner_external_id,
      stellar_address: row.stellar_address,
      signers: await multisignature.signersOf(await banks.get(row.counterparty_guid), row),
      balance: toHryvnias(row.balance),
      created_at: row.created_at,
    }),
  };
}

/** The row with this guid. @throws {Refusal} `control-unknown`, naming the thing */
export async function found<Row extends object>(
  store: Store,
  collection: Collection<Row>,
  guid: string,
  thing: string,
): Promise<Row> {
  const row = await store.read((tx) => tx.get(collection, guid));
  if (!row) throw new Refusal('control-unknown', { thing });
  return row;
}
