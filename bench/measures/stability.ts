import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { compiled } from '../compile.js';
import { progress } from '../progress.js';
import { median } from '../statistics.js';
import type { Section } from '../table.js';

/** The result of one run: every scenario with its verdict, and the exit code. */
interface WalkReport {
  readonly verdicts: ReadonlyMap<string, string>;
  readonly seconds: number;
}

interface Result {
  readonly verdict: string;
  readonly scenarios: readonly { id: string; scheme: string | null; verdict: string }[];
}

const busyWorkers = 2;
const busy = 'for (;;) Math.sqrt(2)';

async function runOnce(folder: string): Promise<WalkReport> {
  const begun = performance.now();
  const order = [compiled('cli/main'), 'verify', '--reference', '--report', folder];
  const [code] = await once(
    spawn(process.execPath, order, { stdio: ['ignore', 'ignore', 'inherit'] }),
    'exit',
  );
  const { verdict, scenarios } = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')) as Result;
  return {
    verdicts: new Map([
      ['run', `${verdict}, exit ${code}`],
      ...scenarios.map(
        (scenario) => [`${scenario.id} ${scenario.scheme ?? ''}`.trim(), scenario.verdict] as const,
      ),
    ]),
    seconds: (performance.now() - begun) / 1000,
  };
}

async function underLoad<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const workers = Array.from({ length: busyWorkers }, () => new Worker(busy, { eval: true }));
  try {
    return await work();
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Names whose verdict is not the same in both. */
const differing = (walkReport: WalkReport, other: WalkReport): string[] =>
  [...new Set([...walkReport.verdicts.keys(), ...other.verdicts.keys()])].filter(
    (name) => walkReport.verdicts.get(name) !== other.verdicts.get(name),
  );

/**
 * The reference bank verified again and again, alone and beside busy workers: every verdict must be that of the first
 * run.
 */
export async function measureStability(runs: number): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), 'dcm-bench-'));
  const several = async (how: string) => {
    const all: WalkReport[] = [];
    for (let run = 1; run <= runs; run++) {
      progress(`stability: ${how}, run ${run} of ${runs}`);
      all.push(await runOnce(folder));
    }
    return all;
  };
  try {
    const alone = await several('alone');
    const loaded = await underLoad(() => several(`beside ${busyWorkers} busy workers`));
    const [first] = alone;
    if (first === undefined) throw new Error('at least one run is needed');
    const line = (what: string, all: readonly WalkReport[]) => {
      const flapping = new Set(all.flatMap((walkReport) => differing(first, walkReport)));
      const names = flapping.size === 0 ? '' : `: ${[...flapping].join(', ')}`;
      const seconds = median(all.map((walkReport) => walkReport.seconds)).toFixed(1);
      return { what: `${runs} runs ${what}, ${seconds} s each${names}`, figure: String(flapping.size) };
    };
    return {
      title: `Verdicts of ${first.verdicts.size - 1} scenarios that differ from the first run`,
      unit: 'differing',
      lines: [line('alone', alone), line(`beside ${busyWorkers} busy workers`, loaded)],
      notes: [`the first run: ${first.verdicts.get('run')}`],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
