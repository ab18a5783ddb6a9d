import { progressDone } from './progress.js';

export interface Line {
  readonly what: string;
  readonly figure: string;
  /** Relative to the baseline of the section; `target` is `at most` or `at least` this. */
  readonly ratio?: number;
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

export interface Section {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
  readonly notes?: readonly string[];
}

const width = 62;

export function printSection({ title, unit, lines, notes = [] }: Section): void {
  progressDone();
  const targets = lines.some((line) => line.target);
  console.log(`\n${title.padEnd(width)}${unit.padStart(10)}${targets ? '   ratio   target' : ''}`);
  for (const line of lines) {
    console.log(`  ${line.what.padEnd(width - 2)}${line.figure.padStart(10)}${verdict(line)}`);
  }
  for (const note of notes) console.log(`  ${note}`);
}

function verdict(line: Line): string {
  if (line.ratio === undefined) return '';
  const shown = line.ratio.toFixed(2).padStart(8);
  const target = targetOf(line);
  return target ? `${shown}   ${target.words}: ${target.met ? 'met' : 'MISSED'}` : shown;
}

/** The target of a line in words, and whether it is met. */
export function targetOf({ ratio, target }: Line): { words: string; met: boolean } | undefined {
  if (ratio === undefined || target === undefined) return undefined;
  return 'atMost' in target
    ? { words: `at most ${target.atMost}`, met: ratio <= target.atMost }
    : { words: `at least ${target.atLeast}`, met: ratio >= target.atLeast };
}
