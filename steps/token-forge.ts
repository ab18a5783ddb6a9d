import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Claims } from '../contract/bank-service.js';

/** DCM's signing key, with which the harness speaks to the bank as DCM would. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

/** What may be wrong with a token. */
export const tokenDefects = {
  missing: 'no header at all',
  empty: 'an empty header',
  malformed: 'not a JWT',
  'foreign-key': "signed by another key under DCM's kid",
  'embedded-key': "signed by another key that the header brings along, under DCM's kid",
  'unknown-kid': 'signed by another key under a kid that DCM does not publish',
  tampered: 'a claim changed after signing',
  'another-object': 'the signature of a token about somebody else',
  'alg-none': 'alg none and no signature',
  'hmac-public-key': "HS256 with DCM's public key as the secret",
  'long-expired': 'expired a day ago',
  'from-the-future': 'issued a day ahead',
} as const;
export type TokenDefect = keyof typeof tokenDefects;

const day = 86_400;
const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');

let foreign: KeyObject | undefined;
function foreignKey(): KeyObject {
  foreign ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return foreign;
}

function rs256(key: KeyObject, kid: string, claims: Claims, more: object = {}): string {
  const content = `${part({ alg: 'RS256', kid, typ: 'JWT', ...more })}.${part(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

/**
 * A token as DCM would send it, or with one defect. Written out by hand, since libraries rightly refuse to make
 * most of the broken ones. Undefined: the header is left out.
 */
export function forgeToken(signing: SigningKey, claims: Claims, defect?: TokenDefect): string | undefined {
  switch (defect) {
    case undefined:
      return rs256(signing.privateKey, signing.kid, claims);
    case 'missing':
      return undefined;
    case 'empty':
      return '';
    case 'malformed':
      return 'this-is-not-a-token';
    case 'foreign-key':
      return rs256(foreignKey(), signing.kid, claims);
    case 'embedded-key':
      return rs256(foreignKey(), signing.kid, claims, {
        jwk: createPublicKey(foreignKey()).export({ format: 'jwk' }),
      });
    case 'unknown-kid':
      return rs256(foreignKey(), `unknown-${signing.kid.slice(0, 8)}`, claims);
    case 'tampered': {
      const [header, , signature] = rs256(signing.privateKey, signing.kid, claims).split('.');
      return [header, part({ ...claims, exp: claims.exp + day }), signature].join('.');
    }
    case 'another-object': {
      const other = rs256(signing.privateKey, signing.kid, { ...claims, obj: `not ${claims.obj}` }).split(
        '.',
      );
      return [other[0], part(claims), other[2]].join('.');
    }
    case 'alg-none':
      return `${part({ alg: 'none', kid: signing.kid, typ: 'JWT' })}.${part(claims)}.`;
    case 'hmac-public-key': {
      const pem = createPublicKey(signing.privateKey).export({ type: 'spki', format: 'pem' });
      const content = `${part({ alg: 'HS256', kid: signing.kid, typ: 'JWT' })}.${part(claims)}`;
      return `${content}.${createHmac('sha256', pem).update(content).digest('base64url')}`;
    }
    case 'long-expired':
      return rs256(signing.privateKey, signing.kid, {
        ...claims,
        iat: claims.iat - day,
        exp: claims.exp - day,
      });
    case 'from-the-future':
      return rs256(signing.privateKey, signing.kid, {
        ...claims,
        iat: claims.iat + day,
        exp: claims.exp + day,
      });
  }
}
