import type { Result, ScenarioResult } from '../contract/result.js';
import {
  type Case,
  type Outcome,
  runCases,
  type Suite,
  scenarioCase,
  stepCases,
  verdictCase,
} from './junit-cases.js';
import { problems } from './problems.js';
import { scenariosOf, strayScenarios } from './tree.js';
import { attribute } from './xml.js';

function caseXml({ classname, name, ms, body }: Case): string {
  const open = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}" time="${seconds(ms)}"`;
  return body === '' ? `${open}/>` : `${open}>${body}</testcase>`;
}

const seconds = (ms: number) => (ms / 1000).toFixed(3);

const numbersOfRun = (cases: readonly Case[]): string => numbers(cases).replace(/ skipped=.*/, '');

function numbers(cases: readonly Case[]): string {
  const count = (outcome: Outcome) => cases.filter((example) => example.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function suiteXml({ name, cases }: Suite): string {
  const ms = cases.reduce((sum, example) => sum + example.ms, 0);
  const open = `  <testsuite name="${attribute(name)}" ${numbers(cases)} time="${seconds(ms)}"`;
  return cases.length === 0 ? `${open}/>` : [`${open}>`, ...cases.map(caseXml), '  </testsuite>'].join('\n');
}

/**
 * JUnit XML: a suite per step of the plan, a case per scenario. `failed` is a `<failure>`; `error` and `not-verified`
 * are an `<error>`, because a CI must not be green for unchecked requirements; `not-run` and `not-applicable` are `<skipped>`.
 * The root has no `skipped`, because JUnit schemas allow it only at a suite. Warnings and waived failures are passed cases
 * with details in `<system-out>`.
 */
export function junitXml(result: Result): string {
  const broken = new Set(
    problems(result)
      .filter((problem) => problem.verdict === 'failed')
      .map((problem) => problem.rule),
  );
  const cases = (scenarios: readonly ScenarioResult[]) =>
    scenarios.map((scenario) => scenarioCase(scenario, broken));
  const steps = result.plan.map((step): Suite => {
    const own = scenariosOf(result, step.step);
    return {
      name: `step ${step.step}: ${step.title}`,
      cases: [...cases(own), ...stepCases(step, own)],
    };
  });
  const rest = [...cases(strayScenarios(result)), ...runCases(result)];
  const run = [...rest, ...verdictCase(result, [...steps, { name: 'run', cases: rest }])];
  const suites = run.length === 0 ? steps : [...steps, { name: 'run', cases: run }];
  const all = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${attribute(`dcm: ${result.target}`)}" ${numbersOfRun(all)} time="${seconds(result.ms)}">`,
    ...suites.map(suiteXml),
    '</testsuites>',
    '',
  ].join('\n');
}
