import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * Ed25519 over raw 32-byte keys. The signatures are byte for byte those of stellar-base, several times faster. Keys
 * are imported as JWK: node takes 33 us for a private key, and ten times as long for the same key in DER.
 */
const ED25519 = { kty: 'OKP', crv: 'Ed25519' };

export const publicKeyOf = (rawSeed: Uint8Array): Buffer => publicHalf(privateKey(rawSeed));

/** The signature, and the key that verifies it. */
export function signRaw(
  message: Uint8Array,
  rawSeed: Uint8Array,
): { readonly signature: Buffer; readonly publicKey: Buffer } {
  const key = privateKey(rawSeed);
  return { signature: sign(null, message, key), publicKey: publicHalf(key) };
}

function publicHalf(key: KeyObject): Buffer {
  const { x } = key.export({ format: 'jwk' });
  return Buffer.from(String(x), 'base64url');
}

export function verifyRaw(message: Uint8Array, signature: Uint8Array, rawPublicKey: Uint8Array): boolean {
  const key = createPublicKey({ key: { ...ED25519, x: base64url(rawPublicKey) }, format: 'jwk' });
  return verify(null, message, key, signature);
}

/** The public half `x` must be present but is not read: it is derived from `d` again. */
function privateKey(rawSeed: Uint8Array): KeyObject {
  return createPrivateKey({ key: { ...ED25519, x: '', d: base64url(rawSeed) }, format: 'jwk' });
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}
