import type { Said } from './texts/said.js';

/**
 * Verdicts of a check, rule, scenario or step, in the order in which they are merged: the later one wins.
 *
 * `simulated`: an act of DCM that the mock stands in for. `warned`: a SHOULD did not hold. `not-run`: outside the
 * selection. `not-verified`: selected, but no check ran. `error`: the tool could not tell.
 */
export const verdicts = [
  'not-applicable',
  'simulated',
  'passed',
  'warned',
  'waived',
  'not-run',
  'not-verified',
  'failed',
  'error',
] as const;
export type Verdict = (typeof verdicts)[number];

/** The merged verdict of all parts; `whenEmpty` if there are none. */
export function merge(parts: Iterable<Verdict>, whenEmpty: Verdict): Verdict {
  let worst = -1;
  for (const part of parts) worst = Math.max(worst, verdicts.indexOf(part));
  return verdicts[worst] ?? whenEmpty;
}

export const runVerdicts = [
  'conformant',
  'conformant-with-waivers',
  'service-conformant',
  'non-standard',
  'partial',
  'not-conformant',
  'not-verified',
  'error',
] as const;
export type RunVerdict = (typeof runVerdicts)[number];

/** What the exit codes mean; scripts rely on them. 2 is used before there is a verdict. */
export const exitCodeWords = {
  0: {
    en: 'conformant, or everything selected passed',
    uk: 'відповідає, або все вибране пройдено',
  },
  1: { en: 'not conformant', uk: 'не відповідає' },
  2: { en: 'configuration or usage error', uk: 'помилка в конфігурації або команді' },
  3: {
    en: 'the tool failed or was stopped early',
    uk: 'стався збій інструмента, або його зупинено достроково',
  },
  4: { en: 'not enough was verified', uk: 'перевірено недостатньо' },
} as const satisfies Readonly<Record<number, Said>>;

export function exitCode(verdict: RunVerdict): Exclude<keyof typeof exitCodeWords, 2> {
  if (verdict === 'not-conformant') return 1;
  if (verdict === 'error') return 3;
  if (verdict === 'not-verified') return 4;
  return 0;
}
