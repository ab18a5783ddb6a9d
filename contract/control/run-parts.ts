import { z } from 'zod';
import { runVerdicts, verdicts } from '../verdict.js';
import { wholeNumber } from './operation.js';

/** What the mock knows of a run of `dcm verify`. */

/**
 * `queued`: it waits for its turn · `running` · `finished`: with a verdict · `stopped`: by somebody, before its end ·
 * `ended-early`: it never handed over a result, or its program is gone; it is no verdict on the bank.
 */
export const runStates = ['queued', 'running', 'finished', 'stopped', 'ended-early'] as const;
export type RunState = (typeof runStates)[number];

/** Whether a run has ended, in whatever way. */
export const isOver = ({ state }: { readonly state: RunState }): boolean =>
  state !== 'queued' && state !== 'running';

/** Runs are numbered from 1. */
export const runId = wholeNumber(1, 999_999_999);

/** What was selected; empty for the whole plan. */
export const runOptions = z.object({
  steps: z.string(),
  tags: z.string(),
  /** Readings to try after the plan: `all`, or a list such as `U-26,U-45`; empty for none. */
  readings: z.string(),
  /** Without the hard cases. */
  quick: z.boolean(),
  /** Defect of the reference bank; empty for none. */
  defect: z.string(),
});
export type RunOptions = z.infer<typeof runOptions>;

const timeOrNone = z.union([z.literal(''), z.iso.datetime()]);

/** A run in a list. Times are by the system time, and empty if they are still to come. */
export const runHead = z.object({
  id: z.int(),
  /** `mock`: the mock has started it · `elsewhere`: on a terminal or in CI. */
  started_by: z.enum(['mock', 'elsewhere']),
  /** `reference`, or the alias of the bank. */
  target: z.string(),
  options: runOptions,
  /** Empty until it is known. */
  seed: z.string(),
  state: z.enum(runStates),
  /** Of a finished run. */
  verdict: z.enum(runVerdicts).optional(),
  exit_code: z.int().optional(),
  /** Scenarios that have ended, by verdict. */
  counts: z.record(z.string(), z.int()),
  /** Scenarios that are known to come, those that have ended included. */
  planned: z.int(),
  created_at: z.iso.datetime(),
  started_at: timeOrNone,
  ended_at: timeOrNone,
  /** Milliseconds that a run has taken that is over; 0 before. */
  ms: z.number(),
  /** Somebody wants it to end. */
  stopping: z.boolean(),
  /** Why it ended before its time; empty otherwise. */
  note: z.string(),
  /** Whether its result and its report can still be read. */
  result: z.boolean(),
  report: z.boolean(),
  /** Whether its archive for a ticket can be fetched. */
  bundle: z.boolean(),
});
export type RunHead = z.infer<typeof runHead>;

/** A check that did not hold, in short. */
const runFailure = z.object({
  rule: z.string(),
  check: z.string(),
  expected: z.string(),
  actual: z.string(),
  /** What kind of thing was seen; empty if it is not a known one. */
  situation: z.string(),
  /** Lines of the request and the response that it looked at, redacted; empty if there was none. */
  exchange: z.array(z.string()),
});

const seq = z.int().min(0);

/** Which scenario it is. The same one is walked once for each scheme from step 12 on. */
const scenarioKey = { id: z.string().max(200), scheme: z.enum(['dcm', 'bank']).nullable() };

/** A scenario that begins. */
export const scenarioBegun = z.object({
  ...scenarioKey,
  name: z.string().max(500),
  step: z.int(),
  /** `seq` of the first journal entry that can belong to it. */
  first_seq: seq,
});
export type ScenarioBegun = z.infer<typeof scenarioBegun>;

/** How a scenario has ended. */
export const scenarioEnded = z.object({
  ...scenarioKey,
  name: z.string().max(500),
  step: z.int(),
  verdict: z.enum(verdicts),
  /** Milliseconds. */
  ms: z.number(),
  failures: z.array(runFailure).max(20),
  /** The cause behind it: a rule, and what was seen; empty if there is none. */
  cause_rule: z.string(),
  cause: z.string(),
  /** Why it could not be verified, or what failed in the tool; empty otherwise. */
  note: z.string(),
});
export type ScenarioEnded = z.infer<typeof scenarioEnded>;

/** A scenario of a run: one that is running has no verdict yet. */
export const runScenario = scenarioEnded.extend({
  verdict: z.enum(verdicts).optional(),
  /** Its journal entries; of one that is running, `last_seq` is 0. */
  first_seq: seq,
  last_seq: seq,
  /** Journal entries among them; the harness asks the bank by itself, too, and the journal does not have that. */
  exchanges: z.int(),
});
export type RunScenario = z.infer<typeof runScenario>;

export const run = runHead.extend({ scenarios: z.array(runScenario) });
export type Run = z.infer<typeof run>;

/** One event `run` of the stream of the journal: a run, and the scenario in it that has begun or ended. */
export const runEvent = z.object({ run: runHead, scenario: runScenario.optional() });
export type RunEvent = z.infer<typeof runEvent>;
