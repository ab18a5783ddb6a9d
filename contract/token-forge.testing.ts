import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Claims } from './bank-service.js';
import type { SigningKey } from './token-forge/forgery.js';
import { forgeToken, type TokenDefect } from './token-forge.js';

/** A token of a key that was made for the test, and how it is forged. */

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const publicKey = createPublicKey(privateKey);
export const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
export const signing: SigningKey = { kid: 'dcm-key-1', privateKey };

export const now = new Date('2026-11-23T10:00:00Z');
const iat = now.getTime() / 1000;
export const claims: Claims = {
  flow: 'sign-in',
  obj: 'kk-1',
  sub: 'dcm-admin@dcm.example',
  iat,
  exp: iat + 60,
};

export const header = { alg: 'RS256', kid: signing.kid, typ: 'JWT' };

export const forge = (defect?: TokenDefect): string => forgeToken(signing, claims, defect) ?? '(no header)';
