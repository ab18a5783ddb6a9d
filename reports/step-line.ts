import { stepWords } from '../contract/plan.js';
import type { Language } from '../contract/texts/language.js';
import type { Verdict } from '../contract/verdict.js';
import { marks, tones } from './marks.js';
import { paint } from './paint.js';
import { clip, duration, oneLine } from './text.js';
import { textsOf } from './texts/index.js';

export interface StepProgress {
  readonly step: number;
  readonly who: string;
  readonly title: string;
  readonly verdict: Verdict;
  /** Number of scenarios. */
  readonly scenarios: number;
  /** Milliseconds; left out where durations are of no interest. */
  readonly ms?: number;
}

export interface ConsoleOptions {
  readonly color: boolean;
  /** Columns; 100 when not given. */
  readonly width?: number;
  /** English when left out. */
  readonly language?: Language;
  /** False when the board was printed while the run went on. */
  readonly board?: boolean;
  /** Where the reports are; printed before the verdict. */
  readonly reports?: string;
}

const defaultWidth = 100;
/** Narrower than this the columns would not fit; a narrow terminal wraps them itself. */
const leastWidth = 60;

export function columns(width: number | undefined): number {
  return Math.max(leastWidth, width ?? defaultWidth);
}

/** The longest of the actors and of the verdicts, in any language. */
const whoWidth = 22;
const verdictWidth = 14;
/** Number, gaps, mark and count: what stands in a row beside the columns of text. */
const fixedWidth = 1 + 2 + 2 + 2 + 2 + 1 + 3;
/** The gap, and the longest duration. */
const timeWidth = 2 + 10;
/** If less room than this is left for the title, the actor is omitted. */
const leastTitle = 30;

/** Texts of a row in their columns; the verdict may be painted, which must not count as width. */
function row(
  [step, who, title, verdict, count]: readonly [string, string, string, string, string],
  room: { readonly width: number | undefined; readonly time: boolean },
  dress: { readonly aside: (text: string) => string; readonly verdict: (text: string) => string },
): string {
  const left = columns(room.width) - fixedWidth - verdictWidth - (room.time ? timeWidth : 0);
  const withWho = left - whoWidth - 2 >= leastTitle;
  const titleWidth = withWho ? left - whoWidth - 2 : left;
  const cell = (text: string, most: number) => clip(oneLine(text), most).padEnd(most);
  return [
    ` ${step.padStart(2)}`,
    ...(withWho ? [dress.aside(cell(who, whoWidth))] : []),
    cell(title, titleWidth),
    `${dress.verdict(verdict.padEnd(verdictWidth + 2))} ${dress.aside(count.padStart(3))}`,
  ].join('  ');
}

/** What the columns of `stepLine` hold; `time` where the rows have one. */
export function stepHeader(options: ConsoleOptions, time = false): string {
  const { dim } = paint(options.color);
  const words = textsOf(options.language ?? 'en').console.columns;
  const line = row(
    ['', words.who, words.title, `  ${words.verdict}`, ''],
    { width: options.width, time },
    {
      aside: (text) => text,
      verdict: (text) => text,
    },
  );
  // The name of the last column is wider than its numbers, and stands above them to the right.
  const last = words.scenarios;
  return dim(`${line.slice(0, -last.length)}${last}`);
}

/**
 * One step of the plan in one line: number, who, title, verdict and number of scenarios, in columns that fit under each
 * other, both live while the plan is walked and in the board of the final report.
 */
export function stepLine(step: StepProgress, options: ConsoleOptions): string {
  const { tone, dim } = paint(options.color);
  const { verdict, ms } = step;
  const texts = textsOf(options.language ?? 'en');
  const words = texts.lang === 'en' ? step : (stepWords(step.step, texts.lang) ?? step);
  const cells = [
    `${step.step}`,
    words.who,
    words.title,
    `${marks[verdict]} ${texts.lang === 'en' ? verdict : texts.verdicts[verdict]}`,
    `${step.scenarios}`,
  ] as const;
  const line = row(
    cells,
    { width: options.width, time: ms !== undefined },
    { aside: dim, verdict: (text) => tone(tones[verdict], text) },
  );
  return ms === undefined ? line : `${line}  ${dim(duration(ms))}`;
}
