import type { z } from 'zod';
import type { problem } from '../../contract/horizon/records.js';

type Body = z.infer<typeof problem>;

/** A response of Horizon that is not 200. */
export class HorizonProblem extends Error {
  override name = 'HorizonProblem';
  constructor(readonly body: Body) {
    super(body.detail);
  }
}

const kinds = {
  not_found: [404, 'Resource Missing'],
  bad_request: [400, 'Bad Request'],
  method_not_allowed: [405, 'Method Not Allowed'],
  not_acceptable: [406, 'An acceptable response content-type could not be provided for this request'],
  server_error: [500, 'Internal Server Error'],
} as const;

export function horizonProblem(
  kind: keyof typeof kinds,
  detail: string,
  extras?: Body['extras'],
): HorizonProblem {
  const [status, title] = kinds[kind];
  const type = `https://stellar.org/horizon-errors/${kind}`;
  return new HorizonProblem({ type, title, status, detail, ...(extras ? { extras } : {}) });
}

/** 400 that names the part of the request and why. */
export const badRequest = (invalid_field: string, reason: string): HorizonProblem =>
  horizonProblem('bad_request', `The request is invalid in some way: ${invalid_field}: ${reason}`, {
    invalid_field,
    reason,
  });
