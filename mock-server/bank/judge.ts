import { type AuthorizationMethod, authorizationAnswers, signAnswer } from '../../contract/bank-service.js';
import type { Finding } from '../../contract/control/journal.js';
import { inOurWords } from '../../contract/in-our-words.js';
import type { RuleId } from '../../contract/rules/index.js';
import { tooLong } from './answers.js';
import type { Outcome } from './exchange.js';
import { finding } from './finding.js';

/** What is wrong with a bank's response, in words and as a finding. */

const ruleOf: Readonly<Record<AuthorizationMethod, RuleId>> = {
  user_auth: 'AUTH-01',
  key: 'AUTH-02',
  external_id: 'AUTH-03',
};

/** Why a reverse call failed; empty if it succeeded. */
export function problemOf(method: AuthorizationMethod, { status, body, error }: Outcome): string {
  if (error) return error;
  if (status !== 200) return `/${method} answered HTTP ${status}`;
  const parsed = authorizationAnswers[method].safeParse(body, inOurWords);
  if (parsed.success) return '';
  const [issue] = parsed.error.issues;
  return `/${method} answered 200 with an unusable body: ${issue?.path.join('.') || 'body'}: ${issue?.message}`;
}

/** Why an envelope was not signed; empty if it was. */
export function signProblem({ status, body, error }: Outcome): string {
  if (error) return error;
  if (status !== 200) return `the bank answered HTTP ${status}`;
  return signAnswer.safeParse(body).success
    ? ''
    : 'the bank answered 200 without address and transaction_xdr';
}

/** A bank may decline a reverse call with 401; any other failure is a finding. */
export function judgeAnswer(method: AuthorizationMethod, answer: Outcome): Finding[] {
  if (answer.late) return finding('AUTH-04', answer.error);
  const problem = answer.status === 401 ? '' : problemOf(method, answer);
  return problem ? finding(tooLong(answer.body) ? 'AUTH-07' : ruleOf[method], problem) : [];
}

/** A bank that does not sign says so with one of three statuses. */
export const judgeSignature = (answer: Outcome): Finding[] =>
  [400, 401, 404].includes(answer.status) || signProblem(answer) === ''
    ? []
    : finding('SIGN-01', signProblem(answer));

export const judgeCallback = ({ status, error }: Outcome): Finding[] =>
  status === 200 ? [] : finding('CALLBACK-01', error || `answered HTTP ${status}`);
