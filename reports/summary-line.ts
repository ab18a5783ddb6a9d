import type { Result } from '../contract/result.js';
import type { Verdict } from '../contract/verdict.js';
import { oneLine, plural } from './text.js';
import { textsOf } from './texts/index.js';
import { stepsHeld, tally, waiverTexts } from './tree.js';

/** Verdicts that are named only when there are any, in order of weight. */
const others: readonly Verdict[] = [
  'error',
  'not-verified',
  'warned',
  'waived',
  'simulated',
  'not-run',
  'not-applicable',
];

/**
 * The verdict in one line that says everything a reader must know to judge it: counts and exit code, and in the same
 * line whatever narrows it (scope, switched-off parts, waivers, options, selection, an interruption), then the seed to repeat it.
 *
 * @example
 * `conformant: 16 of 16 steps, 58 scenarios passed, 0 failed (exit 0); switched off: multisignature; seed 7`
 */
export function summaryLine(result: Result): string {
  const counts = tally(result);
  const steps = stepsHeld(result);
  const numbers = [
    `${steps.held} of ${plural(steps.of, 'step')}`,
    `${plural(counts.passed, 'scenario')} passed`,
    `${counts.failed} failed`,
    ...others.filter((verdict) => counts[verdict] > 0).map((verdict) => `${counts[verdict]} ${verdict}`),
  ];
  if (result.errors.length > 0)
    numbers.push(`${plural(result.errors.length, 'error')} outside the scenarios`);

  const parts = [
    `${result.verdict}: ${numbers.join(', ')} (exit ${result.exit_code})`,
    result.scope === 'full' ? '' : `scope: ${result.scope}`,
    list('switched off', result.switched_off),
    list('waivers', waiverTexts(result)),
    list('options', result.profile_changes),
    list('selection', result.selection === '' ? [] : [result.selection]),
    result.whole ? 'tokens: whole' : '',
    list('resumed', resumedTexts(result)),
    `seed ${result.seed}`,
  ];
  return oneLine(parts.filter((part) => part !== '').join('; '));
}

/** How a run was resumed; empty for a run without interruption. */
export const resumedTexts = ({ resumed, started_at }: Result): string[] =>
  resumed === null ? [] : [textsOf('en').resumed(started_at, resumed)];

function list(label: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `${label}: ${values.join(', ')}`;
}
