import type { Request } from 'express';
import { because } from '../../domain/refusal.js';
import { OtherAnswer } from '../handler.js';
import { requireLegibleUrl } from '../legible.js';
import type { Stage } from './exchange.js';

/** Why a request must not reach the control API; undefined if it may. */
export type Guard = (request: Request) => string | undefined;

/**
 * Refuses outsiders at the control API and unreadable URLs before the body is read. The control API is recognized by
 * operation, not by path, which can be spelled in several ways.
 */
export const createGuard =
  (problemOf: () => ReturnType<Guard>): Stage =>
  ({ match, url }) => {
    const problem = match.kind === 'found' && match.operation.caller === 'control' && problemOf();
    if (problem)
      throw new OtherAnswer(403, { error: problem }, 'permission', because('control-stranger', { problem }));
    requireLegibleUrl(url);
  };
