import { createHash } from 'node:crypto';
import type { xdr as Xdr } from '@stellar/stellar-base';
import { type Envelope, EnvelopeError } from '../domain/stellar.js';
import type { Library } from './library.js';

export type Transaction = Xdr.Transaction;

/** A transaction with its signatures: what a v1 TransactionEnvelope holds. */
export type SignedTransaction = Xdr.TransactionV1Envelope;

/** Decodes a v1 TransactionEnvelope. @throws {EnvelopeError} that says what it is instead. */
export function parse({ xdr }: Library, text: string): SignedTransaction {
  const bytes = Buffer.from(text, 'base64');
  if (text === '' || bytes.toString('base64') !== text) {
    throw new EnvelopeError('Not base64 (standard alphabet, padded, no whitespace)');
  }
  const envelope = decode(() => xdr.TransactionEnvelope.fromXDR(bytes));
  const kind = envelope.switch().name;
  if (kind !== 'envelopeTypeTx') throw new EnvelopeError(`The envelope is ${kind}, expected envelopeTypeTx`);
  return envelope.v1();
}

/** Runs a decoder of the library, whose errors are of many classes. @throws {EnvelopeError} */
export function decode<T>(decoder: () => T): T {
  try {
    return decoder();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new EnvelopeError(`Not a transaction envelope: ${reason}`, { cause });
  }
}

/** The envelope as it is sent, with the hash for the network. */
export function write(stellar: Library, signed: SignedTransaction, passphrase: string): Envelope {
  return {
    xdr: stellar.xdr.TransactionEnvelope.envelopeTypeTx(signed).toXDR('base64'),
    hash: hashOf(stellar, signed.tx(), passphrase).toString('hex'),
  };
}

/** What signatures sign: SHA-256 of the network id, the envelope type and the transaction. */
export function hashOf({ xdr }: Library, transaction: Transaction, passphrase: string): Buffer {
  const payload = new xdr.TransactionSignaturePayload({
    networkId: sha256(passphrase),
    taggedTransaction: xdr.TransactionSignaturePayloadTaggedTransaction.envelopeTypeTx(transaction),
  });
  return sha256(payload.toXDR());
}

function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
