import type { RuleId } from '../../contract/rules/index.js';
import type { Situation } from '../../contract/texts/situations.js';

export type Outcome =
  | { readonly ok: true }
  | ({ readonly ok: false; readonly expected: string; readonly actual: string } & Hints);

/** Where to look for the cause of a broken check. */
export interface Hints {
  /** It may have failed because of another rule: an earlier exchange that went wrong. */
  readonly dependent?: boolean;
  /** The situation seen, if the checked exchange does not show it. */
  readonly situation?: Situation;
}

/**
 * One check: looks at something recorded and reports whether one rule held. It never throws and always reports.
 */
export interface Check<Seen> {
  readonly rule: RuleId;
  /** What is checked, in a few words; unique together with the rule. */
  readonly name: string;
  readonly look: (seen: Seen) => Outcome;
}

export const held: Outcome = { ok: true };

export const broken = (expected: string, actual: string, hints: Hints = {}): Outcome => ({
  ok: false,
  expected,
  actual,
  ...hints,
});

/** Holds if the condition is true. */
export const expect = (condition: boolean, expected: string, actual: () => string, hints?: Hints): Outcome =>
  condition ? held : broken(expected, actual(), hints);

export const check = <Seen>(rule: RuleId, name: string, look: (seen: Seen) => Outcome): Check<Seen> => ({
  rule,
  name,
  look,
});
