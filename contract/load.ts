import { z } from 'zod';

/** `load.json`: what `dcm load` has measured; the page and the console show nothing else. */

/** What DCM asks for: the three methods, and whole transfers. */
export const loadKinds = ['user_auth', 'key', 'external_id', 'transfer'] as const;
export type LoadKind = (typeof loadKinds)[number];

/**
 * `held`: at least 99 % of the requests that were due were answered correctly within the limit. `not-measured`: the bank
 * may have been in time, but the generator was not.
 */
export const stageVerdicts = ['held', 'broken', 'not-measured'] as const;
export type StageVerdict = (typeof stageVerdicts)[number];

/** `error`: ended before all was measured. */
export const loadVerdicts = [...stageVerdicts, 'error'] as const;
export type LoadVerdict = (typeof loadVerdicts)[number];

/** The share of requests that must be answered in time: the 99th percentile is within the limit. */
export const inTimeShare = 0.99;

/** Why a request was not answered as expected. */
export const loadFaults = [
  'refused-connection',
  'closed-connection',
  'no-answer',
  'network',
  'unauthorized',
  'client-error',
  'server-error',
  'other-status',
  'wrong-body',
  'act-failed',
  'generator',
] as const;
export type LoadFault = (typeof loadFaults)[number];

/** What was not asked for: `/user_auth`, since no login is known, or all three methods, since `bank.probes` is `within-act`. */
export const leftOut = ['user_auth', 'questions'] as const;
export type LeftOut = (typeof leftOut)[number];

/** Milliseconds from the moment at which requests were due; all 0 if nothing was answered. */
const spread = z.object({
  p50_ms: z.number(),
  p90_ms: z.number(),
  p99_ms: z.number(),
  p999_ms: z.number(),
  max_ms: z.number(),
});
export type Spread = z.infer<typeof spread>;

const counts = z.object({
  /** Requests that were due so far, and are answered or late. */
  due: z.int(),
  /** Of these, those that were answered correctly within the limit. */
  in_time: z.int(),
  /** Of these, those that were answered wrongly, or not at all. */
  failed: z.int(),
});

const kind = counts.extend({
  kind: z.enum(loadKinds),
  limit_ms: z.number(),
  ...spread.shape,
});
export type KindFigures = z.infer<typeof kind>;

const fault = z.object({
  kind: z.enum(loadKinds),
  fault: z.enum(loadFaults),
  count: z.int(),
  /** The first of them, without secrets. */
  example: z.string(),
  /** What to do about it. */
  fix: z.string(),
});
export type FaultFigures = z.infer<typeof fault>;

/** A stretch of time; `at_s` is its begin. */
const slice = counts.extend({ at_s: z.number(), p50_ms: z.number(), p99_ms: z.number(), max_ms: z.number() });
export type Slice = z.infer<typeof slice>;

const stage = z.object({
  verdict: z.enum(stageVerdicts),
  /** Requests that are due in a second. */
  rate: z.number(),
  /** Seconds for which they are due. */
  seconds: z.number(),
  /** Ended before that, since the limit was already broken. */
  cut: z.boolean(),
  kinds: z.array(kind),
  /** All kinds together. */
  all: counts.extend(spread.shape),
  /** How late the generator itself was. */
  generator: z.object({
    p99_ms: z.number(),
    max_ms: z.number(),
    /** Requests that are late because of it. */
    to_blame: z.int(),
  }),
  faults: z.array(fault),
  slices: z.array(slice),
});
export type LoadStage = z.infer<typeof stage>;

export const loadResult = z.object({
  verdict: z.enum(loadVerdicts),
  exit_code: z.int(),
  /** `reference` or the bank's alias. */
  target: z.string(),
  started_at: z.string(),
  ms: z.number(),
  /** Milliseconds within which an answer of the authorization service must come. */
  limit_ms: z.number(),
  /** The same for a whole transfer; null without transfers. */
  transfer_limit_ms: z.number().nullable(),
  /** The rate that the bank must stand; null if none was demanded. */
  rate: z.number().nullable(),
  /** The search for the highest rate; null without one. `found` is null if even the lowest is too much. */
  ramp: z.object({ from: z.number(), to: z.number(), found: z.number().nullable() }).nullable(),
  /** In the order in which they were measured. */
  stages: z.array(stage),
  left_out: z.array(z.enum(leftOut)),
  /** What was not answered as expected even without load, so that nothing was measured; null if all was. */
  at_rest: fault.nullable(),
  /** Why there is no more; empty otherwise. */
  note: z.string(),
  versions: z.record(z.string(), z.string()),
});
export type LoadResult = z.infer<typeof loadResult>;
