import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { harOf } from '../../contract/har.js';
import type { RecordedExchange } from '../../contract/recording.js';
import { zipOf } from '../../contract/zip.js';
import { httpFile } from './http-file.js';
import { createMarks } from './marks.js';
import { createRecorder } from './recorder.js';
import { form, json, seenOf } from './seen.testing.js';

/** A recording in the forms that other programs read. */

const run = {
  recording: 1 as const,
  begun: '2026-01-02T03:04:05.678Z',
  upstream: 'https://api-bank1-integrate.example',
  bank: 'http://127.0.0.1:8080',
  part: 1,
  versions: { dcm: '0.1.0', node: 'v20' },
};

function recorded(...seen: readonly ReturnType<typeof seenOf>[]): RecordedExchange[] {
  const exchanges: RecordedExchange[] = [];
  const mark = createMarks(Buffer.from('key'));
  const write = (line: string) => void exchanges.push(JSON.parse(line));
  const finding = { rule: 'REQUEST-01', level: 'should' as const, text: 'a member too many' };
  const judge = { request: () => [], response: () => [finding] };
  const recorder = createRecorder({ mark, secrets: [], judge, write, shown: () => {} });
  for (const one of seen) recorder.record(one);
  return exchanges;
}

const login = seenOf({
  method: 'POST',
  target: '/kratos/self-service/login?flow=f-1',
  request: {
    headers: ['Host', 'x', ...form, 'X-Session-Token', 'abc'],
    body: 'password=Secret+1&identifier=a%40b.example',
  },
  response: { headers: json, body: '{"a":[1]}' },
});
const asked = seenOf({
  seq: 2,
  direction: 'out',
  operation: 'key',
  target: '/key',
  status: 0,
  error: 'connection refused by 127.0.0.1:8080',
});
const patch = seenOf({
  method: 'PATCH',
  target: '/api/v1/x?token=Secret-2',
  request: {
    headers: [...json, 'Authorization', 'bearer Token-of-the-test'],
    body: '{"note":"### not a request","pin":"Secret-3"}',
  },
  status: 404,
});

it('HAR has every member that version 1.2 requires', () => {
  const { log } = harOf({ version: run.versions.dcm, origin: run.upstream }, recorded(login, asked)) as {
    log: { entries: Record<string, object>[] };
  };
  expect(log).toMatchObject({ version: '1.2', creator: { name: 'dcm-conformance', version: '0.1.0' } });
  for (const entry of log.entries)
    expect(entry).toEqual({
      startedDateTime: expect.stringMatching(/^2026-.*Z$/),
      time: expect.any(Number),
      request: expect.objectContaining({
        method: expect.any(String),
        url: expect.stringMatching(/^https?:\/\//),
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: expect.any(Array),
        queryString: expect.any(Array),
        headersSize: -1,
        bodySize: expect.any(Number),
      }),
      response: expect.objectContaining({
        status: expect.any(Number),
        statusText: expect.any(String),
        httpVersion: 'HTTP/1.1',
        cookies: [],
        headers: expect.any(Array),
        content: { size: expect.any(Number), mimeType: expect.any(String), text: expect.any(String) },
        redirectURL: '',
        headersSize: -1,
        bodySize: expect.any(Number),
      }),
      cache: {},
      timings: { send: 0, wait: entry.time, receive: 0 },
      comment: expect.stringContaining('REQUEST-01: a member too many'),
      _seq: expect.any(Number),
      _cause: 0,
      _findings: [expect.objectContaining({ rule: 'REQUEST-01' })],
    });
  expect(log.entries[0]).toMatchObject({
    request: {
      url: 'https://api-bank1-integrate.example/kratos/self-service/login?flow=f-1',
      queryString: [{ name: 'flow', value: 'f-1' }],
      headers: expect.arrayContaining([{ name: 'Host', value: 'x' }]),
      postData: {
        params: [
          { name: 'password', value: expect.stringMatching(/^\[redacted /) },
          { name: 'identifier', value: 'a@b.example' },
        ],
      },
    },
    response: { content: { text: '{"a":[1]}', mimeType: 'application/json' } },
  });
  expect(log.entries[1]).toMatchObject({
    request: { url: 'http://127.0.0.1:8080/key' },
    response: { status: 0, _error: 'connection refused by 127.0.0.1:8080' },
  });
});

it('a file of requests has those of the bank, with variables in place of secrets', () => {
  const text = httpFile(run.upstream, recorded(login, asked, patch));
  expect(text).toContain('@baseUrl = https://api-bank1-integrate.example\n');
  expect(text).toMatch(/^POST \{\{baseUrl\}\}\/kratos\/self-service\/login\?flow=f-1$/m);
  expect(text).toMatch(/^X-Session-Token: \{\{session\}\}$/m);
  expect(text).toMatch(/^password=\{\{secret_[0-9a-f]{8}\}\}&identifier=a%40b\.example$/m);
  expect(text).toMatch(/^PATCH \{\{baseUrl\}\}\/api\/v1\/x\?token=\{\{secret_[0-9a-f]{8}\}\}$/m);
  expect(text).toMatch(/^Authorization: bearer \{\{session\}\}$/m);
  expect(text).toMatch(/^ {2}"pin": "\{\{secret_[0-9a-f]{8}\}\}"$/m);
  expect(text).not.toMatch(/Secret|redacted [0-9a-f]{8}\]"?$|Token-of/m);
  expect(text).not.toContain('/key');
  const used = new Set(text.match(/(?<=\{\{)secret_\w+/g));
  expect(used.size).toBe(3);
  for (const name of used) expect(text).toContain(`\n@${name} =`);
});

/** Its module checks lengths and checksums. */
const hasPython = spawnSync('python3', ['--version']).status === 0;

it.skipIf(!hasPython)('an archive is what others unpack', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dcm-zip-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'a.zip');
  const script = `import sys, zipfile, json, base64
z = zipfile.ZipFile(sys.argv[1])
print(json.dumps([z.testzip(), [[i.filename, list(i.date_time), base64.b64encode(z.read(i)).decode()] for i in z.infolist()]]))`;
  const contents = fc.sample(fc.uint8Array({ maxLength: 5000 }), { seed: 1, numRuns: 5 });
  const files = contents.map((bytes, index) => ({ name: `запис-${index}.txt`, bytes }));
  writeFileSync(file, zipOf(files, new Date('2026-01-02T03:04:06.000Z')));
  const read = JSON.parse(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }));
  const stamp = [2026, 1, 2, 3, 4, 6];
  expect(read).toEqual([
    null,
    files.map(({ name, bytes }) => [name, stamp, Buffer.from(bytes).toString('base64')]),
  ]);
});
