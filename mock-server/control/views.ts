import { allowedAsset } from '../domain/assets.js';
import type { Counterparty } from '../domain/counterparties-collection.js';
import type { Delivery } from '../domain/deliveries-collection.js';
import type { Account } from '../domain/entities-collection.js';
import type { Domain } from '../domain/index.js';
import { toHryvnias } from '../domain/money.js';

/** Counterparties and entities as officers see them. */
export function controlViews({ banks, center, multisignature }: Domain) {
  const counterparty = async (row: Counterparty) => ({
    ...row,
    key_keepers: [...row.key_keepers],
    schemes: [...row.schemes],
    signers: [...row.signers],
    asset_issuer: (await allowedAsset(center, {})).issuer,
  });

  const entities = (rows: readonly Account[]) =>
    Promise.all(
      rows.map(async (row) => ({
        guid: row.guid,
        account_kind: row.account_kind,
        counterparty_guid: row.counterparty_guid,
        customer_guid: row.customer_guid,
        owner_external_id: row.owner_external_id,
        stellar_address: row.stellar_address,
        signers: await multisignature.signersOf(await banks.get(row.counterparty_guid), row),
        balance: toHryvnias(row.balance),
        created_at: row.created_at,
      })),
    );

  return { counterparty, entities };
}

export const deliveryView = (row: Delivery) => ({
  guid: row.guid,
  kind: row.kind,
  counterparty_guid: row.counterparty_guid,
  transaction_id: row.transaction_id,
  url: row.url,
  status: row.status,
  attempts: [...row.attempts],
  next_due: row.status === 'pending' ? new Date(row.next_due_ms).toISOString() : '',
});
