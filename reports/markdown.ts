import { stepWords } from '../contract/plan.js';
import type { Result } from '../contract/result.js';
import type { Language } from '../contract/texts/language.js';
import { seenIn } from '../contract/texts/said-by-checks/index.js';
import { doubts } from './doubts.js';
import { marks, runMarks } from './marks.js';
import { type Follows, isGrave, type Problem, problems, roots, unexplained } from './problems.js';
import { dependencies, readingWords, robustnessLine, whereOf } from './robustness.js';
import { sourceText } from './source.js';
import { summaryLine } from './summary-line.js';
import { clip, oneLine } from './text.js';
import type { Texts } from './texts/index.js';
import { textsOf } from './texts/index.js';
import { distinct, isRed, scenariosOf, scenarioTitle } from './tree.js';

/** A comment on a pull request is read in a minute; report.html has the rest. */
const most = { rules: 10, doubts: 5, characters: 160 };

/** Plain text: nothing in it becomes markup, a link or a tag. */
function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]<>|#~]|\b_|_\b/g, '\\$&')
    .replaceAll('&', '&amp;');
}

/** Text from the wire, in a code span whose fence is longer than any run of backticks in it. */
function code(text: string): string {
  const inner = clip(oneLine(text), most.characters);
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return inner === '' ? '(nothing)' : `${fence}${space}${inner}${space}${fence}`;
}

/** What could not be verified because of it; the HTML report has the rest. */
function followLine({ scenarios, rules }: Follows, texts: Texts): string[] {
  const ids = distinct(scenarios.map(({ id }) => id));
  const parts = [
    ...(ids.length === 0 ? [] : [texts.console.notVerified(ids.length)]),
    ...(rules.length === 0 ? [] : [`${texts.rules(rules.length)}: ${rules.join(', ')}`]),
  ];
  return parts.length === 0
    ? []
    : [`  - ${texts.console.labels.follows}: ${plain(clip(parts.join('; '), most.characters))}`];
}

function problemLines(problem: Problem, texts: Texts): string[] {
  const { labels } = texts.console;
  const [first] = problem.variants;
  const scenarios = distinct(
    problem.variants.flatMap((variant) => variant.scenarios.map((scenario) => scenario.id)),
  );
  const where =
    scenarios.length === 0 ? '' : `(${texts.scenarios(scenarios.length)}, ${labels.first}: ${scenarios[0]})`;
  return [
    `- **${plain(problem.rule)}** ${texts.levels[problem.level]}: ${plain(problem.says)} ${plain(where)}`.trimEnd(),
    ...(first === undefined
      ? []
      : [
          `  - ${labels.expected}: ${code(seenIn(texts.lang, first.failure.expected))}; ${labels.actual}: ${code(seenIn(texts.lang, first.failure.actual))}`,
        ]),
    ...problem.fixes.map((fix) => `  - ${labels.fix}: ${plain(fix)}`),
    ...problem.causes.slice(0, 1).map((cause) => `  - ${labels.causes}: ${plain(cause)}`),
    ...(problem.reading === '' ? [] : [`  - ${labels.reading}: ${plain(problem.reading)}`]),
    `  - ${labels.source}: ${plain(sourceText(problem.source).title)}`,
    ...followLine(problem.follows, texts),
  ];
}

function capped<T>(
  title: string,
  all: readonly T[],
  limit: number,
  lines: (t: T) => readonly string[],
  texts: Texts,
): string[] {
  if (all.length === 0) return [];
  const rest = all.length - limit;
  const more = rest > 0 ? [`- ${texts.console.more(rest)}`] : [];
  return ['', `### ${title}`, '', ...all.slice(0, limit).flatMap(lines), ...more];
}

/** Steps that passed share one line; the others are listed. */
function planLines(result: Result, texts: Texts): string[] {
  const rows = result.plan
    .filter((step) => isRed(step.verdict))
    .map((step) => {
      const count = scenariosOf(result, step.step).length;
      const { who, title } = stepWords(step.step, texts.lang) ?? step;
      return `| ${step.step} | ${plain(who)} | ${plain(title)} | ${marks[step.verdict]} ${texts.verdicts[step.verdict]} | ${count} |`;
    });
  if (rows.length === 0) return [];
  const { columns } = texts.console;
  return [
    '',
    `### ${texts.console.headings.steps}`,
    '',
    `| ${columns.step} | ${columns.who} | ${columns.title} | ${columns.verdict} | ${columns.scenarios} |`,
    '|---:|---|---|---|---:|',
    ...rows,
  ];
}

/** On which readings of the documentation the bank depends, as a table. */
function readingLines(result: Result, texts: Texts): string[] {
  const line = robustnessLine(result);
  if (line === undefined) return [];
  const { fields, lang } = texts;
  const rows = dependencies(result).map((one) => {
    const { says, fix } = readingWords(one, lang);
    return `| ${plain(one.reading)} | ${plain(says)} | ${plain(whereOf(one))}: ${code(seenIn(lang, one.first?.actual ?? ''))} | ${plain(fix)} |`;
  });
  return [
    '',
    `### ${texts.sections.readings.title}`,
    '',
    plain(line),
    ...(rows.length === 0
      ? []
      : [
          '',
          `| ${fields.reading} | ${fields.behavior} | ${fields.first} | ${fields.fix} |`,
          '|---|---|---|---|',
          ...rows,
        ]),
  ];
}

/**
 * A summary for a pull request: the verdict in one line, what failed with its fix, which steps did not pass. The line
 * itself stays English in every language.
 */
export function markdownSummary(result: Result, language: Language = 'en'): string {
  const texts = textsOf(language);
  const { headings } = texts.console;
  const all = roots(problems(result, language));
  const failed = all.filter(isGrave);
  const rest = all.filter((problem) => !isGrave(problem));
  const list = <T>(title: string, values: readonly T[], limit: number, lines: (t: T) => readonly string[]) =>
    capped(title, values, limit, lines, texts);
  const lines = [
    `## ${runMarks[result.verdict]} ${plain(texts.title(result.target))}: ${texts.runVerdicts[result.verdict].name.toLowerCase()}`,
    '',
    plain(summaryLine(result)),
    ...list(headings.failures, failed, most.rules, (problem) => problemLines(problem, texts)),
    ...list(headings.unexplained, unexplained(result), most.doubts, (scenario) => [
      `- ${plain(scenarioTitle(scenario))}: ${plain(scenario.note)}`,
    ]),
    ...list(headings.outsideErrors, result.errors, most.doubts, (text) => [`- ${code(text)}`]),
    ...list(headings.doubtsAndErrors, doubts(result, language), most.doubts, (doubt) => [
      `- ${plain(doubt.kind === 'step' ? texts.step(doubt.id) : doubt.id)}, ${texts.verdicts[doubt.verdict]}: ${plain(doubt.name)}${doubt.note === '' ? '' : `; ${code(doubt.note)}`}`,
    ]),
    ...planLines(result, texts),
    ...readingLines(result, texts),
    ...list(headings.warnings, rest, most.rules, (problem) => [
      `- **${plain(problem.rule)}** ${texts.verdicts[problem.verdict]}: ${plain(problem.says)}`,
    ]),
    ...list(texts.fields.times, result.times, most.rules, (time) => [`- ${plain(texts.answerTimes(time))}`]),
    ...list(headings.findings, result.findings, most.rules, (finding) => [
      `- **${plain(finding.rule)}** ${plain(finding.level)}, ${texts.times(finding.count)}: ${code(finding.first)}`,
    ]),
    '',
  ];
  return lines.join('\n');
}
