import {
  type AuthorizationMethod,
  authorizationAnswers,
  authorizationLimitMs,
  callbackKinds,
} from '../../contract/bank-service.js';
import type { Finding } from '../../contract/control/journal.js';
import { finding } from '../../mock-server/bank/finding.js';
import { judgeAnswer, judgeCallback, judgeSignature } from '../../mock-server/bank/judge.js';
import { createServedSecrets } from '../../mock-server/bank/served-secrets.js';
import type { ReadExchange } from '../recording/exchange.js';

const isMethod = (operation: string): operation is AuthorizationMethod =>
  Object.hasOwn(authorizationAnswers, operation);

/** Judges the bank's responses to DCM as the mock does; it remembers which secrets the bank has served. */
export function createBankJudge(): (exchange: ReadExchange) => Finding[] {
  const served = createServedSecrets();
  return ({ operation, status, responseHeaders: headers, responseBody: body, error, ms, claims }) => {
    const late = ms > authorizationLimitMs;
    const inTime = `no answer within ${authorizationLimitMs} ms`;
    const outcome = { status, headers, body, error: late ? inTime : error, late, ms };
    if (isMethod(operation)) {
      const asked = [claims?.obj ?? '', claims?.sub ?? ''];
      const leaks = status !== 0 && status !== 200 && served.areIn(body, headers, asked);
      if (status === 200) served.note(body);
      return [
        ...judgeAnswer(operation, outcome),
        ...(leaks ? finding('AUTH-08', `a secret in the ${status} of /${operation}`) : []),
      ];
    }
    if (operation === 'sign') return judgeSignature({ ...outcome, error });
    const isCallback = callbackKinds.some((kind) => kind === operation);
    return isCallback ? judgeCallback({ ...outcome, error }) : [];
  };
}
