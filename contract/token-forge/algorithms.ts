import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  type SignKeyObjectInput,
  sign,
} from 'node:crypto';
import { type Forgery, foreignKey, forgeries, headerOf, hs256, part } from './forgery.js';

/** Tokens with another algorithm than the published key has. */

let curve: KeyObject | undefined;
function foreignCurve(): KeyObject {
  curve ??= generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  return curve;
}

/** Under DCM's kid, signed by a key of that algorithm that is nobody's. */
const foreign =
  (alg: string, hash: string, key: () => SignKeyObjectInput): Forgery['forge'] =>
  (signing, claims) => {
    const content = `${part(headerOf(signing, { alg }))}.${part(claims)}`;
    return `${content}.${sign(hash, Buffer.from(content), key()).toString('base64url')}`;
  };

const unsigned =
  (alg: string | undefined): Forgery['forge'] =>
  (signing, claims) =>
    `${part(headerOf(signing, { alg }))}.${part(claims)}.`;

export const algorithms = forgeries({
  'alg-none': { says: 'alg none and no signature', source: 'RFC 8725 3.2', forge: unsigned('none') },
  'alg-none-title': { says: 'alg None and no signature', source: 'RFC 8725 3.2', forge: unsigned('None') },
  'alg-none-upper': { says: 'alg NONE and no signature', source: 'RFC 8725 3.2', forge: unsigned('NONE') },
  'alg-none-mixed': { says: 'alg nOnE and no signature', source: 'RFC 8725 3.2', forge: unsigned('nOnE') },
  'alg-missing': {
    says: 'no alg and no signature',
    source: 'RFC 7515 4.1.1',
    forge: unsigned(undefined),
  },
  'hmac-public-key': {
    says: "HS256 with DCM's public key as the secret",
    source: 'RFC 8725 2.1',
    forge: (signing, claims) =>
      hs256(
        headerOf(signing, { alg: 'HS256' }),
        claims,
        Buffer.from(createPublicKey(signing.privateKey).export({ type: 'spki', format: 'pem' })),
      ),
  },
  'hmac-empty': {
    says: 'HS256 with an empty secret',
    source: 'RFC 8725 2.1',
    forge: (signing, claims) => hs256(headerOf(signing, { alg: 'HS256' }), claims, ''),
  },
  'alg-es': {
    says: "ES256 with an EC key that is nobody's, under DCM's kid",
    source: 'RFC 8725 3.1',
    forge: foreign('ES256', 'sha256', () => ({ key: foreignCurve(), dsaEncoding: 'ieee-p1363' })),
  },
  'alg-es-of-zeros': {
    says: "ES256 with a signature of zeros, under DCM's kid",
    source: 'RFC 8725 3.1',
    forge: (signing, claims) =>
      `${part(headerOf(signing, { alg: 'ES256' }))}.${part(claims)}.${Buffer.alloc(64).toString('base64url')}`,
  },
  'alg-ps': {
    says: "PS256 with an RSA key that is nobody's, under DCM's kid",
    source: 'RFC 8725 3.1',
    forge: foreign('PS256', 'sha256', () => ({
      key: foreignKey(),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 32,
    })),
  },
  'alg-rs-long': {
    says: "RS512 with an RSA key that is nobody's, under DCM's kid",
    source: 'RFC 8725 3.1',
    forge: foreign('RS512', 'sha512', () => ({ key: foreignKey() })),
  },
  'alg-unheard-of': {
    says: 'an algorithm that does not exist, with any signature',
    source: 'RFC 7515 5.2',
    forge: (signing, claims) =>
      `${part(headerOf(signing, { alg: 'XS256' }))}.${part(claims)}.${Buffer.alloc(256, 1).toString('base64url')}`,
  },
});
