import { startProgram } from '../child.js';
import { progress } from '../progress.js';
import { median, pairedRatio } from '../statistics.js';
import type { Section } from '../table.js';

const stored = 50_000;
const rounds = 5;

interface Facts {
  readonly memory: readonly number[];
  readonly file: readonly number[];
  readonly shares: Readonly<Record<string, number>>;
  readonly bytes: number;
}

/** The cost of the state file while the domain creates drafts as fast as it can, without HTTP. */
export async function measureStateFile(): Promise<Section> {
  progress(`state file: ${stored} transfers, and as many again`);
  const program = await startProgram<Facts>('state-file', [String(stored), String(rounds)]);
  await program.stop();
  const { memory, file, shares, bytes } = program.facts;
  const dearer = 1e6 / median(file) - 1e6 / median(memory);
  const percent = (part: string) => `${((shares[part] ?? 0) * 100).toFixed(0)} %`;
  return {
    title: `Drafts in the domain, from ${stored.toLocaleString('en')} stored on`,
    unit: 'drafts/s',
    lines: [
      { what: 'memory', figure: median(memory).toFixed(0) },
      { what: 'with --state FILE', figure: median(file).toFixed(0), ratio: pairedRatio(file, memory) },
    ],
    notes: [
      `of its time: ${percent('writing')} writing the file of ${(bytes / 1e6).toFixed(0)} MB and its log, ` +
        `${percent('encoding')} encoding transactions`,
      `a draft takes ${dearer.toFixed(0)} µs more than in memory`,
    ],
  };
}
