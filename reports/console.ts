import type { Result } from '../contract/result.js';
import { findRule } from '../contract/rules/index.js';
import { doubtLines, type Printer, printer, problemSection } from './console-parts.js';
import { marks, runTones } from './marks.js';
import { doubts, problems, unexplained } from './problems.js';
import { type ConsoleOptions, stepHeader, stepLine } from './step-line.js';
import { summaryLine } from './summary-line.js';
import { oneLine, plural } from './text.js';
import { scenariosOf, scenarioTitle } from './tree.js';

export { stepHeader, stepLine } from './step-line.js';

function errorSection(result: Result, out: Printer): string[] {
  const broken = doubts(result).filter((doubt) => doubt.verdict === 'error');
  if (result.errors.length + broken.length === 0) return [];
  return [
    ...out.heading('Errors: the tool could not tell'),
    ...result.errors.flatMap((text) => [
      `${out.tone('bad', marks.error)} ${out.bold('outside the scenarios')}`,
      ...out.field('because', text),
    ]),
    ...doubtLines(broken, out),
  ];
}

function notVerifiedSection(result: Result, out: Printer): string[] {
  const all = doubts(result).filter((doubt) => doubt.verdict === 'not-verified');
  return all.length === 0
    ? []
    : [...out.heading('Not verified: selected, but no check ran'), ...doubtLines(all, out)];
}

function unexplainedSection(result: Result, out: Printer): string[] {
  const all = unexplained(result);
  if (all.length === 0) return [];
  return [
    ...out.heading('Failed without a rule'),
    ...all.flatMap((scenario) => [
      `${out.tone('bad', marks.failed)} ${oneLine(scenarioTitle(scenario))}`,
      ...out.field('because', scenario.note === '' ? 'no reason was recorded' : scenario.note),
    ]),
  ];
}

function boardSection(result: Result, options: ConsoleOptions, out: Printer): string[] {
  return [
    ...out.heading(`The plan, walked against ${oneLine(result.target)}`),
    stepHeader(options),
    ...result.plan.map((step) =>
      stepLine({ ...step, scenarios: scenariosOf(result, step.step).length }, options),
    ),
  ];
}

function findingSection(result: Result, out: Printer): string[] {
  if (result.findings.length === 0) return [];
  return [
    ...out.heading('Findings of the mock in the requests of the bank'),
    ...result.findings.flatMap(({ rule, level, count, first }) => [
      `${out.tone('warn', marks.warned)} ${out.bold(oneLine(rule))}  ${oneLine(level)}, ${plural(count, 'time')}`,
      ...out.field('says', findRule(rule)?.says ?? ''),
      ...out.field('first', first),
    ]),
  ];
}

/**
 * The text at the end of a run: failures first, grouped by rule, then errors, the board of the plan, warnings, what was
 * not verified, findings, and the verdict as the last line. No newline at its end.
 */
export function consoleReport(result: Result, options: ConsoleOptions): string {
  const out = printer(options);
  const all = problems(result);
  const failed = all.filter((problem) => problem.verdict === 'failed');
  const rest = all.filter((problem) => problem.verdict !== 'failed');
  const lines = [
    ...problemSection('Failures', failed, out),
    ...unexplainedSection(result, out),
    ...errorSection(result, out),
    ...(options.board === false ? [] : boardSection(result, options, out)),
    ...problemSection('Warnings', rest, out),
    ...notVerifiedSection(result, out),
    ...findingSection(result, out),
    '',
    out.bold(out.tone(runTones[result.verdict], summaryLine(result))),
  ];
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimStart();
}
