/**
 * `dcm-conformance/contract`: what both sides agree on, as zod schemas and data.
 *
 * @example
 * import { callbackBody, claims } from 'dcm-conformance/contract';
 *
 * callbackBody.parse({ transaction_id: '2ace8f2b-67c8-4a0c-90c1-62c9fe34ba3d' });
 */

export { bankConfig } from '../contract/bank-config/index.js';
export {
  type AuthorizationMethod,
  authorizationAnswers,
  authorizationLimitMs,
  type CallbackKind,
  type Claims,
  callbackBody,
  callbackKinds,
  callbackPath,
  claims,
  externalIdAnswer,
  type Flow,
  flows,
  keyAnswer,
  signAnswer,
  signRequest,
  tokenHeader,
  userAuthAnswer,
} from '../contract/bank-service.js';
export { controlOperations } from '../contract/control/index.js';
export { journalEntry } from '../contract/control/journal.js';
export {
  type ActAnswer,
  type ActRequest,
  actAnswer,
  actInputs,
  actRequest,
  dcmBlock,
} from '../contract/driver.js';
export { type Operation, operation } from '../contract/operation.js';
export { operations } from '../contract/operations/index.js';
export { plan } from '../contract/plan.js';
export { defaultProfile, type Profile, profile } from '../contract/profile/index.js';
export { type Result, result } from '../contract/result.js';
export { catalogue, type Rule, type RuleId } from '../contract/rules/index.js';
