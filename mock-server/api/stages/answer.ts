import type { Response } from 'express';
import { findingHeader, type Reply } from '../reply.js';
import type { Exchange } from './exchange.js';
import { operationOf } from './match.js';

/** The reply of an exchange that went through all stages. */
export function served(exchange: Exchange): Reply {
  const { withoutBody } = operationOf(exchange);
  return {
    status: withoutBody ?? 200,
    body: withoutBody ? undefined : exchange.answer,
    headers: exchange.answerHeaders,
    reason: '',
  };
}

/** Adds the headers with the reason of a refusal and the findings. */
export function withReasons(reply: Reply, { findings }: Exchange['call']): Reply {
  const headers = { ...reply.headers };
  if (findings.length > 0) headers['dcm-finding'] = findingHeader(findings);
  if (reply.reason) headers['dcm-reason'] = reply.reason;
  return { ...reply, headers };
}

/** Sends a reply; without text it has no body. */
export function send(response: Response, { status, headers, lost }: Reply, text: string | undefined): void {
  if (lost !== undefined) {
    response.destroy();
    return;
  }
  if (text === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  response.writeHead(status, {
    ...headers,
    'content-type': 'application/json; charset=utf-8',
    // Counted here, because a response to HEAD has the length of the body that it omits.
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
