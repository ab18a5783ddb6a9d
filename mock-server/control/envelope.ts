import type { Envelope, signatureOwners } from '../../contract/control/transfers.js';
import { counterpartyRows } from '../domain/counterparties-collection.js';
import { entityRows } from '../domain/entities-collection.js';
import type { Domain } from '../domain/index.js';
import { ledgerTransactionRows } from '../domain/ledger-collection.js';
import { Refusal } from '../domain/refusal.js';
import { type Transfer, transferRows } from '../domain/transfers-collection.js';

/** The signed envelope of a posted transfer, decoded. @throws {Refusal} `not-found` for a draft */
export async function envelopeOf({ center }: Domain, guid: string): Promise<Envelope> {
  const { row, posted } = await center.store.read(async (tx) => ({
    row: await tx.get(transferRows, guid),
    posted: await tx.first(ledgerTransactionRows, 'payment', guid),
  }));
  if (!posted || !row) throw new Refusal('control-unknown', { thing: 'envelope of this transfer' });
  const owners = await ownersOf(center, row);
  const { operations, signatures, ...envelope } = await center.stellar.describe(
    posted.envelope_xdr,
    owners.map(([address]) => address),
  );
  return {
    ...envelope,
    ledger: posted.ledger,
    operations: [...operations],
    signatures: signatures.map((signature) => ({
      ...signature,
      whose: owners.find(([address]) => address === signature.signer)?.[1] ?? 'unknown',
    })),
    envelope_xdr: posted.envelope_xdr,
  };
}

/** Whose key an address is, of those that may sign a transfer. */
async function ownersOf({ store, keys }: Domain['center'], row: Transfer) {
  const { entity, bank } = await store.read(async (tx) => ({
    entity: await tx.get(entityRows, row.sender_id),
    bank: await tx.get(counterpartyRows, row.sender_counterparty),
  }));
  const [customers = '', own = ''] = bank?.signers ?? [];
  const known: readonly (readonly [string, (typeof signatureOwners)[number]])[] = [
    [entity?.stellar_address ?? '', entity?.account_kind === 'root' ? 'root' : 'entity'],
    [customers, 'bank-customers'],
    [own, 'bank-own'],
    [(await keys.signer()).address, 'dcm'],
    [(await keys.issuer()).address, 'issuer'],
    [(await keys.root()).address, 'root'],
  ];
  return known.filter(([address]) => address !== '');
}
