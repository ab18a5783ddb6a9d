import type { z } from 'zod';
import type { Finding } from '../../contract/control/journal.js';
import { asExpected } from '../../contract/expected-answer.js';
import { inOurWords } from '../../contract/in-our-words.js';
import type { Operation } from '../../contract/operation.js';
import { finding } from '../../mock-server/bank/finding.js';
import type { ReadExchange } from '../recording/exchange.js';

/** What is wrong with a value, member by member; `answer` for the whole. */
function problemsOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`)
    .join('; ');
}

function schemaOf({ answer, refused = {}, media, withoutBody }: Operation, status: number) {
  if (status >= 400) return refused[status];
  return media || withoutBody || status >= 300 ? undefined : answer;
}

/**
 * What of DCM's response is not as the contract declares it: members that are missing or have another type. Members that
 * nobody documents are none of it, and neither are the forms that the documentation leaves open (U-25, U-26, U-61, U-62).
 */
export function judgeResponse({ match, method, status, responseBody: body }: ReadExchange): Finding[] {
  if (match.kind !== 'found' || method === 'HEAD') return [];
  const { operation } = match;
  const schema = schemaOf(operation, status);
  if (schema === undefined) return [];
  const what = `${operation.id} answered ${status}`;
  // How an act without a documented response is confirmed is open (U-44).
  if (body === undefined && status === 204) return [];
  if (body === undefined) return finding('ANSWER-01', `${what} without a body`);
  if (typeof body === 'string') return finding('ANSWER-01', `${what} with a body that is not JSON`);
  const parsed = schema.safeParse(asExpected(operation, body), inOurWords);
  return parsed.success ? [] : finding('ANSWER-01', `${what}: ${problemsOf(parsed.error)}`);
}
