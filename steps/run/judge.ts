import { plan } from '../../contract/plan.js';
import type { Failure, Result, ScenarioResult } from '../../contract/result.js';
import { catalogue, findRule } from '../../contract/rules/index.js';
import { exitCode, merge, type RunVerdict, type Verdict, verdicts } from '../../contract/verdict.js';
import type { CheckRecord } from '../checks/record.js';
import type { Collected, ScenarioRun } from './collect.js';

/** What the run was, besides its scenarios. */
export interface RunFacts {
  readonly target: string;
  readonly seed: string;
  readonly startedAt: string;
  readonly ms: number;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly profileChanges: readonly string[];
  readonly switchedOff: readonly string[];
  readonly selection: string;
  readonly findings: Result['findings'];
  readonly versions: Readonly<Record<string, string>>;
}

/** Makes the one result tree of a run out of what its scenarios said. Pure, and closed: what is not said is not passed. */
export function judge(collected: Collected, facts: RunFacts): Result {
  const scenarios = collected.scenarios.map(judgeScenario);
  const counted = scenarios.filter((one) => one.subject !== 'mock' || one.verdict === 'simulated');
  const rules = judgeRules(collected.scenarios);
  const steps = judgePlan(scenarios);
  const verdict = runVerdict({ scenarios, rules, steps, errors: collected.errors, facts });
  return {
    verdict,
    exit_code: exitCode(verdict),
    target: facts.target,
    scope: 'full',
    seed: facts.seed,
    started_at: facts.startedAt,
    ms: facts.ms,
    profile: { ...facts.profile },
    profile_changes: [...facts.profileChanges],
    switched_off: [...facts.switchedOff],
    selection: facts.selection,
    plan: steps,
    rules,
    scenarios,
    findings: [...facts.findings],
    counts: count(counted.length === scenarios.length ? counted : scenarios),
    errors: [...collected.errors],
    versions: { ...facts.versions },
  };
}

const subjects = ['service', 'client', 'mock'] as const;

const hasTag = (run: ScenarioRun, tag: string) => run.tags.includes(tag);

const ruleTags = (run: ScenarioRun): string[] =>
  run.tags.map((tag) => tag.slice(1)).filter((tag) => findRule(tag) !== undefined);

/** The verdict of one check. */
function checkVerdict({ ok, rule }: CheckRecord): Verdict {
  if (ok) return findRule(rule)?.side === 'dcm' ? 'simulated' : 'passed';
  return findRule(rule)?.level === 'must' ? 'failed' : 'warned';
}

/** Failed by a check, blocked by what did not come about, or ended by something the tool did not foresee. */
function scenarioVerdict(run: ScenarioRun): Verdict {
  const said = run.checks.map(checkVerdict);
  const { name } = run.endedBy;
  if (name === 'CheckFailed' || name === '') return merge(said, 'not-verified');
  if (name === 'Blocked') return merge([...said, 'not-verified'], 'not-verified');
  return 'error';
}

export function judgeScenario(run: ScenarioRun): ScenarioResult {
  const subject = subjects.find((one) => hasTag(run, `@${one}`));
  const step = Number(run.tags.find((tag) => tag.startsWith('@step-'))?.slice('@step-'.length));
  const badlyTagged = run.id === '' || subject === undefined || !Number.isInteger(step);
  const verdict = badlyTagged ? 'error' : scenarioVerdict(run);
  const told = verdict === 'error' || verdict === 'not-verified';
  return {
    id: run.id || run.name,
    name: run.name,
    subject: subject ?? 'mock',
    step: Number.isInteger(step) ? step : 0,
    scheme: step >= 12 ? 'dcm' : null,
    verdict,
    rules: [...new Set([...ruleTags(run), ...run.checks.map((check) => check.rule)])].sort(),
    checks: run.checks.length,
    ms: run.ms,
    failures: run.checks.filter((check) => !check.ok).map(failureOf),
    note: badlyTagged
      ? 'the scenario lacks an id, a subject or a step tag'
      : told || run.endedBy.name === 'Blocked'
        ? run.endedBy.message || 'no check ran'
        : '',
  };
}

function failureOf(check: CheckRecord): Failure {
  const rule = catalogue[check.rule as keyof typeof catalogue];
  return {
    rule: rule.id,
    level: rule.level,
    says: rule.says,
    expected: check.expected,
    actual: check.actual,
    fix: rule.fix,
    source: rule.source,
    curl: check.curl,
    exchange: check.exchange,
  };
}

/** A rule's verdict merges its own checks; a scenario that names a rule and never checks it leaves it not verified. */
function judgeRules(runs: readonly ScenarioRun[]): Result['rules'] {
  return Object.values(catalogue).flatMap((rule) => {
    const about = runs.filter(
      (run) => ruleTags(run).includes(rule.id) || run.checks.some((one) => one.rule === rule.id),
    );
    if (about.length === 0) return [];
    const checks = about.flatMap((run) => run.checks.filter((one) => one.rule === rule.id));
    const silent = about.some((run) => !run.checks.some((one) => one.rule === rule.id));
    const said = checks.map(checkVerdict);
    return [
      {
        id: rule.id,
        level: rule.level,
        says: rule.says,
        source: rule.source,
        verdict: merge(silent ? [...said, 'not-verified'] : said, 'not-verified'),
        checks: checks.length,
        scenarios: about.map((run) => run.id),
      },
    ];
  });
}

function judgePlan(scenarios: readonly ScenarioResult[]): Result['plan'] {
  return plan.map((step) => {
    const own = scenarios.filter((one) => one.step === step.step);
    const about = own.filter(
      (one) => one.subject !== 'mock' || one.verdict === 'simulated' || step.side === 'dcm',
    );
    return {
      step: step.step,
      who: step.who,
      side: step.side,
      title: step.title,
      outcome: step.outcome,
      verdict: merge(
        about.map((one) => one.verdict),
        'not-run',
      ),
      scenarios: own.map((one) => one.id),
    };
  });
}

function runVerdict(run: {
  scenarios: readonly ScenarioResult[];
  rules: Result['rules'];
  steps: Result['plan'];
  errors: readonly string[];
  facts: RunFacts;
}): RunVerdict {
  const { scenarios, rules, steps, errors, facts } = run;
  const has = (verdict: Verdict) =>
    scenarios.some((one) => one.verdict === verdict) || rules.some((one) => one.verdict === verdict);
  if (errors.length > 0 || has('error')) return 'error';
  if (has('failed')) return 'not-conformant';
  if (scenarios.length === 0 || has('not-verified')) return 'not-verified';
  const partial = facts.selection !== '';
  if (!partial && steps.some((one) => one.verdict === 'not-run')) return 'not-verified';
  if (partial) return 'partial';
  return 'conformant';
}

function count(scenarios: readonly ScenarioResult[]): Record<string, number> {
  return Object.fromEntries(
    verdicts
      .map((verdict) => [verdict, scenarios.filter((one) => one.verdict === verdict).length] as const)
      .filter(([verdict, number]) => number > 0 || verdict === 'passed' || verdict === 'failed'),
  );
}
