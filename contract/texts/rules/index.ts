import { findRule, type RuleId } from '../../rules/index.js';
import type { Language } from '../language.js';
import { authTexts } from './auth.js';
import { bankJwtTexts } from './bank-jwt.js';
import { callbackTexts } from './callback.js';
import { customerTexts } from './customer.js';
import { dcmTexts } from './dcm.js';
import { emissionTexts } from './emission.js';
import { jwtTexts } from './jwt.js';
import { keyTexts } from './key.js';
import { loginTexts } from './login.js';
import { requestTexts } from './request.js';
import type { RuleText } from './rule-text.js';
import { settlementTexts } from './settlement.js';
import { signTexts } from './sign.js';
import { transferTexts } from './transfer.js';

/** Ukrainian wording and likely causes of every rule. A rule without them does not compile. */
export const ruleTexts: Readonly<Record<RuleId, RuleText>> = {
  ...authTexts,
  ...jwtTexts,
  ...keyTexts,
  ...signTexts,
  ...callbackTexts,
  ...loginTexts,
  ...emissionTexts,
  ...customerTexts,
  ...transferTexts,
  ...requestTexts,
  ...settlementTexts,
  ...bankJwtTexts,
  ...dcmTexts,
};

/** A rule as a reader of that language reads it. */
export interface RuleWords {
  readonly says: string;
  readonly fix: string;
  /** Likely causes, the likeliest first. */
  readonly causes: readonly string[];
}

/** Undefined for a rule that this version does not have, e.g. of an older result. */
export function ruleWords(id: string, language: Language): RuleWords | undefined {
  const rule = findRule(id);
  const text = (ruleTexts as Readonly<Record<string, RuleText>>)[id];
  if (rule === undefined || text === undefined) return undefined;
  return {
    says: language === 'uk' ? text.says : rule.says,
    fix: language === 'uk' ? text.fix : rule.fix,
    causes: text.causes.map(([en, uk]) => (language === 'uk' ? uk : en)),
  };
}
