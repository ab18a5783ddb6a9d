import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readRecording } from './read.js';
import { written } from './recording.testing.js';

const recording = written(
  { operation: 'listAccounts', answered: [{ accounts: [], total: 0 }] },
  { operation: 'getPayment', status: 404, answered: { error: 'ні' } },
  { operation: 'key', direction: 'out', cause: 2 },
);
const text = [recording.run, ...recording.exchanges].map((line) => `${JSON.stringify(line)}\n`).join('');
const bytes = Buffer.from(text);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dcm-drift-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(content: Uint8Array | string) {
  const file = join(folder, 'stage.ndjson');
  await writeFile(file, content);
  return readRecording(file);
}

test('reads what was written', async () => {
  const { run, exchanges } = await read(text);
  expect({ run, exchanges }).toEqual({ run: recording.run, exchanges: recording.exchanges });
});

test('wherever it is cut, what was whole is read', async () => {
  const first = bytes.indexOf('\n') + 1;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: first, max: bytes.length }), async (cut) => {
      const { exchanges } = await read(bytes.subarray(0, cut));
      const whole = bytes.subarray(first, cut).toString().split('\n').length - 1;
      expect(exchanges).toEqual(recording.exchanges.slice(0, whole));
    }),
    { numRuns: 40 },
  );
});

test('a line that is no exchange is named, with what is wrong', async () => {
  await expect(read(`${JSON.stringify(recording.run)}\n{"seq":"one"}\n`)).rejects.toThrow(
    /stage\.ndjson: line 2 is not an exchange: seq: /,
  );
});
