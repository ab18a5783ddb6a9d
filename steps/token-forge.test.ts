import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../contract/bank-service.js';
import { forgeToken, type SigningKey, type TokenDefect, tokenDefects } from './token-forge.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKey = createPublicKey(privateKey);
const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
const signing: SigningKey = { kid: 'dcm-key-1', privateKey };

const now = new Date('2026-11-23T10:00:00Z');
const iat = now.getTime() / 1000;
const claims: Claims = { flow: 'sign-in', obj: 'kk-1', sub: 'dcm-admin@dcm.example', iat, exp: iat + 60 };

const forge = (defect?: TokenDefect): string => forgeToken(signing, claims, defect) ?? '(no header)';

/** Verifies as a careful bank does: DCM's key by kid, RS256 only, now. */
const byJose = (token: string, at = now) =>
  jwtVerify(
    token,
    ({ kid }) => {
      if (kid !== signing.kid) throw new errors.JWKSNoMatchingKey();
      return publicKey;
    },
    { algorithms: ['RS256'], currentDate: at },
  );
const byJsonwebtoken = (token: string, at = now) =>
  jwt.verify(token, pem, { algorithms: ['RS256'], clockTimestamp: at.getTime() / 1000 });

const day = 86_400_000;
const header = { alg: 'RS256', kid: signing.kid, typ: 'JWT' };

describe('a token without a defect', () => {
  it('is accepted by both libraries, with its claims', async () => {
    const { payload, protectedHeader } = await byJose(forge());
    expect(payload).toEqual(claims);
    expect(protectedHeader).toEqual(header);
    expect(byJsonwebtoken(forge())).toEqual(claims);
  });
});

describe('a token with a defect', () => {
  const noTokens: readonly string[] = ['missing', 'empty', 'malformed'];

  it('is none at all, an empty one, or not a JWT', () => {
    expect(forgeToken(signing, claims, 'missing')).toBeUndefined();
    expect(forge('empty')).toBe('');
    expect(forge('malformed').split('.')).toHaveLength(1);
  });

  // Libraries do not ask whether iat is in the future unless an age is demanded.
  const refusable = (Object.keys(tokenDefects) as TokenDefect[]).filter((name) => name !== 'from-the-future');

  it.each(refusable)('%s: both libraries refuse it', async (defect) => {
    await expect(byJose(forge(defect))).rejects.toThrow();
    expect(() => byJsonwebtoken(forge(defect))).toThrow();
  });

  it('names the same user in all of them', () => {
    const readable = Object.keys(tokenDefects).filter((name) => !noTokens.includes(name)) as TokenDefect[];
    for (const defect of readable) {
      const { flow, obj, sub } = decodeJwt(forge(defect));
      expect({ flow, obj, sub }).toEqual({ flow: claims.flow, obj: claims.obj, sub: claims.sub });
    }
  });

  it('foreign-key: everything is right but the signature', async () => {
    const token = forge('foreign-key');
    expect(decodeProtectedHeader(token)).toEqual(header);
    expect(decodeJwt(token)).toEqual(claims);
    await expect(byJose(token)).rejects.toThrow(errors.JWSSignatureVerificationFailed);
    expect(() => byJsonwebtoken(token)).toThrow('invalid signature');
  });

  it('unknown-kid: the kid is not published', async () => {
    const token = forge('unknown-kid');
    expect(decodeProtectedHeader(token)).toEqual({ ...header, kid: 'unknown-dcm-key-' });
    expect(decodeJwt(token)).toEqual(claims);
    await expect(byJose(token)).rejects.toThrow(errors.JWKSNoMatchingKey);
  });

  it('tampered: a genuine signature under other claims', async () => {
    const token = forge('tampered');
    const [head, , signature] = token.split('.');
    expect([head, signature]).toEqual([forge().split('.')[0], forge().split('.')[2]]);
    expect(decodeJwt(token)).toEqual({ ...claims, exp: claims.exp + day / 1000 });
    await expect(byJose(token)).rejects.toThrow(errors.JWSSignatureVerificationFailed);
  });

  it('alg-none: nothing but the algorithm and the signature', () => {
    const token = forge('alg-none');
    expect(decodeProtectedHeader(token)).toEqual({ ...header, alg: 'none' });
    expect(token.endsWith('.')).toBe(true);
    // What a library that trusts the header would accept.
    expect(jwt.verify(token, '', { algorithms: ['none'], clockTimestamp: iat })).toEqual(claims);
  });

  it('hmac-public-key: a valid HMAC under the public PEM', async () => {
    const token = forge('hmac-public-key');
    expect(decodeProtectedHeader(token)).toEqual({ ...header, alg: 'HS256' });
    const secret = new TextEncoder().encode(pem);
    const { payload } = await jwtVerify(token, secret, { algorithms: ['HS256'], currentDate: now });
    expect(payload).toEqual(claims);
  });

  it.each([
    ['long-expired', -day],
    ['from-the-future', day],
  ] as const)('%s: genuine, but for another day', async (defect, shift) => {
    const token = forge(defect);
    const then = new Date(now.getTime() + shift);
    await expect(byJose(token, then)).resolves.toBeDefined();
    expect(byJsonwebtoken(token, then)).toMatchObject({ exp: claims.exp + shift / 1000 });
  });

  it('long-expired: refused for the claim exp', async () => {
    await expect(byJose(forge('long-expired'))).rejects.toThrow(errors.JWTExpired);
  });

  it('from-the-future: refused where the age is looked at', async () => {
    const options = { algorithms: ['RS256'], currentDate: now, maxTokenAge: '20m' };
    await expect(jwtVerify(forge('from-the-future'), publicKey, options)).rejects.toThrow(/"iat"/);
  });
});
