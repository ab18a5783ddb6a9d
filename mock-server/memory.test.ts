import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { program } from '../program.testing.js';

/** What is kept is bounded by bytes: a process with little memory outlives many large exchanges. */

const script = program('mock-server/memory.testing.ts');
const heap = '--max-old-space-size=256';

it('20,000 exchanges of 100 kB pass through a heap of 256 MB, and the journal can still be searched', async () => {
  const args = [heap, script, '20000'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args);
  expect(stderr).toBe('');
  const { status, entries } = JSON.parse(stdout) as { status: number; entries: number };
  expect(status).toBe(200);
  expect(entries).toBeGreaterThan(500);
}, 180_000);
