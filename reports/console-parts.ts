import { seenIn } from '../contract/texts/said-by-checks/index.js';
import { followLines, most, type Printer, some } from './console-printer.js';
import { marks } from './marks.js';
import type { Problem, Variant } from './problems.js';
import { sourceText } from './source.js';
import { clip, oneLine, wrap } from './text.js';
import { distinct } from './tree.js';

/** The rule with its verdict and what it says, in one or two lines. */
function headLines(problem: Problem, out: Printer): string[] {
  const { tone, bold, field, texts } = out;
  const words =
    texts.lang === 'en'
      ? problem
      : { verdict: texts.verdicts[problem.verdict], level: texts.levels[problem.level] };
  const badge = tone(
    problem.verdict === 'failed' ? 'bad' : 'warn',
    `${marks[problem.verdict]} ${words.verdict}`,
  );
  return [`${badge}  ${bold(oneLine(problem.rule))}  ${words.level}`, ...field('says', problem.says)];
}

function variantLines({ failure, scenarios }: Variant, out: Printer): string[] {
  const ids = distinct(scenarios.map(({ id }) => id));
  return [
    ...out.field('expected', seenIn(out.texts.lang, failure.expected)),
    ...out.field('actual', seenIn(out.texts.lang, failure.actual)),
    ...out.field('in', some(ids, most.scenarios, out), 1),
  ];
}

/** Another way in which the rule was broken, as far as it differs. */
function furtherLines({ failure, scenarios }: Variant, first: Variant | undefined, out: Printer): string[] {
  const ids = distinct(scenarios.map(({ id }) => id));
  const { lang } = out.texts;
  return [
    ...(failure.expected === first?.failure.expected
      ? []
      : out.field('expected', seenIn(lang, failure.expected), 1)),
    ...out.field('actual', `${seenIn(lang, failure.actual)} (${some(ids, most.scenarios, out)})`, 1),
  ];
}

function problemLines(problem: Problem, out: Printer): string[] {
  const { field, texts } = out;
  const [first, ...others] = problem.variants;
  const hidden = problem.variants.length - most.variants;
  const { tag, title } = sourceText(problem.source);
  const wanted = [
    ...headLines(problem, out),
    ...(first === undefined ? field('in', texts.wholeRun) : variantLines(first, out)),
    ...(hidden > 0 ? field('', texts.console.more(hidden)) : []),
    ...problem.fixes.slice(0, 1).flatMap((fix) => field('fix', fix)),
    ...problem.causes
      .slice(0, most.causes)
      .flatMap((cause, index) => field(index === 0 ? 'causes' : '', `${index + 1}. ${cause}`)),
  ];
  const follows = followLines(problem.follows, out);
  const rest = [
    ...field('source', title === tag ? tag : `${title} (${tag})`, 1),
    ...others.slice(0, most.variants - 1).flatMap((other) => furtherLines(other, first, out)),
    ...(problem.reading === '' ? [] : field('reading', problem.reading)),
  ];
  const body = wanted.slice(0, most.ofBlock - follows.length);
  const free = most.ofBlock - body.length - follows.length;
  return [...body, ...follows, ...rest.slice(0, Math.max(0, free)), ''];
}

/** Broken rules, each with what was seen, what to change, and its consequences. */
export function problemSection(title: string, all: readonly Problem[], out: Printer): string[] {
  if (all.length === 0) return [];
  const hidden = all.slice(most.rules).map((problem) => problem.rule);
  const rest =
    hidden.length === 0
      ? []
      : wrap(`${out.texts.console.more(hidden.length)}: ${hidden.join(', ')}`, out.width - 2).map(
          (line) => `  ${line}`,
        );
  return [
    ...out.heading(`${title}: ${out.texts.rules(all.length)}`),
    ...all.slice(0, most.rules).flatMap((problem) => problemLines(problem, out)),
    ...rest,
  ];
}

/** One line for each broken rule. */
export function briefLines(all: readonly Problem[], out: Printer): string[] {
  const shown = all.slice(0, most.lines).map((problem) => {
    const { rule, verdict, says, follows } = problem;
    const count = follows.scenarios.length;
    const more = count === 0 ? '' : ` (+${count})`;
    const room = out.width - 4 - [...oneLine(rule)].length - more.length;
    const badge = out.tone(verdict === 'failed' ? 'bad' : 'warn', marks[verdict]);
    return `${badge} ${out.bold(oneLine(rule))}  ${clip(oneLine(says), room)}${more}`;
  });
  const hidden = all.length - most.lines;
  return [...shown, ...(hidden > 0 ? [out.line(`  ${out.texts.console.more(hidden)}`)] : [])];
}
