import type { Language } from '../texts/language.js';
import { situationWords } from '../texts/situations.js';
import { type RuleWords, ruleWords } from './words.js';

/**
 * The texts of a rule in one language. The fix is that of the situation seen, and its cause comes first. Empty
 * texts for a rule that this version does not have.
 */
export function seenWords(rule: string, situation: string, language: Language): RuleWords {
  const { says, fix, causes } = ruleWords(rule, language) ?? { says: '', fix: '', causes: [] };
  const seen = situationWords(situation, language);
  if (seen === undefined) return { says, fix, causes };
  return { says, fix: seen.fix, causes: [seen.cause, ...causes] };
}
