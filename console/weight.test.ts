import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';

/** Bytes, compressed, of what a browser loads before it shows the first page. */
const most = 100_000;

it('the first page is light, and what is opened later is loaded later', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dcm-console-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const build = fileURLToPath(new URL('build.mjs', import.meta.url));
  await promisify(execFile)(process.execPath, [build, folder]);
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const named = [...html.matchAll(/\/console\/(assets\/[\w.-]+)/g)].map(([, name = '']) => name);
  const first = new Set(named);
  // A script names those that it needs at once.
  for (const name of first) {
    const script = await readFile(join(folder, name), 'utf8');
    for (const [, needed] of script.matchAll(/(?:\bfrom|\bimport)"\.\/([\w.-]+\.js)"/g))
      first.add(`assets/${needed}`);
  }
  const weights = await Promise.all(
    [...first].map(async (name) => [name, gzipSync(await readFile(join(folder, name))).length] as const),
  );
  const whole = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  expect(weights.length).toBeGreaterThan(3);
  expect({ whole, weights: whole < most ? 'light' : weights }).toMatchObject({ weights: 'light' });
  const later = (await readdir(join(folder, 'assets'))).filter((name) => !first.has(`assets/${name}`));
  expect(later.length).toBeGreaterThan(10);
});
