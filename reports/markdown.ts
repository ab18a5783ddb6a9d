import type { Result } from '../contract/result.js';
import { marks, runMarks } from './marks.js';
import { doubts, type Problem, problems, unexplained } from './problems.js';
import { sourceText } from './source.js';
import { summaryLine } from './summary-line.js';
import { clip, oneLine, plural } from './text.js';
import { distinct, isRed, scenariosOf, scenarioTitle } from './tree.js';

/** A comment on a pull request is read in a minute; report.html has the rest. */
const most = { rules: 10, doubts: 5, characters: 160 };

/** Plain text: nothing in it becomes markup, a link or a tag. */
function plain(text: string): string {
  return oneLine(text)
    .replace(/[\\`*[\]<>|#~]|\b_|_\b/g, '\\$&')
    .replaceAll('&', '&amp;');
}

/** Text from the wire, in a code span whose fence is longer than any run of backticks within. */
function code(text: string): string {
  const inner = clip(oneLine(text), most.characters);
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return inner === '' ? '(nothing)' : `${fence}${space}${inner}${space}${fence}`;
}

function problemLines(problem: Problem): string[] {
  const [first] = problem.variants;
  const scenarios = distinct(
    problem.variants.flatMap((variant) => variant.scenarios.map((scenario) => scenario.id)),
  );
  const where =
    scenarios.length === 0 ? '' : `(${plural(scenarios.length, 'scenario')}, first ${scenarios[0]})`;
  return [
    `- **${plain(problem.rule)}** ${problem.level}: ${plain(problem.says)} ${plain(where)}`.trimEnd(),
    ...(first === undefined
      ? []
      : [`  - expected ${code(first.failure.expected)}, got ${code(first.failure.actual)}`]),
    ...problem.fixes.map((fix) => `  - fix: ${plain(fix)}`),
    `  - source: ${plain(sourceText(problem.source).title)}`,
  ];
}

function capped<T>(
  title: string,
  all: readonly T[],
  limit: number,
  lines: (one: T) => readonly string[],
): string[] {
  if (all.length === 0) return [];
  const rest = all.length - limit;
  const more = rest > 0 ? [`- and ${rest} more, see report.html`] : [];
  return ['', `### ${title}`, '', ...all.slice(0, limit).flatMap(lines), ...more];
}

/** Steps that hold are one line together; the others are named. */
function planLines(result: Result): string[] {
  const rows = result.plan
    .filter((step) => isRed(step.verdict))
    .map((step) => {
      const count = scenariosOf(result, step.step).length;
      return `| ${step.step} | ${plain(step.who)} | ${plain(step.title)} | ${marks[step.verdict]} ${step.verdict} | ${count} |`;
    });
  if (rows.length === 0) return [];
  return [
    '',
    '### Steps of the plan that do not hold',
    '',
    '| step | who | title | verdict | scenarios |',
    '|---:|---|---|---|---:|',
    ...rows,
  ];
}

/** A summary for a pull request: the verdict in one line, what failed with its fix, which steps do not hold. */
export function markdownSummary(result: Result): string {
  const all = problems(result);
  const failed = all.filter((problem) => problem.verdict === 'failed');
  const rest = all.filter((problem) => problem.verdict !== 'failed');
  const lines = [
    `## ${runMarks[result.verdict]} DCM conformance of ${plain(result.target)}: ${result.verdict}`,
    '',
    plain(summaryLine(result)),
    ...capped('Failures', failed, most.rules, problemLines),
    ...capped('Failed without a rule', unexplained(result), most.doubts, (scenario) => [
      `- ${plain(scenarioTitle(scenario))}: ${plain(scenario.note)}`,
    ]),
    ...capped('Errors outside the scenarios', result.errors, most.doubts, (text) => [`- ${code(text)}`]),
    ...capped('Not verified, or in error', doubts(result), most.doubts, (doubt) => [
      `- ${doubt.kind} ${plain(doubt.id)}, ${doubt.verdict}: ${plain(doubt.name)}${doubt.note === '' ? '' : `; ${code(doubt.note)}`}`,
    ]),
    ...planLines(result),
    ...capped('Warnings', rest, most.rules, (problem) => [
      `- **${plain(problem.rule)}** ${problem.verdict}: ${plain(problem.says)}`,
    ]),
    ...capped('Findings in the requests of the bank', result.findings, most.rules, (finding) => [
      `- **${plain(finding.rule)}** ${plain(finding.level)}, ${plural(finding.count, 'time')}: ${code(finding.first)}`,
    ]),
    '',
  ];
  return lines.join('\n');
}
