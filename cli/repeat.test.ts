import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { program } from '../program.testing.js';
import { end, folder, patience, start } from './cli.testing.js';
import { keys as makeKeys } from './commands/keys.js';
import { printedBy } from './printed.testing.js';
import type { Repeated, RepeatOrder } from './repeat.testing.js';

const script = program('cli/repeat.testing.ts');

async function repeated(order: Omit<RepeatOrder, 'keys'>): Promise<readonly Repeated[]> {
  const at = await folder();
  const keys = join(at, 'dcm-keys.json');
  await printedBy(() => makeKeys(keys, {}));
  const file = join(at, 'outcome.json');
  const { code, out, err } = await end(start([script, JSON.stringify({ ...order, keys }), file]));
  if (code !== 0) throw new Error(`ended with ${code}: ${out}${err}`);
  return JSON.parse(await readFile(file, 'utf8')) as Repeated[];
}

const ids = (commands: readonly Repeated[]) => [...new Set(commands.map(({ scenario }) => scenario))];

it('every printed command of step 1 gets the response that the report tells, from a sound bank', {
  timeout: patience,
}, async () => {
  const commands = await repeated({ tags: '@step-1', sample: true });
  expect(commands.filter(({ told, status }) => told !== status)).toEqual([]);
  expect(new Set(commands.map(({ told }) => told))).toEqual(new Set([200, 401]));
  expect(ids(commands).length).toBeGreaterThanOrEqual(24);
});

it('and so does each of a bank that accepts everything', { timeout: patience }, async () => {
  const commands = await repeated({ tags: '@step-1', defect: 'accepts-everything' });
  expect(commands.filter(({ told, status }) => told !== status)).toEqual([]);
  expect(new Set(commands.map(({ told }) => told))).toEqual(new Set([200]));
  expect(ids(commands).length).toBeGreaterThanOrEqual(24);
});
