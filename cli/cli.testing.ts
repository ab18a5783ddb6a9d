import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { type Result, result } from '../contract/result.js';
import { program, root } from '../program.testing.js';
import type { VirtualOutcome, VirtualWalk } from './virtual-walks.testing.js';
import type { WalkOrder, WalksOutcome } from './walks.testing.js';

export const main = program('cli/main.ts');
const virtualWalksScript = program('cli/virtual-walks.testing.ts');
const walksScript = program('cli/walks.testing.ts');

/** Milliseconds for a test that starts processes. */
export const patience = 120_000;

/** A folder that is gone after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'dcm-cli-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program of this Node, from the project's folder unless said otherwise. */
export function start(
  args: readonly string[],
  cwd = root,
  more: Readonly<Record<string, string>> = {},
): ChildProcess {
  // A developer's own locale changes no words that a test expects.
  const env = { ...process.env, NO_COLOR: '1', LC_ALL: 'C.UTF-8', ...more };
  return spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
}

export async function end(child: ChildProcess): Promise<Ended> {
  const texts = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    texts.err += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...texts };
}

/** Runs the command `dcm` to its end. */
export const dcm = (...args: readonly string[]): Promise<Ended> => end(start([main, ...args]));

/** Starts a program that goes on, waits for its first line, and gives it with a way to stop the program. */
export async function serving(...of: Parameters<typeof start>) {
  const child = start(...of);
  const ended = once(child, 'close') as Promise<[number | null]>;
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  if (!child.stdout) throw new Error('the program has no output');
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const lines = createInterface(child.stdout);
  const first = await Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    ended.then(([code]) => Promise.reject(new Error(`ended with ${code}: ${complaint}`))),
  ]);
  return {
    first,
    async stop(signal: NodeJS.Signals): Promise<number | null> {
      child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}

/** Starts `dcm` with something that goes on, e.g. `mock`. */
export const dcmServing = (...args: readonly string[]) => serving([main, ...args]);

/** Walks the plan once for each order; a process of its own for each would cost a second. */
export async function walks(
  ...orders: readonly WalkOrder[]
): Promise<WalksOutcome & { readonly out: string; readonly err: string }> {
  const file = join(await folder(), 'outcome.json');
  const { code, out, err } = await end(start([walksScript, JSON.stringify(orders), file]));
  if (code !== 0) throw new Error(`the walks ended with ${code}: ${out}${err}`);
  return { ...(JSON.parse(await readFile(file, 'utf8')) as WalksOutcome), out, err };
}

/** Walks with banks in memory, on time that does not wait, with the patience of a real run. */
export async function virtualWalks(orders: readonly VirtualWalk[]): Promise<readonly VirtualOutcome[]> {
  const file = join(await folder(), 'outcome.json');
  // This time needs a thread pool of one thread.
  const args = [virtualWalksScript, JSON.stringify(orders), file];
  const { code, out, err } = await end(start(args, root, { UV_THREADPOOL_SIZE: '1' }));
  if (code !== 0) throw new Error(`the walks ended with ${code}: ${out}${err}`);
  return JSON.parse(await readFile(file, 'utf8')) as VirtualOutcome[];
}

export const readResult = async (report: string): Promise<Result> =>
  result.parse(JSON.parse(await readFile(join(report, 'result.json'), 'utf8')));

/** Every file of a folder with its text. */
export async function texts(report: string): Promise<[string, string][]> {
  const names = (await readdir(report)).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, string]> => [name, await readFile(join(report, name), 'utf8')]),
  );
}
