import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { UsageError } from '../../contract/texts/said.js';
import { createJudge } from '../judge/index.js';
import { createMarks } from './marks.js';
import { openRecording } from './reader.js';
import { createRecorder } from './recorder.js';
import { form, json, readExchange, seenOf } from './seen.testing.js';
import { createRecording, type WriterOptions } from './writer.js';

const recorderTo = (write: (line: string) => void) =>
  createRecorder({
    mark: createMarks(Buffer.from('key')),
    secrets: [],
    judge: { request: () => [], response: () => [] },
    write,
    shown: () => {},
  });

const run = {
  recording: 1 as const,
  begun: '2026-01-02T03:04:05.678Z',
  upstream: 'http://127.0.0.1:4010',
  bank: '',
  versions: { dcm: '0.1.0', node: 'v20' },
};

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dcm-recording-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'stage.ndjson');
}

/** Records into a file; what was said about the disk, too. */
function recording(file: string, more: Partial<WriterOptions> = {}) {
  const said: unknown[] = [];
  const writer = createRecording(file, {
    run,
    failed: (cause) => said.push(cause),
    mended: (lost) => said.push(lost),
    ...more,
  });
  onTestFinished(writer.close);
  const recorder = recorderTo(writer.write);
  return { said, record: (seq: number) => recorder.record(seenOf({ seq })), ...writer };
}

async function seqsIn(file: string): Promise<number[]> {
  const seqs: number[] = [];
  for await (const { seq } of (await openRecording(file)).exchanges()) seqs.push(seq);
  return seqs;
}

it('is read as it was written, and only its owner can read it', async () => {
  const file = place();
  const { record } = recording(file);
  record(1);
  record(2);
  expect(await seqsIn(file)).toEqual([1, 2]);
  expect((await openRecording(file)).run).toEqual({ ...run, part: 1 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('continues in another file when it has grown', async () => {
  const file = place();
  const { record } = recording(file, { longest: 1500 });
  for (let seq = 1; seq <= 12; seq++) record(seq);
  const opened = await openRecording(file);
  expect(opened.files.length).toBeGreaterThan(2);
  expect(opened.files[1]).toMatch(/stage\.2\.ndjson$/);
  expect(await seqsIn(file)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  for (const [index, name] of opened.files.entries()) {
    expect(JSON.parse(readFileSync(name, 'utf8').split('\n')[0] ?? '')).toMatchObject({ part: index + 1 });
    expect(statSync(name).mode & 0o777).toBe(0o600);
  }
});

it('an incomplete last line is left out', async () => {
  const file = place();
  const { record } = recording(file);
  record(1);
  appendFileSync(file, '{"seq":2,"at":"2026-');
  expect(await seqsIn(file)).toEqual([1]);
  appendFileSync(file, '\n');
  await expect(seqsIn(file)).rejects.toThrow(/stage\.ndjson, line 3: not a recording/);
});

it('a full disk is said once, loses no line that is there, and is said in the next file', async () => {
  const file = place();
  let full = false;
  const put = (fd: number, bytes: Uint8Array) => {
    if (!full) return writeSync(fd, bytes);
    writeSync(fd, bytes.subarray(0, 10));
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  };
  const { record, said, counts } = recording(file, { put });
  record(1);
  full = true;
  record(2);
  record(3);
  expect(await seqsIn(file)).toEqual([1]);
  full = false;
  record(4);
  record(5);
  expect(said).toEqual(['ENOSPC: no space left on device, write', 2]);
  expect(counts()).toEqual({ written: 3, lost: 2 });
  expect(await seqsIn(file)).toEqual([1, 4, 5]);
  const opened = await openRecording(file);
  for await (const _ of opened.exchanges());
  expect([opened.lost, readdirSync(join(file, '..')).length]).toEqual([2, 2]);
});

it.each([['stage.ndjson'], ['stage.2.ndjson']])('never overwrites %s', (name) => {
  const file = place();
  writeFileSync(join(file, '..', name), 'mine');
  expect(() => recording(file)).toThrow(UsageError);
  expect(readFileSync(join(file, '..', name), 'utf8')).toBe('mine');
});

it.each([
  ['nothing', '', /the file is empty/],
  ['a part of its first line', '{"recording": 1, "ups', /its first line was cut off/],
  ['no JSON', 'a\n', /line 1: not a recording/],
  ['another version', '{"recording":2}\n', /line 1: not a recording.*recording/],
])('a file with %s is no recording', async (_what, text, problem) => {
  const file = place();
  writeFileSync(file, text);
  await expect(openRecording(file)).rejects.toThrow(problem);
});

it('a file that is not there is said in both languages', async () => {
  const error = await openRecording('/nowhere/a.ndjson').catch((problem) => problem);
  expect(error).toBeInstanceOf(UsageError);
  expect(error.said.uk).toMatch(/файл не читається/);
});

it.each<[string, Parameters<typeof seenOf>[0], object]>([
  [
    'an operation and its counterparty',
    { target: '/api/v1/counterparty/cp-1/payments?x=1', method: 'POST' },
    { operation: 'createPayment', counterparty_guid: 'cp-1' },
  ],
  ['Kratos', { target: '/kratos/sessions/whoami' }, { operation: 'whoami' }],
  ['Kratos at the root of its host', { target: '/sessions/whoami' }, { operation: 'whoami' }],
  ['an unknown path', { target: '/api/v9/x' }, { operation: '', counterparty_guid: '' }],
  ['a form', { request: { headers: form, body: 'a=1&b=%20' } }, { requestBody: { a: '1', b: ' ' } }],
  [
    'a request that is no JSON',
    { request: { headers: json, body: 'abc' } },
    { requestBody: '[not read: 3 bytes]' },
  ],
  ['a response that is no JSON', { response: { body: '<p>' } }, { responseBody: '<p>' }],
  [
    'a response that is no text',
    { response: { body: Buffer.from([0xff, 0xfe]) } },
    { responseBody: '[not read: 2 bytes]' },
  ],
  ['a reason', { response: { headers: ['DCM-Reason', 'invalid'] } }, { reason: 'invalid' }],
])('%s is recognized', (_what, seen, read) => expect(readExchange(seenOf(seen))).toMatchObject(read));

it('a body that is too long to be kept has its length and hash', async () => {
  const file = place();
  const writer = createRecording(file, { run, failed: () => {}, mended: () => {} });
  onTestFinished(writer.close);
  const recorder = recorderTo(writer.write);
  recorder.record(seenOf({ response: { headers: json, body: `"${'x'.repeat(2 * 1024 * 1024)}"` } }));
  for await (const { response } of (await openRecording(file)).exchanges()) {
    expect(response.body).toBe(`[not kept: ${2 * 1024 * 1024 + 2} bytes]`);
    expect(response.shortened).toEqual({
      length: 2 * 1024 * 1024 + 2,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  }
});

it('a body that is nested too deeply to be judged is recorded', () => {
  const lines: string[] = [];
  const mark = createMarks(Buffer.from('key'));
  const write = (line: string) => void lines.push(line);
  const recorder = createRecorder({ mark, secrets: [], judge: createJudge(), write, shown: () => {} });
  const deep = `{"keys":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  recorder.record(seenOf({ response: { headers: json, body: deep } }));
  recorder.record(
    seenOf({ direction: 'out', operation: 'key', response: { body: '{"key":"Secret-of-a-user"}' } }),
  );
  recorder.record(
    seenOf({ direction: 'out', operation: 'key', status: 401, response: { headers: json, body: deep } }),
  );
  expect(lines.map((line) => JSON.parse(line).status)).toEqual([200, 200, 401]);
});
