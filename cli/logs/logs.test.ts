import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { UsageError } from '../../contract/texts/said.js';
import { listeningUntilTheEnd } from '../../listening.testing.js';
import { startMock } from '../../mock-server/start.js';
import { dcm, main, patience, serving, start } from '../cli.testing.js';
import { logs } from '../commands/logs.js';
import { printedBy } from '../printed.testing.js';
import { eventsIn } from './event-stream.js';
import { newestOf } from './newest.js';

async function running() {
  const { url, close } = await startMock({ port: 0 });
  onTestFinished(close);
  return url;
}

const options = (mockUrl: string, more = {}) => ({ mockUrl, limit: '50', ...more });

it('shows what matches, oldest first, and says when nothing does', async () => {
  const url = await running();
  await fetch(`${url}/api/v1/.well-known/jwks.json`);
  await fetch(`${url}/api/v1/counterparties`);
  const { code, text } = await printedBy(() => logs(options(url)));
  expect(code).toBe(0);
  const lines = text.split('\n').filter((line) => !line.startsWith(' '));
  expect(lines.map((line) => /\b(?:getDcmJwks|listCounterparties)\b/.exec(line)?.[0])).toEqual([
    'getDcmJwks',
    'listCounterparties',
  ]);
  expect(text).toContain('    no-credential: the request has no credentials');
  const refused = await printedBy(() => logs(options(url, { status: '4xx', json: true })));
  expect(JSON.parse(refused.text)).toMatchObject({ operation: 'listCounterparties', status: 401 });
  expect((await printedBy(() => logs(options(url, { operation: 'nothing' })))).text).toBe(
    'no exchange matches',
  );
});

it('a request that was refused for its lack of credentials is found by the bank in its path', async () => {
  const url = await running();
  const [own, other] = [crypto.randomUUID(), crypto.randomUUID()];
  for (const guid of [own, other]) await fetch(`${url}/api/v1/counterparty/${guid}/accounts`);
  const of = async (counterparty: string) =>
    (await printedBy(() => logs(options(url, { counterparty, status: '401', json: true })))).text;
  expect(JSON.parse(await of(own))).toMatchObject({ status: 401, url: expect.stringContaining(own) });
  expect(await of(crypto.randomUUID())).toBe('');
});

it('a reader who has seen enough ends it, which is no failure', { timeout: patience }, async () => {
  const url = await running();
  for (let count = 0; count < 50; count += 1) await fetch(`${url}/api/v1/.well-known/jwks.json`);
  const child = start([main, 'logs', '--mock-url', url, '--json']);
  child.stdout?.once('data', () => child.stdout?.destroy());
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, said }).toEqual({ code: 0, said: '' });
});

it('follows what comes, until it is stopped', { timeout: patience }, async () => {
  const url = await running();
  let seen = false;
  const args = ['--mock-url', url, '--follow', '--json', '--operation', 'counterparties'];
  const following = serving([main, 'logs', ...args]).finally(() => {
    seen = true;
  });
  while (!seen) await fetch(`${url}/api/v1/counterparties`);
  const { first, stop } = await following;
  expect(JSON.parse(first)).toMatchObject({ operation: 'listCounterparties', status: 401 });
  expect(await stop('SIGINT')).toBe(0);
});

it('says what is wrong: no mock, a filter, a number', { timeout: patience }, async () => {
  expect(await dcm('logs', '--mock-url', 'http://127.0.0.1:2')).toMatchObject({
    code: 2,
    err: expect.stringContaining('the journal cannot be read'),
  });
  const problem = (more: object) =>
    logs(options('http://127.0.0.1:2', more)).catch((error: Error) => error.message);
  expect(await problem({ status: 'x' })).toContain('--status x: expected a status');
  expect(await problem({ limit: '0' })).toContain('--limit 0: expected a number');
  expect(await problem({ counterparty: 'x' })).toContain('--counterparty x: ');
});

it('says the same in Ukrainian, and what to do about it', async () => {
  const problem = (mockUrl: string, more: object = {}) =>
    logs(options(mockUrl, more)).catch((error: unknown) => (error as UsageError).said);
  expect(await problem('http://127.0.0.1:2', { status: 'x' })).toMatchObject({
    uk: expect.stringContaining('--status x: очікувано код'),
  });
  expect(await problem('http://127.0.0.1:2', { direction: 'up' })).toMatchObject({
    en: '--direction: expected in or out, not up',
    uk: '--direction: очікувано in або out, а не up',
  });
  expect(await problem('http://127.0.0.1:2')).toMatchObject({
    en: expect.stringContaining('refused by 127.0.0.1:2; start the mock with dcm mock'),
    uk: expect.stringContaining('з’єднання відхилено: 127.0.0.1:2; запустіть'),
  });
  const { url, close } = await startMock({ port: 0, controlToken: 'a-token-of-this-test' });
  onTestFinished(close);
  expect(await problem(url)).toMatchObject({ en: expect.stringContaining('wants its control token') });
});

it('reads a long journal to its end: one match, and more than a megabyte', {
  timeout: patience,
}, async () => {
  const portions = [
    { entries: [], next: '7', last: 9 },
    { entries: [], next: '3', last: 10 },
    { entries: [], next: '', last: 11 },
  ];
  const asked: unknown[] = [];
  const found = await newestOf(async (query) => {
    asked.push(query);
    return portions[asked.length - 1] ?? { entries: [], next: '', last: 0 };
  }, 5);
  expect(asked).toEqual([{ limit: 5 }, { limit: 5, after: '7' }, { limit: 5, after: '3' }]);
  expect(found).toEqual({ entries: [], first: portions[0] });
  const list = JSON.stringify({ entries: [], next: '', last: 0, more: 'x'.repeat(1_100_000) });
  const mock = createServer((_, response) => void response.end(list));
  const long = `http://127.0.0.1:${await listeningUntilTheEnd(mock)}`;
  expect((await printedBy(() => logs(options(long)))).text).toBe('no exchange matches');
});

it('writes what matches as HAR', async () => {
  const url = await running();
  for (const path of ['.well-known/jwks.json', 'counterparties', 'counterparties'])
    await fetch(`${url}/api/v1/${path}`);
  const folder = mkdtempSync(join(tmpdir(), 'dcm-logs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const har = join(folder, 'a.har');
  await writeFile(har, 'of before', { mode: 0o644 });
  const { code, text } = await printedBy(() => logs(options(url, { operation: 'listCounterparties', har })));
  expect({ code, text }).toEqual({ code: 0, text: `2 exchanges in ${har}` });
  const { log } = JSON.parse(await readFile(har, 'utf8'));
  expect(log.entries).toMatchObject([
    { request: { url: `${url}/api/v1/counterparties` }, response: { status: 401 }, _seq: 2 },
    { _seq: 3 },
  ]);
  expect((await stat(har)).mode & 0o777).toBe(0o600);
  const recording = join(folder, 'recording.jsonl');
  await writeFile(recording, '{"recording":1}');
  const over = logs(options(url, { har: recording }));
  await expect(over).rejects.toMatchObject({ said: { en: expect.stringContaining('never overwritten') } });
  expect(await readFile(recording, 'utf8')).toBe('{"recording":1}');
  const nowhere = logs(options(url, { har: join(folder, 'none', 'a.har') }));
  await expect(nowhere).rejects.toMatchObject({ said: { en: expect.stringContaining('cannot be written') } });
});

it('reads events however they are cut into pieces', async () => {
  const text =
    ': ping\n\nid: 1\nevent: entry\ndata: {"a":1}\n\nevent: gap\ndata: {}\n\nevent: entry\ndata: unfin';
  for (const size of [1, 7, 1000]) {
    const pieces = async function* () {
      for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
    };
    const events = [];
    for await (const event of eventsIn(pieces())) events.push(event);
    expect(events).toEqual([
      { id: '1', event: 'entry', data: '{"a":1}' },
      { id: '', event: 'gap', data: '{}' },
    ]);
  }
});
