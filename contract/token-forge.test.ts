import { verify } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { claims as claimShape } from './bank-service.js';
import {
  forgeToken,
  isPossible,
  sourceOf,
  type TokenDefect,
  tokenDefects,
  tokenFamilies,
} from './token-forge.js';
import { claims, forge, header, now, pem, publicKey, signing } from './token-forge.testing.js';

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

/** All that the documents of a token say, and nothing else. */
function isSound(token: string): boolean {
  const [, head = '', payload = '', end = ''] = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(token) ?? [];
  const read = (text: string) =>
    JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(Buffer.from(text, 'base64url')));
  try {
    const { alg, kid, crit } = read(head);
    if (alg !== 'RS256' || kid !== signing.kid || crit !== undefined) return false;
    if (!verify('sha256', Buffer.from(`${head}.${payload}`), publicKey, Buffer.from(end, 'base64url')))
      return false;
    const { iat: begin, exp } = claimShape.parse(read(payload));
    return begin <= claims.iat && exp >= claims.iat;
  } catch {
    return false;
  }
}

const day = 86_400_000;

describe('a token without a defect', () => {
  it('is accepted by both libraries, with its claims', async () => {
    const { payload, protectedHeader } = await byJose(forge());
    expect(payload).toEqual(claims);
    expect(protectedHeader).toEqual(header);
    expect(byJsonwebtoken(forge())).toEqual(claims);
  });
});

describe('a token with a defect', () => {
  const noTokens = Object.keys(tokenFamilies.absent);

  it('is none at all, an empty one, or not a JWT', () => {
    expect(forgeToken(signing, claims, 'missing')).toBeUndefined();
    expect(forge('empty')).toBe('');
    expect(forge('malformed').split('.')).toHaveLength(1);
  });

  const all = Object.keys(tokenDefects) as TokenDefect[];

  it.each(all)('%s: a careful bank refuses it', async (defect) => {
    expect(isSound(forge(defect))).toBe(false);
  });

  it('a careful bank accepts the good one', () => {
    expect(isSound(forge())).toBe(true);
  });

  // The second library is given the key, so the kid is all the same to it.
  const byKid = Object.keys(tokenFamilies.kids);
  // Neither of them knows what DCM's claims are, nor does it say that there is only one way to write a token.
  const unseen = ['from-the-future', 'obj-list', 'obj-condition', 'sub-list', 'sub-true'];
  const laxly = ['signature-padded', 'signature-with-space'];
  // RFC 7515 calls for it, and this library does not look.
  const overlooked = [...Object.keys(tokenFamilies.headers), 'claims-not-utf', 'claims-in-a-list'];

  it.each(all.filter((name) => !unseen.includes(name)))('%s: libraries refuse it', async (defect) => {
    if (!laxly.includes(defect)) await expect(byJose(forge(defect))).rejects.toThrow();
    if (!byKid.includes(defect) && !overlooked.includes(defect))
      expect(() => byJsonwebtoken(forge(defect))).toThrow();
  });

  it('says what demands that it is refused', () => {
    for (const defect of all) expect(sourceOf(defect)).toMatch(/^(?:RFC \d{4} \d[\d.]*|BAUTH|JWTF)$/);
  });

  it('names the same user in all of them', () => {
    const others = [...noTokens, ...Object.keys(tokenFamilies.types), ...Object.keys(tokenFamilies.forms)];
    for (const defect of all.filter((name) => !others.includes(name))) {
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
    expect(jwt.verify(token, '', { algorithms: ['none'], clockTimestamp: claims.iat })).toEqual(claims);
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
