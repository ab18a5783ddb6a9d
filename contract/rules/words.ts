import type { Language } from '../texts/language.js';
import { findRule } from './index.js';

/** The texts of a rule in one language. */
export interface RuleWords {
  readonly says: string;
  readonly fix: string;
  /** Likely causes, the likeliest first. */
  readonly causes: readonly string[];
}

/** Undefined for a rule that this version does not have, e.g. from an older result. */
export function ruleWords(id: string, language: Language): RuleWords | undefined {
  const rule = findRule(id);
  return (
    rule && {
      says: rule.says[language],
      fix: rule.fix[language],
      causes: rule.causes.map((cause) => cause[language]),
    }
  );
}
