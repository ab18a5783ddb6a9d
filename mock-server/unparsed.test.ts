import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { journalPages } from '../contract/control/journal-operations.js';
import { hintInUkrainian } from '../contract/explanations/hint.js';
import { inUkrainian } from '../contract/texts/said-by-dcm/index.js';
import { startMock } from './start.js';

/** What a server gets that is no request, byte by byte. */

async function running() {
  const mock = await startMock({ port: 0 });
  onTestFinished(mock.close);
  /** Sends the second when the first is being answered. */
  return (bytes: string, next?: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let text = '';
      const socket = connect(mock.port, '127.0.0.1', () => socket.write(bytes));
      socket.setEncoding('utf8').on('data', (part) => {
        if (text === '' && next !== undefined) socket.write(next);
        text += part;
      });
      socket.on('close', () => resolve(text)).on('error', reject);
    });
}

const get = (url: string) => `GET ${url} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;

test.each([
  ['/api/v1/клієнти', 'path: characters beyond ASCII', 'шлях: символи поза ASCII'],
  ['/api/v1/customers?name=Олена', 'query: characters beyond ASCII', 'параметри запиту: символи поза ASCII'],
  ['/api/v1/customers?name=a b', 'query: a space', 'параметри запиту: пробіл'],
])('a URL as it was typed, %s, is refused with a hint', async (url, problem, uk) => {
  const send = await running();
  const [head = '', body = ''] = (await send(get(url))).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(head).toContain('DCM-Reason: invalid');
  const [, cause = '', hint = ''] = /DCM-Hint: ([\w-]+): (.*)/.exec(head) ?? [];
  expect(cause).toBe('raw-url');
  expect(hint).toContain(`${problem}, not percent-encoded; percent-encode`);
  expect(hintInUkrainian(cause, hint)).toContain(`${uk} без кодування відсотками`);
  const { error } = JSON.parse(body);
  expect(error).toBe(`${problem}, not percent-encoded`);
  expect(inUkrainian(error)).toBe(`${uk} без кодування відсотками`);
});

test('anything else is refused as before, and a response that has begun stays whole', async () => {
  const send = await running();
  expect(await send('nonsense\r\n\r\n')).toBe('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
  expect(await send(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431 /,
  );
  // A stream that is open: the next of its connection ends it, and nothing is written into it.
  const streamed = await send(get(journalPages.streamJournal.path), get('/клієнти'));
  expect(streamed).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(streamed).not.toContain('400');
  // One that has ended is no obstacle.
  const two = await send(get('/health'), get('/клієнти'));
  expect(two).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*HTTP\/1\.1 400 [\s\S]*DCM-Hint: raw-url/);
});
