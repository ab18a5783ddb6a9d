import { marks } from './marks.js';
import { type Paint, paint } from './paint.js';
import type { Doubt, Problem, Variant } from './problems.js';
import { sourceText } from './source.js';
import { type ConsoleOptions, columns } from './step-line.js';
import { clip, oneLine, plural, wrap } from './text.js';
import { distinct } from './tree.js';

/** A screen holds so much; the rest is in report.html. */
const most = { rules: 20, variants: 3, scenarios: 8, lines: 20, characters: 600 };

export interface Printer extends Paint {
  /** `label  text`, wrapped under itself. */
  readonly field: (label: string, text: string) => string[];
  readonly heading: (text: string) => string[];
}

export function printer(options: ConsoleOptions): Printer {
  const colors = paint(options.color);
  const indent = 12;
  return {
    ...colors,
    field: (label, text) =>
      wrap(clip(text, most.characters), columns(options.width) - indent).map((line, index) =>
        index === 0 ? `  ${colors.dim(label.padEnd(indent - 2))}${line}` : `${' '.repeat(indent)}${line}`,
      ),
    heading: (text) => ['', colors.bold(text), ''],
  };
}

/** At most `limit` of the values, and how many are left for the full report. */
function some(values: readonly string[], limit: number): string {
  const rest = values.length - limit;
  const shown = values.slice(0, limit).join(', ');
  return rest > 0 ? `${shown} and ${rest} more, see report.html` : shown;
}

function variantLines(variant: Variant, { field }: Printer): string[] {
  return [
    ...field('expected', variant.failure.expected),
    ...field('actual', variant.failure.actual),
    ...field('in', some(distinct(variant.scenarios.map((scenario) => scenario.id)), most.scenarios)),
  ];
}

function problemLines(problem: Problem, out: Printer): string[] {
  const { tone, bold, field } = out;
  const { tag, title } = sourceText(problem.source);
  const badge = tone(
    problem.verdict === 'failed' ? 'bad' : 'warn',
    `${marks[problem.verdict]} ${problem.verdict}`,
  );
  const hidden = problem.variants.length - most.variants;
  return [
    `${badge}  ${bold(oneLine(problem.rule))}  ${problem.level}`,
    ...field('says', problem.says),
    ...problem.variants.slice(0, most.variants).flatMap((variant) => variantLines(variant, out)),
    ...(hidden > 0 ? field('', `and ${hidden} more, see report.html`) : []),
    ...(problem.variants.length === 0 ? field('in', 'the run as a whole, no scenario in particular') : []),
    ...problem.fixes.flatMap((fix) => field('fix', fix)),
    ...field('source', title === tag ? tag : `${title} (${tag})`),
    '',
  ];
}

/** Rules that did not hold, each with what was seen and what to change. */
export function problemSection(title: string, all: readonly Problem[], out: Printer): string[] {
  if (all.length === 0) return [];
  const hidden = all.slice(most.rules).map((problem) => problem.rule);
  const rest =
    hidden.length === 0 ? [] : [`  and ${hidden.length} more, see report.html: ${hidden.join(', ')}`];
  return [
    ...out.heading(`${title}: ${plural(all.length, 'rule')}`),
    ...all.slice(0, most.rules).flatMap((problem) => problemLines(problem, out)),
    ...rest,
  ];
}

/** What nobody can vouch for, with the reason. */
export function doubtLines(all: readonly Doubt[], out: Printer): string[] {
  const more = all.length - most.lines;
  return [
    ...all.slice(0, most.lines).flatMap((doubt) => {
      const name = doubt.kind === 'step' ? `step ${doubt.id}` : doubt.id;
      const badge = out.tone(doubt.verdict === 'error' ? 'bad' : 'doubt', marks[doubt.verdict]);
      const note = doubt.note === '' ? 'no check ran' : doubt.note;
      return [`${badge} ${out.bold(oneLine(name))}  ${oneLine(doubt.name)}`, ...out.field('because', note)];
    }),
    ...(more > 0 ? [`  and ${more} more, see report.html`] : []),
  ];
}
