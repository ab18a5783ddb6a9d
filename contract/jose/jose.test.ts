import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { base64urlProblem } from './base64url.js';
import { compactProblem } from './compact.js';
import { jwkProblem } from './jwk.js';

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

describe('base64url', () => {
  it('takes what is written literally, whatever it says', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(base64urlProblem(Buffer.from(bytes).toString('base64url'))).toBe('');
      }),
    );
  });

  test.each([
    ['AQAB=', 'padding (=) in base64url'],
    ['AQ==', 'padding (=) in base64url'],
    ['-_+/', 'plain base64 (+ or /) instead of base64url'],
    ['AQ AB', 'whitespace or line breaks in base64url'],
    ['AQAB\r\nAQAB', 'whitespace or line breaks in base64url'],
    ['AQAB\n', 'whitespace or line breaks in base64url'],
    ['AQ\u0000AB', 'characters that base64url does not have'],
    ['AQ.AB', 'characters that base64url does not have'],
    ['AQABA', 'an impossible length for base64url'],
    ['AR', 'bits after the last octet of base64url'],
    ['AQB', 'bits after the last octet of base64url'],
  ])('%j: %s', (text, problem) => {
    expect(base64urlProblem(text)).toBe(problem);
  });

  it('finds all that decodes alike and is written otherwise', () => {
    const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= \n.'];
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet) }), (text) => {
        const written = Buffer.from(text, 'base64url').toString('base64url') === text;
        expect(base64urlProblem(text) === '').toBe(written);
      }),
    );
  });
});

describe('a compact JWS', () => {
  const header = encode({ alg: 'ES256', kid: 'bank-1', typ: 'JWT' });
  const payload = encode({ flow: 'sign-in', obj: 'kk-1', sub: 'a@b.example', iat: 1, exp: 2 });
  const signature = Buffer.alloc(64, 7).toString('base64url');

  it('is fine to the letter', () => {
    expect(compactProblem(`${header}.${payload}.${signature}`)).toBe('');
  });

  test.each([
    ['two parts', `${header}.${payload}`, '2 parts instead of three'],
    ['four parts', `${header}.${payload}.${signature}.`, '4 parts instead of three'],
    ['five parts', `${header}.${payload}.${signature}.a.b`, '5 parts instead of three'],
    ['an empty part', `${header}..${signature}`, 'payload: empty'],
    ['a padded header', `${header}=.${payload}.${signature}`, 'header: padding (=) in base64url'],
    ['a padded payload', `${header}.${payload}==.${signature}`, 'payload: padding (=) in base64url'],
    ['a padded signature', `${header}.${payload}.${signature}==`, 'signature: padding (=) in base64url'],
    ['white space', `${header}. ${payload}.${signature}`, 'payload: whitespace or line breaks in base64url'],
    ['plain base64', `${header}.${payload}.ab+/`, 'signature: plain base64 (+ or /) instead of base64url'],
    ['spare bits', `${header}.${payload}.AR`, 'signature: bits after the last octet of base64url'],
    ['a header that is no JSON', `${encode('{a')}.${payload}.${signature}`, 'header: not JSON'],
    ['a header that is no object', `${encode([1])}.${payload}.${signature}`, 'header: not a JSON object'],
    ['a header with a BOM', `${encode('\uFEFF{}')}.${payload}.${signature}`, 'header: not JSON'],
    [
      'a payload that is no UTF-8',
      `${header}.${Buffer.from([0x22, 0xff, 0x22]).toString('base64url')}.${signature}`,
      'payload: not UTF-8',
    ],
    [
      'a member twice',
      `${encode('{"alg":"ES256","alg":"none"}')}.${payload}.${signature}`,
      'header: member alg more than once',
    ],
    [
      'a claim twice, once escaped',
      `${header}.${encode('{"sub":"a","\\u0073ub":"b"}')}.${signature}`,
      'payload: member sub more than once',
    ],
    [
      'a member twice further down',
      `${header}.${encode('{"a":[{"b":1,"b":2}]}')}.${signature}`,
      'payload: member b more than once',
    ],
    [
      'something critical',
      `${encode({ alg: 'ES256', kid: 'k', crit: ['exp'], exp: 1 })}.${payload}.${signature}`,
      'header: crit names extensions that no one has agreed on',
    ],
  ])('%s', (_what, token, problem) => {
    expect(compactProblem(token)).toBe(problem);
  });

  it('tells names from texts, and objects from each other', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => {
        expect(compactProblem(`${header}.${encode(claims)}.${signature}`)).toBe('');
      }),
    );
  });
});

describe('a public JWK', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
  const okp = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const zero = (text = '') =>
    Buffer.concat([Buffer.alloc(1), Buffer.from(text, 'base64url')]).toString('base64url');
  const n = rsa.n ?? '';

  test.each([
    ['RSA', { ...rsa, alg: 'RS256', use: 'sig' }],
    ['RSA without more', rsa],
    ['EC', { ...ec, key_ops: ['verify'] }],
    ['OKP', { ...okp, use: 'sig', key_ops: ['verify'] }],
    ['members of its own', { ...ec, x5t: 'abc', note: 'of 2026' }],
  ])('%s is fine', (_what, jwk) => {
    expect(jwkProblem({ kid: 'one', ...jwk })).toBe('');
  });

  test.each([
    ['no kid', { ...rsa, kid: undefined }, 'kid: required, a string'],
    ['a number as kid', { ...rsa, kid: 7 }, 'kid: required, a string'],
    ['no kty', { ...rsa, kty: undefined }, 'kty: required, a string'],
    ['alg that is no text', { ...rsa, alg: ['RS256'] }, 'alg: expected a string'],
    ['for encryption', { ...rsa, use: 'enc' }, 'use: "enc", expected "sig" for a signing key'],
    ['another case', { ...rsa, use: 'SIG' }, 'use: "SIG", expected "sig" for a signing key'],
    ['operations that are no list', { ...rsa, key_ops: 'verify' }, 'key_ops: expected a list of strings'],
    [
      'an operation twice',
      { ...rsa, key_ops: ['verify', 'verify'] },
      'key_ops: the same operation more than once',
    ],
    [
      'another operation',
      { ...rsa, key_ops: ['encrypt'] },
      'key_ops: expected "verify", since the public key checks signatures',
    ],
    ['n with a leading zero octet', { ...rsa, n: zero(n) }, 'n: a leading zero octet'],
    ['e with a leading zero octet', { ...rsa, e: 'AAEAAQ' }, 'e: a leading zero octet'],
    ['padded n', { ...rsa, n: `${n}==` }, 'n: padding (=) in base64url'],
    [
      'n in lines',
      { ...rsa, n: `${n.slice(0, 76)}\r\n${n.slice(76)}` },
      'n: whitespace or line breaks in base64url',
    ],
    ['plain base64', { ...rsa, n: `+/${n.slice(2)}` }, 'n: plain base64 (+ or /) instead of base64url'],
    ['no n', { ...rsa, n: '' }, 'n: required, a string'],
    ['e as a number', { ...rsa, e: 65537 }, 'e: required, a string'],
    ['a short x', { ...ec, x: 'AQAB' }, 'x: 3 octets, 32 expected for P-256'],
    ['x with an octet more', { ...ec, x: zero(ec.x) }, 'x: 33 octets, 32 expected for P-256'],
    ['a short key', { ...okp, x: 'AQAB' }, 'x: 3 octets, 32 expected for Ed25519'],
    ['padded x', { ...okp, x: `${okp.x}=` }, 'x: padding (=) in base64url'],
  ])('%s', (_what, jwk, problem) => {
    expect(jwkProblem({ kid: 'one', ...jwk })).toBe(problem);
  });
});
