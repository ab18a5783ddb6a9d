import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { stellar } from './stellar.js';

/** What a signed envelope of a transfer says; `problem` names what is wrong with it, empty when nothing is. */
export interface SignedTransfer {
  readonly problem: string;
  readonly hash: string;
  readonly source: string;
  readonly paymentGuid: string;
}

/** A public key of its 32 bytes; OpenSSL verifies by it 20 times faster than the library. */
const ed25519Key = (raw: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  });

/** Reads an envelope with the Stellar library itself, independently of the mock's own code; signatures by OpenSSL. */
export async function signedTransfer(xdr: string, passphrase: string): Promise<SignedTransfer> {
  const { FeeBumpTransaction, StrKey, TransactionBuilder } = await stellar();
  const transaction = TransactionBuilder.fromXDR(xdr, passphrase);
  const hash = transaction.hash();
  const base = { hash: hash.toString('hex'), source: '', paymentGuid: '' };
  if (transaction instanceof FeeBumpTransaction) return { ...base, problem: 'the envelope is a fee bump' };
  const { source, operations, signatures } = transaction;
  const [payment, data] = operations;
  const paymentGuid = data?.type === 'manageData' ? (data.value?.toString('ascii') ?? '') : '';
  const key = ed25519Key(StrKey.decodeEd25519PublicKey(source));
  const signed = signatures.some((signature) => verify(null, hash, key, signature.signature()));
  const problems = [
    payment?.type === 'payment' ? '' : 'the first operation is not a payment',
    data?.type === 'manageData' && data.name === 'payment_guid' ? '' : 'there is no manageData payment_guid',
    operations.length === 2 ? '' : `there are ${operations.length} operations`,
    signed ? '' : 'the source has not signed',
  ];
  return { ...base, source, paymentGuid, problem: problems.filter(Boolean).join('; ') };
}

/** An unsigned envelope of a transfer as DCM builds it: payment, then manageData `payment_guid`. */
export async function transferEnvelope(
  transfer: {
    readonly sender: string;
    readonly receiver: string;
    readonly asset_code: string;
    readonly asset_issuer: string;
    /** Hryvnias. */
    readonly amount: number;
    readonly payment_guid: string;
    /** Hryvnias that a further operation pays to the receiver. */
    readonly further?: number;
  },
  passphrase: string,
): Promise<string> {
  const { Account, Asset, Operation, TransactionBuilder } = await stellar();
  const pay = (amount: number) =>
    Operation.payment({
      destination: transfer.receiver,
      asset: new Asset(transfer.asset_code, transfer.asset_issuer),
      amount: amount.toFixed(7),
    });
  const builder = new TransactionBuilder(new Account(transfer.sender, '1'), {
    fee: '100',
    networkPassphrase: passphrase,
    timebounds: { minTime: 0, maxTime: 0 },
  })
    .addOperation(pay(transfer.amount))
    .addOperation(Operation.manageData({ name: 'payment_guid', value: transfer.payment_guid }));
  if (transfer.further !== undefined) builder.addOperation(pay(transfer.further));
  return builder.build().toEnvelope().toXDR('base64');
}

/** How many of these addresses have signed an envelope. */
export async function validSigners(
  xdr: string,
  addresses: readonly string[],
  passphrase: string,
): Promise<number> {
  const { StrKey, TransactionBuilder } = await stellar();
  const transaction = TransactionBuilder.fromXDR(xdr, passphrase);
  const hash = transaction.hash();
  const signedBy = (address: string) => {
    const key = ed25519Key(StrKey.decodeEd25519PublicKey(address));
    return transaction.signatures.some((signature) => verify(null, hash, key, signature.signature()));
  };
  return addresses.filter(signedBy).length;
}
