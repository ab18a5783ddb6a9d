import { plan } from '../../contract/plan.js';
import type { Result, ScenarioResult } from '../../contract/result.js';
import { catalogue } from '../../contract/rules/index.js';
import { exitCode, merge, type RunVerdict, type Verdict, verdicts } from '../../contract/verdict.js';
import {
  isInForce,
  isOutOfOrder,
  mayBeWaived,
  type Waiver,
  type WaiverState,
} from '../../contract/waivers.js';
import type { Collected } from './collect.js';
import {
  checkVerdict,
  isApart,
  isNotApplicable,
  judgeScenario,
  ruleTags,
  type Waived,
} from './judge-scenario.js';
import { causesOf, linkRules, linkScenarios } from './link-causes.js';
import type { ScenarioRun } from './scenario-run.js';

/** What the run was, besides its scenarios. */
export interface RunFacts {
  readonly target: string;
  readonly seed: string;
  readonly startedAt: string;
  readonly ms: number;
  /** How it was gone on with. */
  readonly resumed?: Result['resumed'];
  readonly profile: Readonly<Record<string, unknown>>;
  readonly profileChanges: readonly string[];
  readonly scope: 'full' | 'service';
  readonly switchedOff: readonly string[];
  /** Steps of which the configuration leaves nothing to verify. */
  readonly stepsSwitchedOff: readonly number[];
  /** Options that relax what is documented. */
  readonly relaxed: readonly string[];
  /** Empty for the whole plan. */
  readonly selection: string;
  /** Every mistake in a token was tried everywhere. */
  readonly whole?: boolean;
  readonly waivers: readonly Waiver[];
  readonly findings: Result['findings'];
  readonly times: Result['times'];
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Makes the one result tree of a run out of what its scenarios said. Pure, and closed: what is not said is not
 * passed. Scenarios about the mock itself are listed, and part of no rule, step or count of the bank.
 */
export function judge(collected: Collected, facts: RunFacts): Result {
  const inForce = facts.waivers.filter((waiver) => isInForce(waiver, latestOf(facts)));
  const waived: Waived = new Set(inForce.map(({ rule }) => rule));
  const runs = collected.scenarios;
  const scenarios = linkScenarios(runs.map((run) => judgeScenario(run, waived)));
  const apart = new Set(runs.flatMap((run, index) => (isApart(run) ? [index] : [])));
  const bankRuns = runs.filter((_, index) => !apart.has(index));
  const bankScenarios = scenarios.filter((_, index) => !apart.has(index));
  const rules = linkRules(judgeRules(bankRuns, waived), bankScenarios);
  const waivers = facts.waivers.map((waiver) => ({ ...waiver, state: waiverState(waiver, rules, facts) }));
  const steps = judgePlan(bankScenarios, (step) => {
    if (facts.stepsSwitchedOff.includes(step)) return 'not-applicable';
    return facts.selection === '' ? 'not-verified' : 'not-run';
  });
  const verdict = runVerdict({ scenarios, rules, steps, waivers, errors: collected.errors, facts });
  return {
    verdict,
    exit_code: exitCode(verdict),
    target: facts.target,
    scope: facts.scope,
    seed: facts.seed,
    started_at: facts.startedAt,
    resumed: facts.resumed ?? null,
    ms: facts.ms,
    profile: { ...facts.profile },
    profile_changes: [...facts.profileChanges],
    switched_off: [...facts.switchedOff],
    selection: facts.selection,
    whole: facts.whole ?? false,
    plan: steps,
    rules,
    scenarios,
    causes: causesOf(bankScenarios, rules),
    waivers,
    findings: [...facts.findings],
    times: [...facts.times],
    robustness: null,
    counts: count(bankScenarios),
    errors: [...collected.errors],
    versions: { ...facts.versions },
  };
}

/** A waiver that has expired before the run was gone on with holds no more. */
const latestOf = ({ startedAt, resumed }: RunFacts): string => resumed?.at.at(-1) ?? startedAt;

/** A rule's verdict merges its own checks; a scenario that names a rule and never checks it leaves it not verified. */
function judgeRules(runs: readonly ScenarioRun[], waived: Waived): Result['rules'] {
  return Object.values(catalogue).flatMap((rule) => {
    const checksOf = (run: ScenarioRun) => run.checks.filter((check) => check.rule === rule.id);
    const about = runs.filter((run) => ruleTags(run).includes(rule.id) || checksOf(run).length > 0);
    if (about.length === 0) return [];
    const said = about.flatMap((run) => checksOf(run).map((check) => checkVerdict(check, run, waived)));
    if (about.every(isNotApplicable)) return [];
    const silent = about.some((run) => checksOf(run).length === 0 && !isNotApplicable(run));
    return [
      {
        id: rule.id,
        level: rule.level,
        says: rule.says.en,
        source: rule.source,
        verdict: merge(silent ? [...said, 'not-verified'] : said, 'not-verified'),
        checks: said.length,
        scenarios: about.map((run) => run.id),
        caused_by: null,
      },
    ];
  });
}

function waiverState(waiver: Waiver, rules: Result['rules'], facts: RunFacts): WaiverState {
  if (!mayBeWaived(waiver.rule)) return 'not-allowed';
  if (!isInForce(waiver, latestOf(facts))) return 'expired';
  const rule = rules.find(({ id }) => id === waiver.rule);
  if (rule?.verdict === 'waived') return 'applied';
  return rule === undefined && facts.selection !== '' ? 'not-run' : 'not-needed';
}

function judgePlan(
  scenarios: readonly ScenarioResult[],
  whenEmpty: (step: number) => Verdict,
): Result['plan'] {
  return plan.map(({ step, who, side, title, outcome }) => {
    const own = scenarios.filter((scenario) => scenario.step === step);
    const verdict = merge(
      own.map((scenario) => scenario.verdict),
      whenEmpty(step),
    );
    return { step, who, side, title, outcome, verdict, scenarios: own.map((scenario) => scenario.id) };
  });
}

function runVerdict(run: {
  scenarios: readonly ScenarioResult[];
  rules: Result['rules'];
  steps: Result['plan'];
  waivers: Result['waivers'];
  errors: readonly string[];
  facts: RunFacts;
}): RunVerdict {
  const { scenarios, rules, steps, waivers, errors, facts } = run;
  const has = (verdict: Verdict) =>
    [...scenarios, ...rules, ...steps].some((scenario) => scenario.verdict === verdict);
  if (errors.length > 0 || has('error')) return 'error';
  if (has('failed') || waivers.some(({ state }) => isOutOfOrder(state))) return 'not-conformant';
  if (scenarios.length === 0 || has('not-verified')) return 'not-verified';
  if (facts.selection !== '') return 'partial';
  if (facts.relaxed.length > 0) return 'non-standard';
  if (waivers.length > 0) return 'conformant-with-waivers';
  return facts.scope === 'service' ? 'service-conformant' : 'conformant';
}

function count(scenarios: readonly ScenarioResult[]): Record<string, number> {
  return Object.fromEntries(
    verdicts
      .map(
        (verdict) => [verdict, scenarios.filter((scenario) => scenario.verdict === verdict).length] as const,
      )
      .filter(([verdict, number]) => number > 0 || verdict === 'passed' || verdict === 'failed'),
  );
}
