import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Claims } from '../contract/bank-service.js';
import { inOtherCase } from './other-case.js';

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
  'foreign-key': "signed with another key under DCM's kid",
  'embedded-key': "signed with another key that is embedded in the header, under DCM's kid",
  'unknown-kid': "signed with DCM's key under a kid that DCM does not publish",
  'kid-cut-short': "signed with DCM's key under its kid without the last character",
  'kid-goes-on': "signed with DCM's key under its kid plus one character",
  'kid-in-other-case': "signed with DCM's key under its kid with upper and lower case swapped",
  'kid-empty': "signed with DCM's key under an empty kid",
  'kid-missing': "signed with DCM's key, with no kid in the header",
  tampered: 'a claim changed after signing',
  'another-object': 'the signature of a token about another user',
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

/** Undefined members are left out of the header. */
function rs256(key: KeyObject, kid: string | undefined, claims: Claims, more: object = {}): string {
  const content = `${part({ alg: 'RS256', kid, typ: 'JWT', ...more })}.${part(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

/** Kids that are not DCM's, by defect; undefined: none at all. */
const otherKids = {
  'unknown-kid': (kid: string) => `unknown-${kid.slice(0, 8)}`,
  'kid-cut-short': (kid: string) => kid.slice(0, -1),
  'kid-goes-on': (kid: string) => `${kid}0`,
  'kid-in-other-case': inOtherCase,
  'kid-empty': () => '',
  'kid-missing': () => undefined,
} as const satisfies { readonly [Defect in TokenDefect]?: (kid: string) => string | undefined };

/** Whether a token can have the defect: a kid without letters has no other case. */
export const isPossible = (defect: TokenDefect, { kid }: Pick<SigningKey, 'kid'>): boolean =>
  defect !== 'kid-in-other-case' || otherKids[defect](kid) !== kid;

/**
 * A token as DCM would send it, or with one defect and right in everything else, so that whoever refuses it has seen
 * the defect. Written out by hand, since libraries rightly refuse to make most of the broken ones. Undefined: the
 * header is left out.
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
    case 'kid-cut-short':
    case 'kid-goes-on':
    case 'kid-in-other-case':
    case 'kid-empty':
    case 'kid-missing':
      return rs256(signing.privateKey, otherKids[defect](signing.kid), claims);
    case 'tampered': {
      const [header, , signature] = rs256(signing.privateKey, signing.kid, claims).split('.');
      // Later by a second only: a token that lived long would be wrong in that as well.
      return [header, part({ ...claims, exp: claims.exp + 1 }), signature].join('.');
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
