import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compiled } from '../compile.js';
import { progress } from '../progress.js';
import { interleaved, median, pairedRatio } from '../statistics.js';
import type { Section } from '../table.js';

const rounds = 9;
const target = { atMost: 1.5 };
const dcm = compiled('cli/main');
const mock = [dcm, 'mock', '--port', '0', '--json'];

/** Milliseconds from the start of a process until it has answered its first request, that for the keys. */
export async function measureStart(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'dcm-bench-'));
  try {
    const keys = join(folder, 'keys.json');
    const made = spawn(process.execPath, [dcm, 'keys', keys], { stdio: ['ignore', 'ignore', 'inherit'] });
    await once(made, 'exit');
    const packages = await packagesOf([...mock, '--keys', keys], join(folder, 'coverage'));
    const times = await interleaved(
      rounds,
      {
        bare: () => startOnce([compiled('bench/programs/bare-start'), ...packages]),
        keys: () => startOnce([...mock, '--keys', keys]),
        own: () => startOnce(mock),
      },
      (round, name) => progress(`start: ${name}, round ${round} of ${rounds}`),
    );
    const against = (values: readonly number[]) => ({
      figure: median(values).toFixed(0),
      ratio: pairedRatio(values, times.bare),
    });
    return {
      title: 'Start to the first response',
      unit: 'ms',
      lines: [
        { what: `bare: ${packages.join(', ')}`, figure: median(times.bare).toFixed(0) },
        { what: 'dcm mock --keys FILE', ...against(times.keys), target },
        { what: 'dcm mock', ...against(times.own) },
      ],
      notes: ['without FILE an RSA key is created on another thread meanwhile, which takes a random time'],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts a server that prints one JSON line with its `jwks`, asks for them, and kills it. */
async function startOnce(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  let ms: number | undefined;
  for await (const line of createInterface(child.stdout)) {
    await fetched((JSON.parse(line) as { jwks: string }).jwks);
    ms = performance.now() - begun;
    break;
  }
  child.kill('SIGTERM');
  await ended;
  if (ms === undefined) throw new Error(`node ${args.join(' ')} ended before it responded`);
  return ms;
}

function fetched(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      response.on('end', resolve).resume();
    }).on('error', reject);
  });
}

/** The packages that a server has loaded when it responds, by the engine's list of scripts. */
async function packagesOf(args: readonly string[], folder: string): Promise<string[]> {
  await startOnce(args, { NODE_V8_COVERAGE: folder });
  const [record = ''] = await readdir(folder);
  const { result } = JSON.parse(await readFile(join(folder, record), 'utf8')) as {
    result: { url: string }[];
  };
  const scripts = result.map(({ url }) => url);
  const { dependencies } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { dependencies: Record<string, string> };
  return Object.keys(dependencies).filter((name) =>
    scripts.some((url) => url.includes(`/node_modules/${name}/`)),
  );
}
