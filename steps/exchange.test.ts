import { describe, expect, it } from 'vitest';
import { fromJournal, describe as inWords, member } from './exchange.js';
import { answer, entry, noAnswer, secret } from './exchange.testing.js';

describe('fromJournal', () => {
  it('keeps what checks look at', () => {
    const asked = entry({
      direction: 'out',
      method: 'GET',
      url: 'http://bank.example/key',
      request: { headers: {}, body: null },
      response: { headers: { etag: '1', age: '2' }, body: { key: '[redacted]' } },
      claims: { flow: 'sign-in', obj: 'kk-1', sub: 'admin' },
      ms: 4,
    });
    expect(fromJournal(asked)).toEqual({
      method: 'GET',
      url: 'http://bank.example/key',
      requestBody: null,
      status: 200,
      body: { key: '[redacted]' },
      headers: 'etag: 1\nage: 2',
      error: '',
      ms: 4,
      obj: 'kk-1',
      curl: `curl -i 'http://bank.example/key' -H "X-Session-ID: $(dcm token --keys dcm-keys.json --obj 'kk-1' --sub 'admin' --flow sign-in)"`,
    });
  });

  it('has no obj without a token', () => {
    expect(fromJournal(entry()).obj).toBe('');
  });
});

describe('in words', () => {
  it.each([
    [answer(401, { error: 'no' }), '401 {"error":"no"}'],
    [answer(204, null), '204 null'],
    [answer(502, '<html>'), '502 "<html>"'],
    [noAnswer('timeout'), 'no answer: timeout'],
  ])('says what came back (%#)', (seen, words) => {
    expect(inWords(seen)).toBe(words);
  });

  it.each([{ key: secret }, { user: { key: secret } }, [{ key: { text: secret } }], secret])(
    'shows no secret (%#)',
    (body) => {
      expect(inWords(answer(200, body))).not.toContain(secret);
    },
  );

  it('shows no secret that is a number', () => {
    expect(inWords(answer(200, { key: 47114711 }))).toBe('200 {"key":"[redacted]"}');
  });

  it('cuts long answers', () => {
    expect(inWords(answer(500, 'x'.repeat(1000))).length).toBeLessThan(320);
  });
});

describe('member', () => {
  it('reads a member of an object and of nothing else', () => {
    expect(member(answer(200, { key: 'k' }), 'key')).toBe('k');
    for (const body of [null, 'key', 7, undefined]) expect(member(answer(200, body), 'key')).toBeUndefined();
  });
});
