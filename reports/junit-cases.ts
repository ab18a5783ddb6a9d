import type { Cause, Failure, Result, ScenarioResult } from '../contract/result.js';
import { problems } from './problems.js';
import { sourceText } from './source.js';
import { resumedTexts, summaryLine } from './summary-line.js';
import { oneLine } from './text.js';
import { isRed, scenarioTitle } from './tree.js';
import { element, escaped } from './xml.js';

/** JUnit knows four outcomes. */
export type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

export interface Case {
  readonly classname: string;
  readonly name: string;
  readonly ms: number;
  readonly outcome: Outcome;
  /** The children of the element, already XML. */
  readonly body: string;
}

export interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** `caused by AUTH-02, seen in S01-02: ...`; empty without a known rule. */
const causeText = (cause: Cause | null): string =>
  cause === null || cause.rule === ''
    ? ''
    : `caused by ${cause.rule}, seen in ${cause.scenario}: ${oneLine(cause.text)}`;

function failureText(failure: Failure): string {
  const { tag, title } = sourceText(failure.source);
  const lines = [
    `${failure.rule} (${failure.level}) ${failure.says}`,
    `expected: ${failure.expected}`,
    `actual:   ${failure.actual}`,
    `fix:      ${failure.fix}`,
    ...failure.causes.map(
      (cause, index) => `${index === 0 ? 'causes:  ' : '         '} ${index + 1}. ${cause}`,
    ),
    `source:   ${title === tag ? tag : `${title} (${tag})`}`,
  ];
  if (failure.caused_by !== null) lines.push(`cause:    ${causeText(failure.caused_by)}`);
  if (failure.reading !== '') lines.push(`reading:  ${failure.reading}`);
  if (failure.curl !== '') lines.push(`repeat:   ${failure.curl}`);
  if (failure.exchange !== '') lines.push('', failure.exchange);
  return lines.join('\n');
}

/** One `<failure>` for everything that went wrong in a scenario, because readers of JUnit show only the first one. */
function failureElement(scenario: ScenarioResult, broken: ReadonlySet<string>): string {
  const counted = scenario.failures.filter((failure) => broken.has(failure.rule));
  const [first] = counted.length > 0 ? counted : scenario.failures;
  if (first === undefined)
    return element('failure', scenario.note || 'failed, no reason was recorded', '', 'failed');
  const more = counted.length > 1 ? ` (and ${counted.length - 1} more)` : '';
  const text = [...scenario.failures.map(failureText), scenario.note].filter((part) => part !== '');
  return element('failure', `${first.rule}: ${first.says}${more}`, text.join('\n\n'), first.rule);
}

/** As text, because the schema of Jenkins allows no attribute here. */
const simulated = '<skipped>simulated: an act of DCM, performed by the mock</skipped>';

function scenarioBody(scenario: ScenarioResult, broken: ReadonlySet<string>): [Outcome, string] {
  const { verdict, note } = scenario;
  const output = [...scenario.failures.map(failureText), note].filter((part) => part !== '').join('\n\n');
  const systemOut = output === '' ? '' : `<system-out>${escaped(`${verdict}\n\n${output}`)}</system-out>`;
  switch (verdict) {
    case 'failed':
      return ['failure', failureElement(scenario, broken)];
    case 'error':
    case 'not-verified':
      return [
        'error',
        element('error', causeText(scenario.caused_by) || note || 'no check ran', output, verdict),
      ];
    case 'simulated':
      // DCM's own act: it says nothing about the bank.
      return ['skipped', simulated];
    case 'not-run':
    case 'not-applicable':
      return ['skipped', element('skipped', note === '' ? verdict : `${verdict}: ${note}`, '')];
    default:
      return ['passed', systemOut];
  }
}

const className = (step: number) => `step-${String(step).padStart(2, '0')}`;

export function scenarioCase(scenario: ScenarioResult, broken: ReadonlySet<string>): Case {
  const [outcome, body] = scenarioBody(scenario, broken);
  return {
    classname: className(scenario.step),
    name: oneLine(scenarioTitle(scenario)),
    ms: scenario.ms,
    outcome,
    body,
  };
}

/** A step that is not verified although none of its scenarios is, e.g. because it has none. */
export function stepCases(step: Result['plan'][number], scenarios: readonly ScenarioResult[]): Case[] {
  if (!isRed(step.verdict) || scenarios.some((scenario) => isRed(scenario.verdict))) return [];
  const outcome = step.verdict === 'failed' ? 'failure' : 'error';
  const body = element(outcome, `${step.title}: ${step.verdict}`, '', step.verdict);
  return [{ classname: className(step.step), name: `step ${step.step}`, ms: 0, outcome, body }];
}

/** What belongs to no scenario: interruptions, errors in hooks, rules judged over the whole run. */
export function runCases(result: Result): Case[] {
  const run = (name: string, outcome: Outcome, body: string): Case => ({
    classname: 'run',
    name,
    ms: 0,
    outcome,
    body,
  });
  const resumed = resumedTexts(result).map((text) =>
    run('resumed', 'passed', `<system-out>${escaped(text)}</system-out>`),
  );
  const errors = result.errors.map((text, index) =>
    run(`error ${index + 1}`, 'error', element('error', text, text, 'error')),
  );
  const rules = problems(result)
    .filter((problem) => problem.verdict === 'failed' && problem.variants.length === 0)
    .map((problem) => {
      const text = problem.fixes.map((fix) => `fix: ${fix}`).join('\n');
      const body = element('failure', `${problem.rule}: ${problem.says}`, text, problem.rule);
      return run(problem.rule, 'failure', body);
    });
  return [...resumed, ...errors, ...rules];
}

/** A run that must not count as a success is red in JUnit too, whatever its scenarios say. */
export function verdictCase(result: Result, suites: readonly Suite[]): Case[] {
  const red = suites.some((suite) => suite.cases.some(({ outcome }) => /failure|error/.test(outcome)));
  if (red || result.exit_code === 0) return [];
  const outcome = result.verdict === 'not-conformant' ? 'failure' : 'error';
  const body = element(outcome, summaryLine(result), '', result.verdict);
  return [{ classname: 'run', name: 'verdict', ms: 0, outcome, body }];
}
