import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { program } from '../../program.testing.js';
import { makeFolder, openIn, stateIn } from './folder.testing.js';
import { notes } from './notes.testing.js';

const SCRIPT = program('mock-server/store/kill.testing.ts');

/** Milliseconds that a kill may cost. */
const LAG = 1_000;

interface Acknowledged {
  readonly number: number;
  readonly at: number;
}

/** Runs the script until it has acknowledged commits for `ms` milliseconds, kills it, and gives them all. */
async function writeAndKill(file: string, ms: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [SCRIPT, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const acknowledged: Acknowledged[] = [];
  for await (const line of createInterface(child.stdout)) {
    const [number = 0, at = 0] = line.split(' ').map(Number);
    acknowledged.push({ number, at });
    if (at - (acknowledged[0]?.at ?? at) >= ms) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

/** Milliseconds for which a busy machine let the script wait at most: it could not write to the disk either. */
const longestGap = (acknowledged: readonly Acknowledged[]): number =>
  acknowledged.reduce((gap, { at }, index) => Math.max(gap, at - (acknowledged[index - 1]?.at ?? at)), 0);

it('loses nothing that was acknowledged a second before a kill, and no part of a transaction', async () => {
  const folder = await makeFolder();
  const acknowledged = await writeAndKill(stateIn(folder), 1_500);
  const end = acknowledged.at(-1)?.at ?? 0;
  const before = end - LAG - longestGap(acknowledged);
  const safe = acknowledged.filter(({ at }) => at < before).length;
  expect(safe).toBeGreaterThan(100);

  const store = await openIn(folder, { collections: [notes] });
  const { rows } = await store.read((tx) => tx.page(notes, { where: ({ id }) => id !== 'last' }));
  expect(rows.length).toBeGreaterThanOrEqual(safe);
  expect(rows.map(({ amount }) => amount)).toEqual(rows.map((_row, at) => BigInt(at + 1)));
  expect((await store.read((tx) => tx.get(notes, 'last')))?.amount).toBe(BigInt(rows.length));
});
