import { withoutCommands } from '../contract/printable.js';
import type { Result } from '../contract/result.js';
import { ruleWords } from '../contract/rules/words.js';
import { seenIn } from '../contract/texts/said-by-checks/index.js';
import { doubtLines } from './console-doubts.js';
import { briefLines, problemSection } from './console-parts.js';
import { type Printer, printer } from './console-printer.js';
import { doubts } from './doubts.js';
import { marks, runTones } from './marks.js';
import { isGrave, type Problem, problems, roots, unexplained } from './problems.js';
import { dependencies, readingWords, robustnessLine, whereOf } from './robustness.js';
import { type ConsoleOptions, stepHeader, stepLine } from './step-line.js';
import { summaryLine } from './summary-line.js';
import { clip, oneLine, wrap } from './text.js';
import type { Texts } from './texts/index.js';
import { scenariosOf, scenarioTitle } from './tree.js';

export { stepHeader, stepLine } from './step-line.js';

function errorSection(result: Result, out: Printer): string[] {
  const broken = doubts(result, out.texts.lang).filter((doubt) => doubt.verdict === 'error');
  if (result.errors.length + broken.length === 0) return [];
  return [
    ...out.heading(out.texts.console.headings.errors),
    ...result.errors.flatMap((text) => [
      `${out.tone('bad', marks.error)} ${out.bold(out.texts.outside)}`,
      ...out.field('because', text),
    ]),
    ...doubtLines(broken, out),
  ];
}

function notVerifiedSection(result: Result, out: Printer): string[] {
  const all = doubts(result, out.texts.lang).filter((doubt) => doubt.verdict === 'not-verified');
  return all.length === 0 ? [] : [...out.heading(out.texts.console.headings.doubts), ...doubtLines(all, out)];
}

function unexplainedSection(result: Result, out: Printer): string[] {
  const all = unexplained(result);
  if (all.length === 0) return [];
  return [
    ...out.heading(out.texts.console.headings.unexplained),
    ...all.flatMap((scenario) => [
      `${out.tone('bad', marks.failed)} ${clip(oneLine(scenarioTitle(scenario)), out.width - 2)}`,
      ...out.field('because', scenario.note === '' ? out.texts.noReason : scenario.note),
    ]),
  ];
}

function boardSection(result: Result, options: ConsoleOptions, out: Printer): string[] {
  return [
    ...out.heading(`${out.texts.console.headings.board} ${oneLine(result.target)}`),
    stepHeader(options),
    ...result.plan.map((step) =>
      stepLine({ ...step, scenarios: scenariosOf(result, step.step).length }, options),
    ),
  ];
}

function findingSection(result: Result, out: Printer): string[] {
  if (result.findings.length === 0) return [];
  return [
    ...out.heading(out.texts.console.headings.findings),
    ...result.findings.flatMap(({ rule, level, count, first }) => [
      `${out.tone('warn', marks.warned)} ${out.bold(oneLine(rule))}  ${oneLine(level)}, ${out.texts.times(count)}`,
      ...out.field('says', ruleWords(rule, out.texts.lang)?.says ?? ''),
      ...out.field('first', first),
    ]),
  ];
}

/** On which readings of the documentation the bank depends. */
function robustnessSection(result: Result, out: Printer): string[] {
  const all = dependencies(result);
  if (all.length === 0) return [];
  return [
    ...out.heading(out.texts.console.headings.readings),
    ...all.flatMap((one) => {
      const words = readingWords(one, out.texts.lang);
      return [
        `${out.tone('warn', marks.warned)} ${out.bold(one.reading)}  ${clip(oneLine(words.says), Math.max(20, out.width - one.reading.length - 4))}`,
        ...out.field('in', whereOf(one)),
        ...(one.first === null || one.first.expected === ''
          ? []
          : out.field('expected', seenIn(out.texts.lang, one.first.expected))),
        ...out.field('actual', seenIn(out.texts.lang, one.first?.actual ?? '')),
        ...out.field('fix', words.fix, 4),
      ];
    }),
  ];
}

/** The verdict for a person; scripts rely on the line after it. */
function verdictWords({ verdict }: Result, texts: Texts): string {
  const { name, says } = texts.runVerdicts[verdict];
  return `${name}. ${says}`;
}

/** The last screen: what failed, one line each, how much the bank was asked, and where the reports are. */
function endSection(
  { times }: Result,
  all: readonly Problem[],
  options: ConsoleOptions,
  out: Printer,
): string[] {
  const { reports } = options;
  const asked = times.reduce((sum, { answers }) => sum + answers, 0);
  return [
    ...(all.length === 0 ? [] : [...out.heading(out.texts.console.headings.brief), ...briefLines(all, out)]),
    '',
    ...(asked === 0 ? [] : [out.texts.console.questions(asked)]),
    ...(reports === undefined ? [] : [`${out.texts.console.reports}: ${oneLine(reports)}`]),
  ];
}

/**
 * The text at the end of a run: failures first, by their cause, the most upstream first; then errors, the board of the
 * plan, warnings, what was not verified, findings; at the end the failed rules in one line each, where the reports are,
 * and the verdict as the last line, or the last but one if other readings were tried. No newline at its end.
 */
export function consoleReport(result: Result, options: ConsoleOptions): string {
  const out = printer(options);
  const all = roots(problems(result, out.texts.lang));
  const failed = all.filter(isGrave);
  const rest = all.filter((problem) => !isGrave(problem));
  const robust = robustnessLine(result);
  const lines = [
    ...problemSection(out.texts.console.headings.failures, failed, out),
    ...unexplainedSection(result, out),
    ...errorSection(result, out),
    ...(options.board === false ? [] : boardSection(result, options, out)),
    ...problemSection(out.texts.console.headings.warnings, rest, out),
    ...notVerifiedSection(result, out),
    ...findingSection(result, out),
    ...robustnessSection(result, out),
    ...endSection(result, failed, options, out),
    ...(out.texts.lang === 'en' ? [] : wrap(verdictWords(result, out.texts), out.width)),
    out.bold(out.tone(runTones[result.verdict], summaryLine(result))),
    ...(robust === undefined ? [] : [robust]),
  ];
  // A long word may have been broken before what a CI system takes for a command.
  return withoutCommands(lines.join('\n'))
    .replace(/\n{3,}/g, '\n\n')
    .trimStart();
}
