import { hash } from 'node:crypto';
import type { xdr as Xdr } from '@stellar/stellar-base';
import { type Envelope, EnvelopeError } from '../domain/stellar.js';
import type { Library } from './library.js';

export type Transaction = Xdr.Transaction;

/** A transaction with its signatures: what a v1 TransactionEnvelope holds. */
export type SignedTransaction = Xdr.TransactionV1Envelope;

export type Signature = Xdr.DecoratedSignature;

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

/** ENVELOPE_TYPE_TX, before the transaction both in what is signed and in what is sent. */
const typeTx = Buffer.from([0, 0, 0, 2]);

/** A transaction in its bytes, with its hash: encoding it is what takes time, so it is done once. */
export interface Encoded {
  readonly bytes: Buffer;
  readonly hash: Buffer;
}

/** The hash is what signatures sign: SHA-256 of the network id, the envelope type and the transaction. */
export function encode(transaction: Transaction, passphrase: string): Encoded {
  const bytes = transaction.toXDR();
  return { bytes, hash: sha256(Buffer.concat([sha256(passphrase), typeTx, bytes])) };
}

/** The envelope as it is sent, with the hash for the network: the transaction, then a list of signatures. */
export function write(transaction: Encoded, signatures: readonly Signature[]): Envelope {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(signatures.length);
  const whole = [typeTx, transaction.bytes, count, ...signatures.map((signature) => signature.toXDR())];
  return { xdr: Buffer.concat(whole).toString('base64'), hash: transaction.hash.toString('hex') };
}

const sha256 = (data: string | Uint8Array): Buffer => hash('sha256', data, 'buffer');
