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

function verdict({ ratio, target }: Line): string {
  if (ratio === undefined) return '';
  const shown = ratio.toFixed(2).padStart(8);
  if (target === undefined) return shown;
  const [words, met] =
    'atMost' in target
      ? [`at most ${target.atMost}`, ratio <= target.atMost]
      : [`at least ${target.atLeast}`, ratio >= target.atLeast];
  return `${shown}   ${words}: ${met ? 'met' : 'MISSED'}`;
}
