import type { ServerResponse } from 'node:http';
import { errorBody, errorCatalogue } from '../../contract/errors.js';
import { hintOf, whyOf } from '../../contract/explanations/why.js';
import type { Refusal } from '../domain/refusal.js';

/** Responds with a refusal before a request has reached any operation; the journal does not have it. */
export function refusePlainly(response: ServerResponse, { because, code, message, status }: Refusal): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'dcm-reason': errorCatalogue[code].reason,
    'dcm-hint': hintOf(whyOf(because.cause, because.facts)),
    ...(status === 503 && { 'retry-after': '1' }),
  });
  response.end(JSON.stringify(errorBody(code, message)));
}
