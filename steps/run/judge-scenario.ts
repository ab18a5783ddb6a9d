import type { Cause, Failure, ScenarioResult } from '../../contract/result.js';
import { catalogue, findRule } from '../../contract/rules/index.js';
import { readingOf } from '../../contract/rules/readings.js';
import { seenWords } from '../../contract/rules/seen.js';
import { merge, type Verdict } from '../../contract/verdict.js';
import type { CheckRecord } from '../checks/record.js';
import type { ScenarioRun } from './scenario-run.js';
import { firstStepPerScheme } from './selection.js';

const subjects = ['service', 'client', 'mock'] as const;

/** Rules whose failures are waived. */
export type Waived = ReadonlySet<string>;

const stepOf = ({ tags }: ScenarioRun): number =>
  Number(tags.find((tag) => tag.startsWith('@step-'))?.slice('@step-'.length));

const hasTag = (run: ScenarioRun, tag: string) => run.tags.includes(tag);

/** About the mock itself: says nothing about the bank, neither for nor against it. */
export const isApart = (run: ScenarioRun): boolean => hasTag(run, '@mock') && !hasTag(run, '@simulated');

/** The last step of the plan that a bank can walk while nobody of it acts. */
const lastWithoutActs = 10;

/** Whoever builds the bank step by step has no driver at first; from step 11 on the bank has to act. */
const isLeftOut = (run: ScenarioRun): boolean =>
  run.endedBy.name === 'LeftOut' && stepOf(run) <= lastWithoutActs && run.checks.every(({ ok }) => ok);

/** Ended before any check, because the configuration leaves nothing to verify; or where the bank would have to act. */
export const isNotApplicable = (run: ScenarioRun): boolean =>
  (run.endedBy.name === 'NotApplicable' && run.checks.length === 0) || isLeftOut(run);

/** Rules that the scenario promises to check. */
export const ruleTags = (run: ScenarioRun): string[] =>
  run.tags.map((tag) => tag.slice(1)).filter((tag) => findRule(tag) !== undefined);

/** The verdict of one check. What DCM owes and does not hold is a fault of the tool, since the mock stands in for DCM. */
export function checkVerdict({ ok, rule }: CheckRecord, run: ScenarioRun, waived: Waived): Verdict {
  const known = findRule(rule);
  if (known === undefined) return 'error';
  if (ok) return known.side === 'dcm' && !isApart(run) ? 'simulated' : 'passed';
  if (known.side === 'dcm' || hasTag(run, '@mock')) return 'error';
  if (waived.has(rule)) return 'waived';
  return known.level === 'must' ? 'failed' : 'warned';
}

/** Failed by a check, blocked by what did not come about, or ended by something the tool did not foresee. */
function scenarioVerdict(run: ScenarioRun, waived: Waived): Verdict {
  const said = run.checks.map((check) => checkVerdict(check, run, waived));
  const { name } = run.endedBy;
  if (name === '') return merge(said, 'not-verified');
  if (isNotApplicable(run)) return 'not-applicable';
  if (name === 'Blocked' || name === 'LeftOut') return merge([...said, 'not-verified'], 'not-verified');
  const hasFailedCheck = run.checks.some((check) => !check.ok);
  return name === 'CheckFailed' && hasFailedCheck ? merge(said, 'error') : 'error';
}

export function judgeScenario(run: ScenarioRun, waived: Waived = new Set()): ScenarioResult {
  const own = subjects.filter((subject) => hasTag(run, `@${subject}`));
  const [subject = 'mock'] = own;
  const step = stepOf(run);
  const badlyTagged = run.id === '' || own.length !== 1 || !Number.isInteger(step);
  const verdict = badlyTagged ? 'error' : scenarioVerdict(run, waived);
  return {
    id: run.id || run.name,
    name: run.name,
    subject,
    step: Number.isInteger(step) ? step : 0,
    scheme: step >= firstStepPerScheme ? run.scheme : null,
    verdict,
    rules: [...new Set([...ruleTags(run), ...run.checks.map((check) => check.rule)])].sort(),
    checks: run.checks.length,
    ms: run.ms,
    failures: run.checks.filter((check) => !check.ok).flatMap(failureOf),
    caused_by: verdict === 'passed' ? null : causeOf(run),
    note: badlyTagged ? 'the scenario has no id, no single subject, or no step tag' : noteOf(run, verdict),
  };
}

function causeOf({ id, cause }: ScenarioRun): Cause | null {
  if (cause === undefined) return null;
  const { rule, text, situation } = cause;
  return { rule, text, scenario: id, situation };
}

/** Why it could not be verified, or what the tool tripped over; empty otherwise. */
function noteOf({ endedBy: { name, message } }: ScenarioRun, verdict: Verdict): string {
  if (verdict !== 'error' && verdict !== 'not-verified' && !/^(Blocked|LeftOut|NotApplicable)$/.test(name))
    return '';
  if (message !== '') return message;
  return name === '' ? 'no check ran' : `a step is ${name.toLowerCase()}`;
}

function failureOf(check: CheckRecord): Failure[] {
  const rule = catalogue[check.rule as keyof typeof catalogue];
  if (rule === undefined) return [];
  const { situation = '' } = check;
  const { fix, causes } = seenWords(rule.id, situation, 'en');
  return [
    {
      rule: rule.id,
      check: check.check,
      level: rule.level,
      says: rule.says.en,
      expected: check.expected,
      actual: check.actual,
      fix,
      causes: [...causes],
      reading: readingOf(rule.id, 'en'),
      source: rule.source,
      curl: check.curl,
      exchange: check.exchange,
      situation,
      caused_by: null,
    },
  ];
}
