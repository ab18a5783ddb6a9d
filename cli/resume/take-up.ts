import type { ScenarioRun } from '../../steps/run/scenario-run.js';
import { heardSoFar } from '../../steps/secrets-heard.js';
import type { Stage } from '../../steps/stage.js';
import type { Earlier } from './parts.js';

/** How a process that resumes a run takes over what happened before. */

/** How a run was resumed, for its result. */
export const resumedOf = ({ resumedAt, scenarios, runAgain }: Earlier, now: string) => ({
  at: [...resumedAt, now],
  carried_over: scenarios.length,
  run_again: [...runAgain],
});

/** What the bank has responded with before: its secrets must not appear in a later refusal. */
export function takeUpHeard(stage: Pick<Stage, 'dcm'>, { refusals, secrets }: Partial<Earlier> = {}): void {
  const known = heardSoFar(stage);
  known.refusals.push(...(refusals ?? []));
  for (const secret of secrets ?? []) known.secrets.add(secret);
}

/** Checks that failed before a scenario was interrupted count as failed in its new run. */
export function withSpoiled(run: ScenarioRun, earlier: Earlier | undefined): ScenarioRun {
  const before = earlier?.spoiled.filter(({ place, scheme }) => place === run.place && scheme === run.scheme);
  return { ...run, checks: [...(before?.flatMap(({ checks }) => checks) ?? []), ...run.checks] };
}
