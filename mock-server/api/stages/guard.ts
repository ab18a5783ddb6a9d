import type { Request } from 'express';
import { OtherAnswer } from '../handler.js';
import { requireLegibleUrl } from '../legible.js';
import type { Stage } from './exchange.js';

/** Why a request must not reach the control API; undefined when it may. */
export type Guard = (request: Request) => string | undefined;

/**
 * Refuses strangers at the control API and URLs that cannot be read, before anything is read of the body.
 * The control API is known by operation and not by path, which can be spelt in several ways.
 */
export const createGuard =
  (problemOf: Guard): Stage =>
  ({ match, request, url }) => {
    const problem = match.kind === 'found' && match.operation.caller === 'control' && problemOf(request);
    if (problem) throw new OtherAnswer(403, { error: problem }, 'permission');
    requireLegibleUrl(url);
  };
