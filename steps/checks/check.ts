import type { RuleId } from '../../contract/rules/index.js';

export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly expected: string; readonly actual: string };

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

export const broken = (expected: string, actual: string): Outcome => ({ ok: false, expected, actual });

/** Holds when the condition does. */
export const expect = (condition: boolean, expected: string, actual: () => string): Outcome =>
  condition ? held : broken(expected, actual());

export const check = <Seen>(rule: RuleId, name: string, look: (seen: Seen) => Outcome): Check<Seen> => ({
  rule,
  name,
  look,
});
