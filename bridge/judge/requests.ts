import type { Finding } from '../../contract/control/journal.js';
import { needsCredential } from '../../contract/operation.js';
import { sessionToken } from '../../mock-server/api/credentials.js';
import { explainRefusal } from '../../mock-server/api/reply.js';
import { requestIdHeader } from '../../mock-server/api/request-id.js';
import { meant } from '../../mock-server/api/router.js';
import type { Exchange } from '../../mock-server/api/stages/exchange.js';
import { match } from '../../mock-server/api/stages/match.js';
import { parse } from '../../mock-server/api/stages/parse.js';
import { type Call, createCall } from '../../mock-server/domain/call.js';
import { Refusal } from '../../mock-server/domain/refusal.js';
import type { ReadRequest } from '../recording/exchange.js';

/** Nobody knows here which flows the stage has begun. */
const noFlows = { isFlow: () => false };

/** What is wrong with the form of the credentials; whether they are valid only the stage knows. */
function credentials(exchange: Exchange): void {
  const { match: found, headers, call } = exchange;
  if (found.kind !== 'found' || !needsCredential(found.operation)) return;
  const authorization = headers.authorization ?? '';
  const own = headers['cx-authorization'] ?? '';
  if (authorization !== '' && own !== '')
    call.explain('BANKJWT-04', 'both Authorization and CX-Authorization are filled');
  else if (own !== '') return;
  else if (found.operation.caller === 'bank')
    call.explain('BANKJWT-01', `${found.operation.id} checks the token in CX-Authorization; there is none`);
  else if (authorization !== '') sessionToken(authorization, call, noFlows);
}

/** The request as the stages of the mock read it. */
function arrived(read: ReadRequest, call: Call): Exchange {
  const cut = read.url.indexOf('?');
  return {
    match: read.match,
    method: meant(read.method),
    url: read.url,
    path: cut < 0 ? read.url : read.url.slice(0, cut),
    search: cut < 0 ? '' : read.url.slice(cut + 1),
    headers: read.requestHeaders,
    raw: read.requestBytes,
    call,
    origin: '',
    admission: { who: 'nobody' },
    requestId: read.requestHeaders[requestIdHeader] ?? '',
    answerHeaders: {},
    begun: 0,
    at: read.at,
    body: undefined,
    input: undefined,
    answer: undefined,
  };
}

const stages = [match, credentials, parse];

/** What the mock would note about the form of a request of the bank. */
export function judgeRequest(read: ReadRequest): Finding[] {
  const call = createCall(read.seq, false);
  const exchange = arrived(read, call);
  for (const stage of stages) {
    try {
      void stage(exchange);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      explainRefusal(exchange, error);
      // Without an operation there is nothing to read; wrong credentials do not hide what else is wrong.
      if (stage === match) break;
    }
  }
  return call.findings;
}
