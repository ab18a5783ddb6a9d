import { z } from 'zod';
import { namedOptions, someOptions } from './profile/index.js';
import { timestamp } from './schemas.js';

/**
 * A learned profile: options of the mock with which it behaves like a stage that was recorded, and what the stage
 * answers where no option is like it. Any file of options is one, too.
 */

/** Why DCM refuses, as in the catalog of errors. */
export const refusalReasons = [
  'credential',
  'session',
  'permission',
  'declined',
  'invalid',
  'state',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Stands in the body of a refusal for the text that the mock has for it. */
export const textMark = '{text}';

/** A member as a path such as `accounts[].iban`. */
const memberPath = z.string().min(1).max(300);

/** In lower case; how a message is framed is decided when it is sent. */
const headerName =
  /^(?!(?:connection|content-length|keep-alive|transfer-encoding|trailer|upgrade)$)[a-z\d-]+$/;

export const capturedAnswer = z.strictObject({
  /** The operation, or `*` for all. */
  operation: z.string(),
  /** Whether it is about responses to what DCM has done, or to what it has refused. */
  when: z.enum(['served', 'refused', 'any']),
  /** Of refusals: only those for this reason. */
  reason: z.enum(refusalReasons).optional(),
  /** Of refusals: only this one of the catalog of errors. */
  code: z.string().optional(),
  status: z.int().min(200).max(599).optional(),
  /** Headers beside those of the mock; not those that belong to one connection or body. */
  headers: z.record(z.string().regex(headerName), z.string().regex(/^[\t\x20-\x7e]*$/)).optional(),
  /** Members that the stage adds, each with a value that it had. */
  added: z.array(z.strictObject({ at: memberPath, sample: z.unknown() })).optional(),
  /** Members that the stage leaves out. */
  left_out: z.array(memberPath).optional(),
  /** Of refusals: the body instead of the mock's; `{text}` in it is the text of the refusal. */
  body: z.unknown().optional(),
});
export type CapturedAnswer = z.infer<typeof capturedAnswer>;

const learned = z.strictObject({
  /** The stage and when it was recorded. */
  upstream: z.string(),
  recorded: timestamp,
  exchanges: z.int(),
  /** Readings that the stage showed, such as `U-26 object`. */
  readings: z.array(z.string()),
  /** What the stage does and this profile cannot say, in words. */
  beyond: z.array(z.string()),
});

export const learnedProfile = someOptions.extend({
  learned: learned.optional(),
  captured: z.array(capturedAnswer).optional(),
});
export type LearnedProfile = z.infer<typeof learnedProfile>;

/** Options, and what else a profile says. */
export function partsOf({ learned: from, captured = [], ...options }: LearnedProfile) {
  return { options: namedOptions(options), captured, learned: from };
}
