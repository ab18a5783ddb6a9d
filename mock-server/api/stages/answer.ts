import type { Response } from 'express';
import { hintOf } from '../../../contract/explanations/why.js';
import { hasOpenStatus } from '../../../contract/open-answers.js';
import type { Profile } from '../../../contract/profile/index.js';
import { inForms } from '../answer-forms.js';
import { findingHeader, type Reply } from '../reply.js';
import { requestIdHeader } from '../request-id.js';
import type { Exchange } from './exchange.js';
import { operationOf } from './match.js';

/** The status of a response about which nothing is published; 204 only if there is nothing to say. */
const openStatus = (answer: unknown, wanted: Profile['act_status']): number =>
  wanted === 204 && Object.keys(answer ?? {}).length > 0 ? 200 : wanted;

/** The reply of an exchange that went through all stages. */
export function served(exchange: Exchange, profile: Profile): Reply {
  const operation = operationOf(exchange);
  const open = profile.act_status !== 200 && hasOpenStatus(operation);
  const status = operation.withoutBody ?? (open ? openStatus(exchange.answer, profile.act_status) : 200);
  const body = inForms(exchange.answer, operation, profile);
  return {
    status,
    body: operation.withoutBody || status === 204 ? undefined : body,
    headers: exchange.answerHeaders,
    reason: '',
  };
}

/** Adds the headers with the reason of a refusal, its explanation in short, and the findings. */
export function withReasons(reply: Reply, { findings }: Exchange['call']): Reply {
  const headers = { ...reply.headers };
  if (findings.length > 0) headers['dcm-finding'] = findingHeader(findings);
  if (reply.reason) headers['dcm-reason'] = reply.reason;
  if (reply.why) headers['dcm-hint'] = hintOf(reply.why);
  return { ...reply, headers };
}

/** Adds the id by which the request is found again in logs. */
export const withRequestId = ({ requestId }: Exchange, reply: Reply): Reply => ({
  ...reply,
  headers: { ...reply.headers, [requestIdHeader]: requestId },
});

/** Sends a reply; without text it has no body. */
export function send(
  response: Response,
  { status, headers, lost, chunked }: Reply,
  text: string | undefined,
): void {
  if (lost !== undefined) {
    response.destroy();
    return;
  }
  if (text === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const whole = { 'content-type': 'application/json; charset=utf-8', ...headers };
  if (chunked) {
    const bytes = Buffer.from(text);
    const half = Math.ceil(bytes.length / 2);
    response.writeHead(status, whole).write(bytes.subarray(0, half));
    response.end(bytes.subarray(half));
    return;
  }
  // Counted here, because a response to HEAD has the length of the body that it omits.
  response.writeHead(status, { ...whole, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
