import type { RuleId } from '../../rules/index.js';

/** A likely cause of a failure, in both languages. */
export type Cause = readonly [en: string, uk: string];

/** What the catalogue of rules does not say itself: the Ukrainian wording, and what usually is behind a failure. */
export interface RuleText {
  /** Ukrainian `says` of the rule. */
  readonly says: string;
  /** Ukrainian `fix` of the rule. */
  readonly fix: string;
  /** The likeliest first. */
  readonly causes: readonly [Cause, ...Cause[]];
}

/** The texts of all rules with one prefix: a new rule does not compile until it has its own. */
export type TextsOf<Prefix extends string> = Readonly<
  Record<Extract<RuleId, `${Prefix}-${string}`>, RuleText>
>;
