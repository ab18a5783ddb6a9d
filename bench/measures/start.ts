import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from '../compile.js';
import { progress } from '../progress.js';
import { serverProcess } from '../server-process.js';
import { ship } from '../ship.js';
import { interleaved, median, pairedRatio } from '../statistics.js';
import type { Section } from '../table.js';

const rounds = 9;
const target = { atMost: 1.5 };
/** As modules, so that the packages that it loads can be told. */
const modules = compiled('cli/main');
const options = ['mock', '--port', '0', '--json'];

/**
 * Milliseconds from the start of a process until it has answered its first request, that for the keys: of the program
 * as it is shipped, beside a bare one that imports the same packages as modules.
 */
export async function measureStart(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'dcm-bench-'));
  try {
    const keys = join(folder, 'keys.json');
    const mock = [ship(), ...options];
    const made = spawn(process.execPath, [modules, 'keys', keys], { stdio: ['ignore', 'ignore', 'inherit'] });
    await once(made, 'exit');
    const packages = await packagesOf([modules, ...options, '--keys', keys], join(folder, 'coverage'));
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

async function startOnce(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<number> {
  const server = await serverProcess(args, env);
  await server.stop();
  return server.ms;
}

/** The packages that a server has loaded when it responds, by the engine's list of scripts. */
async function packagesOf(args: readonly string[], folder: string): Promise<string[]> {
  await startOnce(args, { NODE_V8_COVERAGE: folder });
  const [record = ''] = await readdir(folder);
  const { result } = JSON.parse(await readFile(join(folder, record), 'utf8')) as {
    result: { url: string }[];
  };
  const scripts = result.map(({ url }) => url);
  const { dependencies, devDependencies } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
  return Object.keys({ ...dependencies, ...devDependencies }).filter((name) =>
    scripts.some((url) => url.includes(`/node_modules/${name}/`)),
  );
}
