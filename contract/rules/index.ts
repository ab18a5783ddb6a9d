import { authRules } from './auth.js';
import { authFormRules } from './auth-form.js';
import { authRefusalRules } from './auth-refusals.js';
import { bankJwtRules } from './bank-jwt.js';
import { bankKeyRules } from './bank-key.js';
import { callbackRules } from './callback.js';
import { customerRules } from './customer.js';
import { dcmRules } from './dcm.js';
import { declineRules } from './decline.js';
import { draftRules } from './draft.js';
import { emissionRules } from './emission.js';
import { jwtRules } from './jwt.js';
import { jwtFormRules } from './jwt-form.js';
import { jwtKeyRules } from './jwt-key.js';
import { jwtTimeRules } from './jwt-times.js';
import { keyRules } from './key.js';
import { loginRules } from './login.js';
import { orderRules } from './order.js';
import { postingRules } from './posting.js';
import { requestRules } from './request.js';
import type { Rule } from './rule.js';
import { settlementRules } from './settlement.js';
import { signRules } from './sign.js';
import { signRefusalRules } from './sign-refusals.js';
import { transferRules } from './transfer.js';

/** The catalogue of rules, by id: what DCM calls, how the bank calls DCM, what comes out of the plan. */
export const catalogue = {
  ...authRules,
  ...authFormRules,
  ...authRefusalRules,
  ...jwtRules,
  ...jwtKeyRules,
  ...jwtTimeRules,
  ...jwtFormRules,
  ...keyRules,
  ...signRules,
  ...signRefusalRules,
  ...callbackRules,

  ...loginRules,
  ...emissionRules,
  ...customerRules,
  ...requestRules,
  ...bankJwtRules,
  ...bankKeyRules,
  ...draftRules,
  ...transferRules,
  ...postingRules,
  ...orderRules,
  ...settlementRules,

  ...declineRules,
  ...dcmRules,
};

export type RuleId = keyof typeof catalogue;

export function findRule(id: string): Rule | undefined {
  return (catalogue as Readonly<Record<string, Rule>>)[id];
}

export type { Rule } from './rule.js';
