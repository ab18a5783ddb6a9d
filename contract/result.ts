import { z } from 'zod';
import { robustness } from './robustness.js';
import { runVerdicts, verdicts } from './verdict.js';
import { waiver, waiverStates } from './waivers.js';

/** `result.json`: the one tree of a run; every report is generated from it alone. */

const verdict = z.enum(verdicts);

/** The cause behind a check that found only a consequence. */
export const cause = z.object({
  /** The rule that names it; empty when no rule does. */
  rule: z.string(),
  /** What was seen, in a few words. */
  text: z.string(),
  /** The scenario in which it was seen first. */
  scenario: z.string(),
  /** Which kind of thing was seen, e.g. `time-out`; empty if it is not a known one. */
  situation: z.string().default(''),
});

/** A check that did not hold. */
export const failure = z.object({
  rule: z.string(),
  /** What was looked at, in a few words. */
  check: z.string(),
  level: z.enum(['must', 'should', 'may']),
  says: z.string(),
  expected: z.string(),
  actual: z.string(),
  fix: z.string(),
  /** Likely causes, the likeliest first. */
  causes: z.array(z.string()).default([]),
  /** What depends on an undocumented reading, with the options for the others; empty if nothing does. */
  reading: z.string().default(''),
  source: z.string(),
  /** A command that repeats the request, with the token left to `dcm token`; empty when there was no request. */
  curl: z.string(),
  /** The recorded exchange, redacted; empty when there was none. */
  exchange: z.string(),
  /**
   * Which kind of thing was seen, e.g. `time-out`; it comes first among the causes. Empty if it is not a known one.
   */
  situation: z.string().default(''),
  /** What it follows from; null when it is its own cause. */
  caused_by: cause.nullable().default(null),
});

const scenario = z.object({
  id: z.string(),
  name: z.string(),
  subject: z.enum(['service', 'client', 'mock']),
  step: z.int(),
  scheme: z.enum(['dcm', 'bank']).nullable(),
  verdict,
  rules: z.array(z.string()),
  /** Number of checks that ran. */
  checks: z.int(),
  /** Milliseconds. */
  ms: z.number(),
  failures: z.array(failure),
  /** Why it could not be verified, or what failed in the tool; empty otherwise. */
  note: z.string(),
  /** The most upstream cause of what could not be verified; null when there is none, or none is known. */
  caused_by: cause.nullable().default(null),
});

export const result = z.object({
  verdict: z.enum(runVerdicts),
  exit_code: z.int(),
  /** `reference` or the bank's alias. */
  target: z.string(),
  scope: z.enum(['full', 'service']),
  seed: z.string(),
  started_at: z.string(),
  /** How an interrupted run was resumed; null if it was not interrupted. */
  resumed: z
    .object({
      /** When, each time. */
      at: z.array(z.string()),
      /** Scenarios whose results were carried over at the last resumption. */
      carried_over: z.int(),
      /** Scenarios that were interrupted, and run again from their beginning. */
      run_again: z.array(z.string()),
    })
    .nullable()
    .default(null),
  /** Without the time between its parts. */
  ms: z.number(),
  profile: z.record(z.string(), z.unknown()),
  /** Options that differ from the default. */
  profile_changes: z.array(z.string()),
  switched_off: z.array(z.string()),
  /** The selection; empty for the whole plan. */
  selection: z.string(),
  /** Every mistake in a token was tried at every method and with every flow, instead of a sample. */
  whole: z.boolean().default(false),
  plan: z.array(
    z.object({
      step: z.int(),
      who: z.string(),
      side: z.enum(['bank', 'dcm']),
      title: z.string(),
      outcome: z.string(),
      verdict,
      scenarios: z.array(z.string()),
    }),
  ),
  rules: z.array(
    z.object({
      id: z.string(),
      level: z.enum(['must', 'should', 'may']),
      says: z.string(),
      source: z.string(),
      verdict,
      checks: z.int(),
      scenarios: z.array(z.string()),
      /** Why a selected check of it did not run; null if all ran. */
      caused_by: cause.nullable().default(null),
    }),
  ),
  scenarios: z.array(scenario),
  /** Causes of everything that did not hold or could not be verified, the most upstream first. */
  causes: z
    .array(
      cause.extend({
        /** Scenarios that failed or could not be verified because of it. */
        scenarios: z.array(z.string()),
        /** Other rules that did not hold, or could not be judged, because of it. */
        rules: z.array(z.string()),
      }),
    )
    .default([]),
  waivers: z.array(waiver.extend({ state: z.enum(waiverStates) })),
  findings: z.array(z.object({ rule: z.string(), level: z.string(), count: z.int(), first: z.string() })),
  /** Response times of the bank's authorization service, by method. */
  times: z
    .array(
      z.object({
        method: z.string(),
        answers: z.int(),
        /** Responses that took longer than 1 second, and those that never came. */
        late: z.int(),
        late_percent: z.number(),
        median_ms: z.number(),
        slowest_ms: z.number(),
      }),
    )
    .default([]),
  /** How the bank lives with other readings of the documentation; null if none were tried. Not part of the verdict. */
  robustness: z.array(robustness).nullable().default(null),
  counts: z.record(z.string(), z.int()),
  /** What went wrong outside any scenario, e.g. in a hook. */
  errors: z.array(z.string()),
  versions: z.record(z.string(), z.string()),
});

export type Cause = z.infer<typeof cause>;
export type Failure = z.infer<typeof failure>;
export type ScenarioResult = z.infer<typeof scenario>;
export type Result = z.infer<typeof result>;
