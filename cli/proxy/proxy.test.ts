import { readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { openRecording } from '../../bridge/recording/reader.js';
import type { RecordedExchange } from '../../contract/recording.js';
import { listeningUntilTheEnd } from '../../listening.testing.js';
import { employee, keepers } from '../bank.testing.js';
import { dcm, dcmServing, folder, patience } from '../cli.testing.js';

/** The command, as a process of its own. */

const serving = async (listener: RequestListener) =>
  `http://127.0.0.1:${await listeningUntilTheEnd(createServer(listener))}`;

/** A folder with a bank.yaml. */
async function configured(bank: object = {}) {
  const at = await folder();
  const config = join(at, 'bank.yaml');
  const content = {
    dcm: { keys: './dcm-keys.json' },
    bank: {
      name: 'Bank One',
      auth_url: 'http://127.0.0.1:9',
      first_employee: employee,
      subjects: { admin: 'dcm-admin@dcm.example', forbidden: 'stranger@bank1.example' },
      key_keepers: keepers,
      ...bank,
    },
  };
  await writeFile(config, stringify(content));
  return { config, file: join(at, 'stage.ndjson'), at };
}

async function exchangesIn(file: string): Promise<RecordedExchange[]> {
  const found: RecordedExchange[] = [];
  for await (const exchange of (await openRecording(file)).exchanges()) found.push(exchange);
  return found;
}

describe('dcm proxy', { timeout: patience }, () => {
  it('passes both directions on, records them, and ends at a signal', async () => {
    const upstream = await serving((_incoming, response) => response.end('{"keys":[]}'));
    const bank = await serving((_incoming, response) => response.end('{"key":"Secret-of-a-user"}'));
    const { config, file } = await configured({ auth_url: bank });
    const own = ['--config', config, '--record', file, '--port', '0', '--reverse', '0', '--json'];
    const { first, stop } = await dcmServing('proxy', '--upstream', upstream, ...own);
    const { url, reverse_url } = JSON.parse(first);
    const jwks = await fetch(`${url}/api/v1/.well-known/jwks.json?a=${employee.password}`);
    expect(await jwks.json()).toEqual({ keys: [] });
    expect(await (await fetch(`${reverse_url}/key`)).json()).toEqual({ key: 'Secret-of-a-user' });
    expect(await stop('SIGTERM')).toBe(0);
    expect(await exchangesIn(file)).toMatchObject([
      { direction: 'in', operation: 'getDcmJwks', status: 200 },
      { direction: 'out', operation: 'key', status: 200, url: `${bank}/key` },
    ]);
    const text = await readFile(file, 'utf8');
    expect([employee.password, 'Secret-of-a-user'].filter((secret) => text.includes(secret))).toEqual([]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('killed in the middle of a response it has lost nothing that was answered', async () => {
    let half = () => {};
    const inTheMiddle = new Promise<void>((resolve) => {
      half = resolve;
    });
    const upstream = await serving((incoming, response) => {
      response.writeHead(200, { 'content-length': 20 });
      if (incoming.url === '/half') return response.write('ten bytes.');
      return response.end('twenty bytes of text');
    });
    const { config, file } = await configured();
    const own = ['--config', config, '--record', file, '--port', '0', '--json'];
    const { first, stop } = await dcmServing('proxy', '--upstream', upstream, ...own);
    const { url } = JSON.parse(first);
    const broken = fetch(`${url}/half`).then(async ({ body }) => {
      for await (const _ of body ?? []) half();
    });
    broken.catch(() => {});
    await inTheMiddle;
    const answered: string[] = [];
    const lane = async (name: number) => {
      for (let count = 0; ; count++) {
        await (await fetch(`${url}/${name}-${count}`)).text();
        answered.push(`/${name}-${count}`);
        if (answered.length === 200) void stop('SIGKILL');
      }
    };
    await Promise.allSettled([1, 2, 3, 4].map(lane));
    await expect(broken).rejects.toThrow();
    const recorded = (await exchangesIn(file)).map((exchange) => exchange.url);
    expect(answered.length).toBeGreaterThanOrEqual(200);
    expect(answered.filter((path) => !recorded.includes(path))).toEqual([]);
    // Of each lane at most the one whose response was on its way.
    expect(recorded.length - answered.length).toBeLessThanOrEqual(4);
    expect(recorded).not.toContain('/half');
  });

  it('exports what it has recorded', async () => {
    const upstream = await serving((_incoming, response) => response.end('{}'));
    const { config, file, at } = await configured();
    const own = ['--config', config, '--record', file, '--port', '0', '--json'];
    const { first, stop } = await dcmServing('proxy', '--upstream', upstream, ...own);
    const { url } = JSON.parse(first);
    await fetch(`${url}/api/v1/.well-known/jwks.json`, {
      headers: { authorization: 'bearer Token-of-the-test' },
    });
    await stop('SIGTERM');
    const [har, http, zip] = ['a.har', 'a.http', 'a.zip'].map((name) => join(at, name)) as [
      string,
      string,
      string,
    ];
    const ended = await dcm(
      'proxy',
      'export',
      file,
      '--har',
      har,
      '--http',
      http,
      '--zip',
      zip,
      '--lang',
      'uk',
    );
    expect(ended).toMatchObject({
      code: 0,
      err: '',
      out: `Обмінів: 1, файл ${har}\nЗапитів банку: 1, файл ${http}\nОбмінів: 1, файл ${zip}\n`,
    });
    expect(JSON.parse(await readFile(har, 'utf8')).log).toMatchObject({
      version: '1.2',
      entries: [{ request: { url: `${upstream}/api/v1/.well-known/jwks.json` }, response: { status: 200 } }],
    });
    const requests = await readFile(http, 'utf8');
    expect(requests).toContain('GET {{baseUrl}}/api/v1/.well-known/jwks.json\n');
    expect(requests).toContain('authorization: bearer {{session}}');
    expect((await readFile(zip)).subarray(0, 4).toString()).toBe('PK\u0003\u0004');
    const before = await readFile(file, 'utf8');
    for (const over of [
      ['proxy', 'export', file, '--har', har, '--zip', file],
      ['drift', file, '--html', file],
      ['drift', file, '--learn', file, '--force'],
    ])
      expect(await dcm(...over)).toMatchObject({
        code: 2,
        err: expect.stringContaining('never overwritten'),
      });
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['nothing to pass on', [], /expected --config, and --upstream or --reverse/],
    [
      'a host of production',
      ['--upstream', 'https://api.dcm.example'],
      /api\.dcm\.example may belong to production.*--allow-host/,
    ],
    ['an URL with a query', ['--upstream', 'https://a-stage.example/?a'], /expected a URL such as/],
    ['a wrong port', ['--upstream', 'http://127.0.0.1:9', '--port', 'x'], /--port x: expected a number/],
    [
      'a file that is there',
      ['--upstream', 'http://127.0.0.1:9', '--port', '0', '--record', 'package.json'],
      /never overwritten/,
    ],
  ])('%s is a usage error', async (_what, args, problem) => {
    const { config } = await configured();
    expect(await dcm('proxy', '--config', config, ...args)).toMatchObject({
      code: 2,
      err: expect.stringMatching(problem),
    });
  });

  it('says in Ukrainian what is wrong with an export', async () => {
    const { code, err } = await dcm('proxy', 'export', 'package.json', '--har', 'a', '--lang', 'uk');
    expect([code, err]).toEqual([2, expect.stringContaining('це не запис dcm proxy')]);
  });
});
