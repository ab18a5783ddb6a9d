import { createHmac, createPublicKey, generateKeyPairSync, type JsonWebKey, verify } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import type { Claims } from '../contract/bank-service.js';
import { forgeToken, isPossible, type SigningKey, type TokenDefect, tokenDefects } from './token-forge.js';

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

  // The second library is given the key, so the kid is all the same to it.
  const byKid = (defect: string) => defect.includes('kid');

  // Libraries do not ask whether iat is in the future unless an age is demanded.
  const refusable = (Object.keys(tokenDefects) as TokenDefect[]).filter((name) => name !== 'from-the-future');

  it.each(refusable)('%s: libraries refuse it', async (defect) => {
    await expect(byJose(forge(defect))).rejects.toThrow();
    if (!byKid(defect)) expect(() => byJsonwebtoken(forge(defect))).toThrow();
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

  it.each([
    ['unknown-kid', 'unknown-dcm-key-'],
    ['kid-cut-short', 'dcm-key-'],
    ['kid-goes-on', 'dcm-key-10'],
    ['kid-in-other-case', 'DCM-KEY-1'],
    ['kid-empty', ''],
    ['kid-missing', undefined],
  ] as const)("%s: the kid is not published, though DCM's own key has signed", async (defect, kid) => {
    const token = forge(defect);
    const { kid: _own, ...rest } = header;
    expect(decodeProtectedHeader(token)).toEqual(kid === undefined ? rest : { ...rest, kid });
    await expect(byJose(token)).rejects.toThrow(errors.JWKSNoMatchingKey);
    await expect(jwtVerify(token, publicKey, { currentDate: now })).resolves.toMatchObject({
      payload: claims,
    });
  });

  it('a kid without letters has no other case', () => {
    expect(isPossible('kid-in-other-case', { kid: '54321' })).toBe(false);
    expect(isPossible('kid-in-other-case', signing)).toBe(true);
  });

  it('tampered: a genuine signature under other claims', async () => {
    const token = forge('tampered');
    const [head, , signature] = token.split('.');
    expect([head, signature]).toEqual([forge().split('.')[0], forge().split('.')[2]]);
    expect(decodeJwt(token)).toEqual({ ...claims, exp: claims.exp + 1 });
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

describe('a token with a defect differs from the good one in one thing', () => {
  /** Who has signed exactly this header and payload. */
  function signer(token: string): string {
    const [head = '', payload = '', signature = ''] = token.split('.');
    const content = Buffer.from(`${head}.${payload}`);
    const bytes = Buffer.from(signature, 'base64url');
    const { jwk } = decodeProtectedHeader(token);
    if (signature === '') return 'nobody';
    if (verify('sha256', content, publicKey, bytes)) return 'DCM';
    if (createHmac('sha256', pem).update(content).digest().equals(bytes)) return 'HMAC of the public key';
    const brought = jwk && createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    if (brought && verify('sha256', content, brought, bytes)) return 'the key that it brings along';
    return 'somebody else';
  }

  /** In what a token differs: a member of its header, a claim, its times as a whole, or its signature. */
  function differences(token: string): string[] {
    const head: Record<string, unknown> = { ...decodeProtectedHeader(token) };
    const body: Record<string, unknown> = { ...decodeJwt(token) };
    const { iat: begin, exp, ...good } = claims;
    const lifetime = Number(body.exp) - Number(body.iat);
    const times = lifetime === exp - begin ? ['iat and exp'] : ['iat', 'exp'];
    const moved = { iat: body.iat !== begin, exp: body.exp !== exp };
    return [
      ...Object.keys({ ...head, ...header }).filter((name) => head[name] !== Reflect.get(header, name)),
      ...Object.keys({ ...body, ...good })
        .filter((name) => name !== 'iat' && name !== 'exp')
        .filter((name) => body[name] !== Reflect.get(good, name)),
      ...(times.length === 1 ? (moved.iat ? times : []) : times.filter((name) => Reflect.get(moved, name))),
      ...(signer(token) === 'DCM' ? [] : [`signed by ${signer(token)}`]),
    ];
  }

  it('the good one in nothing', () => {
    expect(differences(forge())).toEqual([]);
  });

  // An algorithm has its own kind of signature, a key in the header signs, and a change leaves no genuine signature.
  const expected: Readonly<Record<Exclude<TokenDefect, 'missing' | 'empty' | 'malformed'>, string[]>> = {
    'foreign-key': ['signed by somebody else'],
    'embedded-key': ['jwk', 'signed by the key that it brings along'],
    'unknown-kid': ['kid'],
    'kid-cut-short': ['kid'],
    'kid-goes-on': ['kid'],
    'kid-in-other-case': ['kid'],
    'kid-empty': ['kid'],
    'kid-missing': ['kid'],
    tampered: ['exp', 'signed by somebody else'],
    'another-object': ['signed by somebody else'],
    'alg-none': ['alg', 'signed by nobody'],
    'hmac-public-key': ['alg', 'signed by HMAC of the public key'],
    'long-expired': ['iat and exp'],
    'from-the-future': ['iat and exp'],
  };

  it.each(Object.entries(expected))('%s', (defect, differs) => {
    expect(differences(forge(defect as TokenDefect))).toEqual(differs);
  });

  it('tampered: the lifetime stays one that no bank refuses', () => {
    const { iat: begin = 0, exp = 0 } = decodeJwt(forge('tampered'));
    expect(exp - begin).toBeLessThanOrEqual(1200);
  });
});
