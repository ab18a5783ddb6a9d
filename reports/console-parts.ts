import type { Doubt } from './doubts.js';
import { marks } from './marks.js';
import { type Paint, paint } from './paint.js';
import type { Problem, Variant } from './problems.js';
import { sourceText } from './source.js';
import { type ConsoleOptions, columns } from './step-line.js';
import { clip, oneLine, wrap } from './text.js';
import { textsOf } from './texts/index.js';
import type { ConsoleTexts, Texts } from './texts/texts.js';
import { distinct } from './tree.js';

/** A screen holds so much; the rest is in report.html. */
const most = { rules: 20, variants: 3, scenarios: 8, lines: 20, characters: 600 };

export interface Printer extends Paint {
  /** `label  text`, wrapped under itself; no label goes on below the field before. */
  readonly field: (label: keyof ConsoleTexts['labels'] | '', text: string) => string[];
  readonly heading: (text: string) => string[];
  readonly texts: Texts;
}

export function printer(options: ConsoleOptions): Printer {
  const colors = paint(options.color);
  const texts = textsOf(options.language ?? 'en');
  const { indent, labels } = texts.console;
  return {
    ...colors,
    texts,
    field: (label, text) =>
      wrap(clip(text, most.characters), columns(options.width) - indent).map((line, index) =>
        index === 0
          ? `  ${colors.dim((label === '' ? '' : labels[label]).padEnd(indent - 2))}${line}`
          : `${' '.repeat(indent)}${line}`,
      ),
    heading: (text) => ['', colors.bold(text), ''],
  };
}

/** At most `limit` of the values, and how many are left for the full report. */
function some(values: readonly string[], limit: number, { texts }: Printer): string {
  const rest = values.length - limit;
  const shown = values.slice(0, limit).join(', ');
  return rest > 0 ? `${shown} ${texts.console.more(rest)}` : shown;
}

function variantLines(variant: Variant, out: Printer): string[] {
  const { field } = out;
  return [
    ...field('expected', variant.failure.expected),
    ...field('actual', variant.failure.actual),
    ...field('in', some(distinct(variant.scenarios.map((scenario) => scenario.id)), most.scenarios, out)),
  ];
}

function problemLines(problem: Problem, out: Printer): string[] {
  const { tone, bold, field, texts } = out;
  const words =
    texts.lang === 'en'
      ? problem
      : { verdict: texts.verdicts[problem.verdict], level: texts.levels[problem.level] };
  const { tag, title } = sourceText(problem.source);
  const badge = tone(
    problem.verdict === 'failed' ? 'bad' : 'warn',
    `${marks[problem.verdict]} ${words.verdict}`,
  );
  const hidden = problem.variants.length - most.variants;
  return [
    `${badge}  ${bold(oneLine(problem.rule))}  ${words.level}`,
    ...field('says', problem.says),
    ...problem.variants.slice(0, most.variants).flatMap((variant) => variantLines(variant, out)),
    ...(hidden > 0 ? field('', texts.console.more(hidden)) : []),
    ...(problem.variants.length === 0 ? field('in', texts.wholeRun) : []),
    ...problem.fixes.flatMap((fix) => field('fix', fix)),
    ...problem.causes.flatMap((cause, index) => field(index === 0 ? 'causes' : '', `${index + 1}. ${cause}`)),
    ...(problem.reading === '' ? [] : field('reading', problem.reading)),
    ...field('source', title === tag ? tag : `${title} (${tag})`),
    '',
  ];
}

/** Rules that did not hold, each with what was seen and what to change. */
export function problemSection(title: string, all: readonly Problem[], out: Printer): string[] {
  if (all.length === 0) return [];
  const hidden = all.slice(most.rules).map((problem) => problem.rule);
  const rest =
    hidden.length === 0 ? [] : [`  ${out.texts.console.more(hidden.length)}: ${hidden.join(', ')}`];
  return [
    ...out.heading(`${title}: ${out.texts.rules(all.length)}`),
    ...all.slice(0, most.rules).flatMap((problem) => problemLines(problem, out)),
    ...rest,
  ];
}

/** What nobody can vouch for, with the reason. */
export function doubtLines(all: readonly Doubt[], out: Printer): string[] {
  const more = all.length - most.lines;
  return [
    ...all.slice(0, most.lines).flatMap((doubt) => {
      const name = doubt.kind === 'step' ? out.texts.step(doubt.id).toLowerCase() : doubt.id;
      const badge = out.tone(doubt.verdict === 'error' ? 'bad' : 'doubt', marks[doubt.verdict]);
      const note = doubt.note === '' ? out.texts.noCheck : doubt.note;
      return [`${badge} ${out.bold(oneLine(name))}  ${oneLine(doubt.name)}`, ...out.field('because', note)];
    }),
    ...(more > 0 ? [`  ${out.texts.console.more(more)}`] : []),
  ];
}
