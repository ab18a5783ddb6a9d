import { type AuthorizationMethod, authorizationAnswers, signAnswer } from '../../contract/bank-service.js';
import type { Finding } from '../../contract/control/journal.js';
import type { RuleId } from '../../contract/rules/index.js';
import { tooLong } from './answers.js';
import type { Outcome } from './exchange.js';
import { finding } from './finding.js';

/** What is wrong with an answer of a bank, in words and as a finding. */

const ruleOf: Readonly<Record<AuthorizationMethod, RuleId>> = {
  user_auth: 'AUTH-01',
  key: 'AUTH-02',
  external_id: 'AUTH-03',
};

/** Why a question came to nothing; empty when it was answered. */
export function problemOf(method: AuthorizationMethod, { status, body, error }: Outcome): string {
  if (error) return error;
  if (status !== 200) return `/${method} answered HTTP ${status}`;
  const parsed = authorizationAnswers[method].safeParse(body);
  if (parsed.success) return '';
  const [issue] = parsed.error.issues;
  return `/${method} answered 200 with an unusable body: ${issue?.path.join('.') || 'body'}: ${issue?.message}`;
}

/** Why an envelope was not signed; empty when it was. */
export function signProblem({ status, body, error }: Outcome): string {
  if (error) return error;
  if (status !== 200) return `the bank answered HTTP ${status}`;
  return signAnswer.safeParse(body).success
    ? ''
    : 'the bank answered 200 without address and transaction_xdr';
}

/** A question may be declined with 401; everything else but an answer is a finding. */
export function judgeAnswer(method: AuthorizationMethod, answer: Outcome): Finding[] {
  if (answer.late) return finding('AUTH-04', answer.error);
  const problem = answer.status === 401 ? '' : problemOf(method, answer);
  return problem ? finding(tooLong(answer.body) ? 'AUTH-07' : ruleOf[method], problem) : [];
}

/** A bank that does not sign says so by one of three statuses. */
export const judgeSignature = (answer: Outcome): Finding[] =>
  [400, 401, 404].includes(answer.status) || signProblem(answer) === ''
    ? []
    : finding('SIGN-01', signProblem(answer));

export const judgeCallback = ({ status, error }: Outcome): Finding[] =>
  status === 200 ? [] : finding('CALLBACK-01', error || `answered HTTP ${status}`);
