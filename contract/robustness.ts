import { z } from 'zod';

/** What became of a reading: the bank works under it, fails under it, or it could not be tried. */
export const robustnessOutcomes = ['independent', 'depends', 'not-tried'] as const;

/** How the bank lives with one reading of an open question (`dcm verify --readings`). */
export const robustness = z.object({
  /** Its question and name, such as `U-26 object`. */
  reading: z.string(),
  /** The usual reading of the same question, such as `U-26 array`. */
  usual: z.string(),
  /** Number of the question in docs/fidelity.md; `-` if it has none. */
  question: z.string(),
  /** What DCM does under it. */
  says: z.string(),
  /** Options of the mock that make it do so. */
  profile: z.record(z.string(), z.unknown()),
  outcome: z.enum(robustnessOutcomes),
  /** Why it was not tried; empty otherwise. */
  reason: z.string(),
  /** Scenarios that passed under the usual reading and were walked again. */
  scenarios: z.array(z.string()),
  /** Those of them that did not pass. */
  failed: z.array(z.string()),
  /** The first check that failed; null if none did. */
  first: z
    .object({
      scenario: z.string(),
      rule: z.string(),
      check: z.string(),
      expected: z.string(),
      actual: z.string(),
    })
    .nullable(),
  /** What to do to live with every reading. */
  fix: z.string(),
  /** Milliseconds. */
  ms: z.number(),
});

export type Robustness = z.infer<typeof robustness>;
