import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import type { TokenForm } from '../contract/token-content.js';
import { claims, forge, signing } from '../contract/token-forge.testing.js';
import { soundToken } from './sound-token.js';
import type { Stage } from './stage.js';

const url = 'http://bank.example:8080/auth/key';
const tokenWith = (form?: TokenForm, about = claims) =>
  soundToken(
    { dcm: form ? { profile: () => form } : {}, bank: { alias: 'bank1' } } as unknown as Stage,
    signing,
    about,
    url,
  );
const form: TokenForm = { token_claims: 'documented', token_typ: 'jwt' };

test('without options a token is the one that DCM has always made', () => {
  expect(tokenWith()).toBe(forge());
  expect(tokenWith(form)).toBe(forge());
});

test('the options shape it as they shape the tokens of DCM', () => {
  const reordered = tokenWith({ ...form, token_claims: 'reordered' });
  expect(Object.keys(decodeJwt(reordered))).toEqual(Object.keys(claims).reverse());
  expect(decodeJwt(reordered)).toEqual(claims);
  expect(decodeJwt(tokenWith({ ...form, token_claims: 'audience' }))).toEqual({
    ...claims,
    aud: ['bank1', 'http://bank.example:8080'],
  });
  expect(decodeProtectedHeader(tokenWith({ ...form, token_typ: 'absent' }))).toEqual({
    alg: 'RS256',
    kid: signing.kid,
  });
});

test('a token that is made again is the same one, and any other has another jti', () => {
  const extra: TokenForm = { ...form, token_claims: 'extra' };
  expect(tokenWith(extra)).toBe(tokenWith(extra));
  const { jti, nbf } = decodeJwt(tokenWith(extra));
  expect(decodeJwt(tokenWith(extra, { ...claims, obj: 'other' })).jti).not.toBe(jti);
  expect(nbf).toBe(claims.iat);
});
