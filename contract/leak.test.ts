import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasKey, tellsSecret } from './leak.js';

const secret = 'S3cret-of-a-customer';
const response = (body: unknown, headers = '') => ({ body, headers });
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('tellsSecret', () => {
  it.each([
    ['as key', response({ key: secret })],
    ['under any name', response({ pin: secret })],
    ['at any depth', response({ error: { details: [{ user: { hidden: [secret] } }] } })],
    ['as the name of a member', response({ [secret]: true })],
    ['as the whole body', response(secret)],
    ['inside a text', response({ error: `not for you: ${secret}.` })],
    ['inside a page that is no JSON', response(`<html><pre>user=${secret}</pre></html>`)],
    ['in a header', response({}, `content-type: text/plain\nx-debug: ${secret}`)],
    ['inside a header', response({}, `www-authenticate: Bearer hint="${secret}"`)],
    ['in base64', response({ trace: base64(secret) })],
    ['in base64 of something longer', response({ trace: base64(`{"user":{"key":"${secret}"}}`) })],
    ['in base64url', response({ trace: Buffer.from(`??>${secret}`).toString('base64url') })],
    [
      'in a token',
      response(`eyJhbGciOiJub25lIn0.${Buffer.from(`{"key":"${secret}"}`).toString('base64url')}.`),
    ],
    ['in hexadecimal', response({ dump: Buffer.from(`x${secret}`).toString('hex').toUpperCase() })],
    [
      'percent-encoded',
      response({ location: `/login?key=${encodeURIComponent(secret).replace('-', '%2D')}` }),
    ],
    ['as JSON inside a text', response({ log: JSON.stringify({ user: { key: secret } }) })],
  ])('finds it %s', (_where, answer) => {
    expect(tellsSecret(answer, ['another', secret])).toBe(true);
  });

  it('finds a number that is a secret', () => {
    expect(tellsSecret(response({ pin: 4711 }), ['4711'])).toBe(true);
  });

  it.each([
    ['nothing', response(null)],
    ['an error', response({ error: 'Unauthorized', code: 401, path: '/key' })],
    ['the key of a text', response({ key: 'errors.unauthorized' })],
    ['a page that cannot be decoded', response('<p>100% of %ZZ</p>')],
    ['some base64', response({ trace: base64('nothing of interest here') })],
  ])('finds none in %s', (_what, answer) => {
    expect(tellsSecret(answer, [secret, '401-of-old', ''])).toBe(false);
  });

  it('a short or plain word inside a sentence does not reveal a secret, but the same word alone does', () => {
    for (const word of ['key', 'secret', 'password', 'kk-1']) {
      expect(tellsSecret(response({ error: `no ${word} for you` }), [word])).toBe(false);
      expect(tellsSecret(response({ pin: word }), [word])).toBe(true);
    }
  });

  it('what the request said is not a secret, even if a bank uses it as one', () => {
    const answer = response({ error: 'id-customer-1@bank.example is unknown' });
    expect(tellsSecret(answer, ['id-customer-1@bank.example'])).toBe(true);
    expect(tellsSecret(answer, ['id-customer-1@bank.example'], ['id-customer-1@bank.example'])).toBe(false);
  });

  it('finds a random secret wherever it is put, and not where it is not', () => {
    const random = fc.string({ minLength: 16, maxLength: 40, unit: fc.constantFrom(...'abcdXYZ0123-_') });
    fc.assert(
      fc.property(random, fc.jsonValue({ maxDepth: 3 }), fc.string(), (item, rest, text) => {
        fc.pre(/\d/.test(item) && !JSON.stringify([rest, text]).includes(item));
        expect(tellsSecret(response([rest, { text: `${text} ${item}` }]), [item])).toBe(true);
        expect(tellsSecret(response([rest, { text }]), [item])).toBe(false);
      }),
    );
  });
});

describe('hasKey', () => {
  it.each([[{ key: 'x' }], [{ error: [{ key: 'x' }] }]])('%j', (body) => {
    expect(hasKey(body)).toBe(true);
  });
  it.each([
    [null],
    ['key'],
    [{}],
    [{ key: '' }],
    [{ key: 401 }],
    [{ key: null }],
    [{ keys: 'x', apikey: 'y' }],
  ])('not %j', (body) => {
    expect(hasKey(body)).toBe(false);
  });
});
