import { decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { impostorToken, pretendedOf } from './impostor.js';

const claims = { flow: 'sign-in', obj: 'kk-1', sub: 'a@b.example', iat: 1, exp: 2_000_000_000 } as const;

describe.each(['RS256', 'ES256', 'ES384', 'EdDSA'])('a token under a kid with %s', (alg) => {
  it('names the key and its algorithm, and is not signed by it', async () => {
    const { publicKey } = await generateKeyPair(alg);
    const jwk = { ...(await exportJWK(publicKey)), kid: 'bank-1' };
    const as = pretendedOf(jwk);
    expect(as).toEqual({ kid: 'bank-1', alg });
    const token = await impostorToken(as ?? { kid: '', alg: '' }, claims);
    expect(decodeProtectedHeader(token)).toEqual({ alg, kid: 'bank-1', typ: 'JWT' });
    await expect(jwtVerify(token, await importJWK(jwk, alg))).rejects.toThrow('signature');
  });
});

it('needs a kid to pretend', () => {
  expect(pretendedOf({ kty: 'RSA' })).toBeUndefined();
  expect(pretendedOf(undefined)).toBeUndefined();
});
