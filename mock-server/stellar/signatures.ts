import { EnvelopeError } from '../domain/stellar.js';
import { signRaw, verifyRaw } from './ed25519.js';
import { type Encoded, encode, type Signature, type SignedTransaction } from './envelope.js';
import { rawSeed } from './keys.js';
import type { Library } from './library.js';

/** The XDR definition leaves no room for more. */
const MOST_SIGNATURES = 20;

/**
 * A signature has the last four bytes of its public key as a hint; the network ignores a signature with a wrong hint.
 */
const HINT_LENGTH = 4;

/** The signature of a seed on a transaction. */
export function signatureOf(stellar: Library, { hash }: Encoded, seed: string): Signature {
  const { signature, publicKey } = signRaw(hash, rawSeed(stellar, seed));
  return new stellar.xdr.DecoratedSignature({ hint: publicKey.subarray(-HINT_LENGTH), signature });
}

/** The signatures and one more, also when this key has signed already. @throws {EnvelopeError} if there is no room. */
export function withSignature(signatures: readonly Signature[], more: Signature): readonly Signature[] {
  if (signatures.length >= MOST_SIGNATURES) {
    throw new EnvelopeError(
      `The envelope has ${MOST_SIGNATURES} signatures already, it cannot carry another one`,
    );
  }
  return [...signatures, more];
}

/**
 * Which of the addresses have signed, in the order given. Every other signature is surplus: a stranger's, a second
 * one of the same address, one for other content or another network. What is not a `G...` address has not signed.
 */
export function findSigners(
  stellar: Library,
  envelope: SignedTransaction,
  addresses: readonly string[],
  passphrase: string,
): { signed: string[]; surplus: number } {
  const { hash } = encode(envelope.tx(), passphrase);
  const signatures = envelope.signatures();
  const signed = [...new Set(addresses)].filter((address) => {
    if (!stellar.StrKey.isValidEd25519PublicKey(address)) return false;
    const key = stellar.StrKey.decodeEd25519PublicKey(address);
    return signatures.some(
      (signature) =>
        key.subarray(-HINT_LENGTH).equals(signature.hint()) && verifyRaw(hash, signature.signature(), key),
    );
  });
  return { signed, surplus: signatures.length - signed.length };
}
