import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** What is kept is bounded by bytes: a process with little memory outlives many large exchanges. */

const script = fileURLToPath(new URL('./memory.testing.ts', import.meta.url));
const heap = '--max-old-space-size=256';

it('20,000 exchanges of 100 kB pass through a heap of 256 MB, and the journal can still be searched', async () => {
  const args = [heap, '--import', 'tsx', script, '20000'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args);
  expect(stderr).toBe('');
  const { status, entries } = JSON.parse(stdout) as { status: number; entries: number };
  expect(status).toBe(200);
  expect(entries).toBeGreaterThan(500);
}, 180_000);
