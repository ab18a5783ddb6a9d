import { describe, expect, test } from 'vitest';
import { fetched, fetchOver, received } from './fetch.js';

describe('headers are read as from a connection', () => {
  test('names in lower case, values without blanks around them', () => {
    expect(received({ Authorization: 'bearer ', 'X-Two': ' a  b\t' })).toEqual({
      authorization: 'bearer',
      'x-two': 'a  b',
    });
  });

  test.each(['a\r\nb', 'гривня', '\u0000'])('and %j is sent by nobody', (value) => {
    expect(() => received({ 'x-one': value })).toThrow('header x-one: it has characters that cannot be sent');
  });

  test('in any case, and null without one', () => {
    const { headers } = fetched(200, { 'DCM-Reason': ' session ' }, '');
    expect([headers.get('dcm-reason'), headers.get('DCM-REASON'), headers.get('etag')]).toEqual([
      'session',
      'session',
      null,
    ]);
    expect([...headers.entries()]).toEqual([['dcm-reason', 'session']]);
  });
});

describe('a response over a transport', () => {
  const over = (status: number, text: string) =>
    fetchOver(async () => ({ status, headers: {}, text }), 1000)('http://127.0.0.1/');

  test('is ok from 200 to 299, and can be read as text and as JSON', async () => {
    const answer = await over(201, '{"a":1}');
    expect([answer.ok, await answer.text(), await answer.json()]).toEqual([true, '{"a":1}', { a: 1 }]);
    expect((await over(300, '')).ok).toBe(false);
  });

  test('has no body where HTTP has none', async () => {
    expect(await (await over(204, 'more')).text()).toBe('');
  });

  test('with a status that is not final is none', async () => {
    await expect(over(101, '')).rejects.toThrow('HTTP 101');
  });
});
