import type { z } from 'zod';
import type { Said } from '../texts/said.js';

/** A choice where the documentation available to us is silent and another reading is plausible. */
export interface Option {
  /** Allowed values, with the default. */
  readonly value: z.ZodType;
  /** The open question behind it (docs/fidelity.md), or `-`. */
  readonly unknown: string;
  /** What it decides. */
  readonly says: Said;
  /** Values that relax what is documented: a run with one of them is `non-standard`. */
  readonly relaxedBy?: readonly unknown[];
}
