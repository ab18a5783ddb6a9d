import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Claims } from '../bank-service.js';

/** DCM's signing key, with which the harness speaks to the bank as DCM would. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  /** URL of a mock that shows other keys as well; see the control API. */
  readonly dcmUrl?: string;
}

/** One thing that is wrong with a token. */
export interface Forgery {
  /** What is wrong, in a few words. */
  readonly says: string;
  /** What demands that it is refused. */
  readonly source: string;
  /** The token, right in everything else, so that whoever refuses it has seen the defect. Undefined: no header. */
  readonly forge: (signing: SigningKey, claims: Claims) => string | undefined;
}

export const forgeries = <const All extends Readonly<Record<string, Forgery>>>(
  all: All,
): Readonly<Record<keyof All & string, Forgery>> => all;

/** Seconds of a day. */
export const day = 86_400;

export const encoded = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** A header or claims; undefined members are left out. */
export const part = (content: object): string => encoded(JSON.stringify(content));

export const headerOf = ({ kid }: SigningKey, more: object = {}): object => ({
  alg: 'RS256',
  kid,
  typ: 'JWT',
  ...more,
});

export const signature = (content: string, key: KeyObject): string =>
  sign('sha256', Buffer.from(content), key).toString('base64url');

/** An encoded header and payload, with an RS256 signature of this key, whatever the header says. */
export const signedBy = (key: KeyObject, header: string, payload: string): string =>
  `${header}.${payload}.${signature(`${header}.${payload}`, key)}`;

/** As DCM makes it; more members of the header, or others than usual, at will. */
export const rs256 = (signing: SigningKey, claims: object, more: object = {}): string =>
  signedBy(signing.privateKey, part(headerOf(signing, more)), part(claims));

/** The three parts of a token of DCM. */
export function partsOf(signing: SigningKey, claims: object): readonly [string, string, string] {
  const [header = '', payload = '', end = ''] = rs256(signing, claims).split('.');
  return [header, payload, end];
}

export function hs256(header: object, claims: object, secret: string | Buffer): string {
  const content = `${part(header)}.${part(claims)}`;
  return `${content}.${createHmac('sha256', secret).update(content).digest('base64url')}`;
}

let rsa: KeyObject | undefined;
/** An RSA key that is nobody's. */
export function foreignKey(): KeyObject {
  rsa ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return rsa;
}
