import type { Judge } from '../recording/recorder.js';
import { createBankJudge } from './bank.js';
import { judgeRequest } from './requests.js';
import { judgeResponse } from './responses.js';

/** Whether a body went by whole, so that it can be judged. */
const isCut = (body: unknown): boolean => typeof body === 'string' && /^\[not kept: \d+ bytes\]$/.test(body);

/**
 * Says at once what departs from the documentation: in the bank's requests and in DCM's responses to them, and in the
 * bank's responses to DCM. Each finding names its rule.
 */
export function createJudge(): Judge {
  const judgeBank = createBankJudge();
  return {
    request: (request) =>
      request.direction === 'out' || isCut(request.requestBody) ? [] : judgeRequest(request),
    response(exchange) {
      if (exchange.direction === 'out') return judgeBank(exchange);
      const whole = exchange.error === '' && !isCut(exchange.responseBody);
      return whole ? judgeResponse(exchange) : [];
    },
  };
}
