import type { Result, ScenarioResult } from '../contract/result.js';
import { type Verdict, verdicts } from '../contract/verdict.js';

/** Queries on the result that several printers share. */

/**
 * Scenarios by verdict. Counted from the scenarios and not read from `counts`,
 * so that no report can say other than what it lists.
 */
export function tally(result: Result): Readonly<Record<Verdict, number>> {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const scenario of result.scenarios) counts[scenario.verdict] += 1;
  return counts;
}

const held: readonly Verdict[] = ['simulated', 'passed', 'warned', 'waived'];

/** Steps that passed, of those that apply; a step outside the selection counts as not passed yet. */
export function stepsHeld(result: Result): { readonly held: number; readonly of: number } {
  return {
    held: result.plan.filter((step) => held.includes(step.verdict)).length,
    of: result.plan.filter((step) => step.verdict !== 'not-applicable').length,
  };
}

/** Neither passed nor deliberately excluded: a CI must not treat it as a success. */
export function isRed(verdict: Verdict): boolean {
  return verdict === 'failed' || verdict === 'error' || verdict === 'not-verified';
}

export function scenariosOf(result: Result, step: number): ScenarioResult[] {
  return result.scenarios.filter((scenario) => scenario.step === step);
}

/** Scenarios that belong to no step of the plan; listed last and never dropped. */
export function strayScenarios(result: Result): ScenarioResult[] {
  const steps = new Set(result.plan.map((step) => step.step));
  return result.scenarios.filter((scenario) => !steps.has(scenario.step));
}

/** Id, name and, where the step is walked once per scheme, the scheme. */
export function scenarioTitle(scenario: ScenarioResult): string {
  const scheme = scenario.scheme === null ? '' : ` (scheme ${scenario.scheme})`;
  return `${scenario.id} ${scenario.name}${scheme}`;
}

/** Waivers in words; for an invalid one, with the reason. */
export function waiverTexts(result: Result): string[] {
  return result.waivers.map(({ rule, reason, until, state }) => {
    const how = state === 'applied' ? '' : `, ${state}`;
    return `${rule} until ${until}${how} (${reason})`;
  });
}

/** Values without repetition, in order of first appearance. */
export function distinct<T>(values: Iterable<T>): T[] {
  return [...new Set(values)];
}
