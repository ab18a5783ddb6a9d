import { EnvelopeError } from '../domain/stellar.js';
import { publicKeyOf, signRaw, verifyRaw } from './ed25519.js';
import { hashOf, type SignedTransaction } from './envelope.js';
import { rawSeed } from './keys.js';
import type { Library } from './library.js';

/** The XDR definition leaves no room for more. */
const MOST_SIGNATURES = 20;

/**
 * A signature has the last four bytes of its public key as a hint; the network ignores a signature with a wrong hint.
 */
const HINT_LENGTH = 4;

/** Adds one signature, also when this key has signed already. @throws {EnvelopeError} if the envelope is full. */
export function addSignature(
  stellar: Library,
  signed: SignedTransaction,
  seed: string,
  passphrase: string,
): void {
  if (signed.signatures().length >= MOST_SIGNATURES) {
    throw new EnvelopeError(
      `The envelope has ${MOST_SIGNATURES} signatures already, it cannot carry another one`,
    );
  }
  const raw = rawSeed(stellar, seed);
  const signature = new stellar.xdr.DecoratedSignature({
    hint: publicKeyOf(raw).subarray(-HINT_LENGTH),
    signature: signRaw(hashOf(stellar, signed.tx(), passphrase), raw),
  });
  signed.signatures().push(signature);
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
  const hash = hashOf(stellar, envelope.tx(), passphrase);
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
