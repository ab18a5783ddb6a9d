import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { SealError } from '../domain/stellar.js';

/**
 * Sealed text: `v1.<iv>.<ciphertext>.<tag>`, each part base64url. HKDF-SHA256 of the secret, with the iv as salt,
 * gives the AES-256-GCM key; the version is authenticated too. The secret is used as it is: two spellings that
 * Unicode calls equivalent are two secrets.
 */
const VERSION = 'v1';
const INFO = 'dcm-conformance/sealed-seed/v1';
const CIPHER = 'aes-256-gcm';
const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** @throws {RangeError} if `iv` is not 12 bytes. */
export function seal(seed: string, secret: string, iv: Uint8Array): string {
  if (iv.length !== IV_LENGTH) throw new RangeError(`The iv takes ${IV_LENGTH} bytes, not ${iv.length}`);
  const cipher = createCipheriv(CIPHER, keyOf(secret, iv), iv, { authTagLength: TAG_LENGTH });
  cipher.setAAD(Buffer.from(VERSION));
  const ciphertext = Buffer.concat([cipher.update(seed, 'utf8'), cipher.final()]);
  return write([iv, ciphertext, cipher.getAuthTag()]);
}

/** @throws {SealError} if the secret is different, or the text was changed or never sealed. */
export function open(sealed: string, secret: string): string {
  const [iv, ciphertext, tag] = parse(sealed);
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(secret, iv), iv, { authTagLength: TAG_LENGTH });
    decipher.setAAD(Buffer.from(VERSION)).setAuthTag(tag);
    return decipher.update(ciphertext, undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new SealError(
      'The secret is not the one this seed was sealed with, or the sealed text was changed',
    );
  }
}

type Parts = readonly [iv: Uint8Array, ciphertext: Uint8Array, tag: Uint8Array];

function keyOf(secret: string, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'utf8'), salt, INFO, 32));
}

function write(parts: Parts): string {
  return [VERSION, ...parts.map((part) => Buffer.from(part).toString('base64url'))].join('.');
}

/** Only what `write` writes is sealed text: base64url that decodes alike but is spelt otherwise is refused. */
function parse(sealed: string): Parts {
  const [iv, ciphertext, tag] = sealed
    .split('.')
    .slice(1)
    .map((part) => Buffer.from(part, 'base64url'));
  const complete = iv?.length === IV_LENGTH && ciphertext !== undefined && tag?.length === TAG_LENGTH;
  if (!complete || write([iv, ciphertext, tag]) !== sealed) throw new SealError('Not a sealed seed');
  return [iv, ciphertext, tag];
}
