import type { KeyPair } from '../domain/stellar.js';
import { publicKeyOf } from './ed25519.js';
import type { Library } from './library.js';

/** The key pair whose raw seed is `entropy`: the same 32 bytes always give the same pair. @throws {RangeError} */
export function keyPair({ StrKey }: Library, entropy: Uint8Array): KeyPair {
  if (entropy.length !== 32) throw new RangeError(`A key pair takes 32 bytes, not ${entropy.length}`);
  const rawSeed = Buffer.from(entropy);
  return {
    address: StrKey.encodeEd25519PublicKey(publicKeyOf(rawSeed)),
    seed: StrKey.encodeEd25519SecretSeed(rawSeed),
  };
}

/** The 32 bytes of an `S...` seed. The error does not repeat the seed. @throws {RangeError} */
export function rawSeed({ StrKey }: Library, seed: string): Buffer {
  if (!StrKey.isValidEd25519SecretSeed(seed)) throw new RangeError('Not a Stellar seed (S...)');
  return StrKey.decodeEd25519SecretSeed(seed);
}
