import { z } from 'zod';

/** `drift.json`: what a stage of DCM did, against what the documentation says and what the mock assumes. */

const said = z.object({ en: z.string(), uk: z.string() });

/** What a difference means to a bank: its client breaks, it behaves otherwise, or it only looks otherwise. */
export const driftWeights = ['breaks', 'behaves', 'looks'] as const;
export type DriftWeight = (typeof driftWeights)[number];

/** One exchange: its number in a recording. */
const place = z.object({ recording: z.string(), seq: z.int(), operation: z.string() });
export type DriftPlace = z.infer<typeof place>;

/** What exchanges showed of an open question. */
const shown = z.object({
  /** Name of the reading; empty if none of the declared ones is like this. */
  reading: z.string(),
  says: said,
  /** Options of the mock that are like this; none if no option is. */
  options: z.record(z.string(), z.unknown()),
  /** Whether it is what the mock assumes. */
  assumed: z.boolean(),
  count: z.int(),
  first: place,
});
export type DriftShown = z.infer<typeof shown>;

export const questionVerdicts = ['contradicted', 'confirmed', 'not-seen'] as const;
export type QuestionVerdict = (typeof questionVerdicts)[number];

const question = z.object({
  /** Its number in docs/fidelity.md, or `-`. */
  unknown: z.string(),
  asks: said,
  weight: z.enum(driftWeights),
  verdict: z.enum(questionVerdicts),
  /** Contradictions first. */
  shown: z.array(shown),
  /** What a bank has to do to live with all readings. */
  live: said,
});
export type DriftQuestion = z.infer<typeof question>;

/**
 * `missing-member`: documented, but it never came, or not always · `other-member`: it came as something else ·
 * `undocumented-member` · `other-status`: no page has it · `unknown-text`: the catalog of errors does not have it ·
 * `other-call`: a request of DCM that no page describes like this.
 */
export const differenceKinds = [
  'missing-member',
  'other-member',
  'other-status',
  'other-call',
  'undocumented-member',
  'unknown-text',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

const difference = z.object({
  kind: z.enum(differenceKinds),
  weight: z.enum(driftWeights),
  operation: z.string(),
  /** The member as a path such as `accounts[].iban`, or `body`; the status; the text. */
  what: z.string(),
  /** What was documented or assumed, and what came instead; empty if there is nothing to say. */
  expected: z.string(),
  came: z.string(),
  /** How often, and in how many exchanges it could have been. */
  count: z.int(),
  of: z.int(),
  first: place,
});
export type Difference = z.infer<typeof difference>;

/** A request of DCM to the bank that an operation causes. */
const causedCall = z.object({
  call: z.string(),
  flow: z.string(),
  /** The first `obj`. */
  obj: z.string(),
  count: z.int(),
  /** Shortest and longest lifetime of its tokens in seconds; null without tokens. */
  lifetime_s: z.object({ least: z.number(), most: z.number() }).nullable(),
});

const operationFigures = z.object({
  operation: z.string(),
  /** `in`: a request of the bank · `out`: one of DCM. */
  direction: z.enum(['in', 'out']),
  count: z.int(),
  statuses: z.array(z.object({ status: z.int(), count: z.int() })),
  median_ms: z.number(),
  p95_ms: z.number(),
  /** The documented limit, and how many took longer; null without one. */
  limit_ms: z.number().nullable(),
  late: z.int(),
  calls: z.array(causedCall),
  /** Orders in which the calls came, the usual one first. */
  orders: z.array(z.object({ order: z.array(z.string()), count: z.int() })),
});
export type OperationFigures = z.infer<typeof operationFigures>;

export const drift = z.object({
  drift: z.literal(1),
  recordings: z.array(z.string()),
  upstream: z.string(),
  begun: z.string(),
  exchanges: z.int(),
  /** Exchanges whose operation is not known. */
  unknown_exchanges: z.int(),
  /** Name of the profile that was assumed; empty for the usual readings. */
  against: z.string(),
  questions: z.array(question),
  differences: z.array(difference),
  operations: z.array(operationFigures),
  /** 0 if nothing contradicts, 1 if something does. */
  exit_code: z.union([z.literal(0), z.literal(1)]),
});
export type Drift = z.infer<typeof drift>;
