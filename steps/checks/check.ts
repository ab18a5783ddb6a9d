import type { RuleId } from '../../contract/rules/index.js';
import type { Situation } from '../../contract/texts/situations.js';

export type Outcome =
  | { readonly ok: true }
  | ({ readonly ok: false; readonly expected: string; readonly actual: string } & Hints);

/** Where to look for the cause of what did not hold. */
export interface Hints {
  /** It may well have come to nothing for a reason of another rule: an exchange before it that went wrong. */
  readonly dependent?: boolean;
  /** Which kind of thing was seen, where the exchange that was looked at does not say. */
  readonly situation?: Situation;
}

/**
 * One check: looks at something recorded and says whether one rule held. It never throws and never stays silent.
 */
export interface Check<Seen> {
  readonly rule: RuleId;
  /** What is looked at, in a few words; with the rule it tells this check from all others. */
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

/** Holds when the condition does. */
export const expect = (condition: boolean, expected: string, actual: () => string, hints?: Hints): Outcome =>
  condition ? held : broken(expected, actual(), hints);

export const check = <Seen>(rule: RuleId, name: string, look: (seen: Seen) => Outcome): Check<Seen> => ({
  rule,
  name,
  look,
});
