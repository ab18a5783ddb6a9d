import { z } from 'zod';
import { callbackBody, callbackKinds, signRequest } from '../../contract/bank-service.js';
import { hasOpenTotal } from '../../contract/open-answers.js';
import { accountPages, listedAccount } from '../../contract/operations/entities.js';
import { issuesOf, type MemberIssue } from './members.js';
import { isObject, isServed, requestOf, responseOf, type Seen } from './seen.js';

const bareAccounts = z.array(listedAccount);

/** What DCM sends with a body to the bank. */
const sentBodies: Readonly<Record<string, z.ZodType>> = {
  sign: signRequest,
  ...Object.fromEntries(callbackKinds.map((kind) => [kind, callbackBody])),
};

/** Whether a path is about the number of rows, which is an open question of its own (U-61). */
const isTotal = (path: string): boolean => path === 'total' || path === '[].total';

/** How what DCM sent differs from what is documented; forms that an open question covers are left to it. */
export function memberIssues(seen: Seen): readonly MemberIssue[] {
  const { exchange, operation } = seen;
  if (exchange.direction === 'out') {
    const schema = sentBodies[exchange.operation];
    return schema ? issuesOf(requestOf(seen), schema) : [];
  }
  if (!operation || operation.media || operation.caller === 'control') return [];
  if (!isServed(seen) || exchange.method === 'HEAD') return [];
  const body = responseOf(seen);
  const isBare =
    operation.answer === accountPages &&
    Array.isArray(body) &&
    body.every((item) => isObject(item) && !('accounts' in item));
  const issues = issuesOf(body, isBare ? bareAccounts : operation.answer);
  return hasOpenTotal(operation) ? issues.filter(({ path }) => !isTotal(path)) : issues;
}
