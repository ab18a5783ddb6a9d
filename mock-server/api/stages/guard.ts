import type { Operation } from '../../../contract/operation.js';
import { because } from '../../domain/refusal.js';
import type { Admission } from '../admission.js';
import { OtherAnswer } from '../handler.js';
import { requireLegibleUrl } from '../legible.js';
import type { Stage } from './exchange.js';

/**
 * Refuses outsiders at the control API and unreadable URLs before the body is read. The control API is recognized by
 * operation, not by path, which can be spelled in several ways.
 */
export const createGuard =
  (admissionTo: (operation: Operation) => Admission): Stage =>
  (exchange) => {
    const { match, url } = exchange;
    if (match.kind === 'found' && match.operation.caller === 'control') {
      exchange.admission = admissionTo(match.operation);
      const { who, problem } = exchange.admission;
      const cause = who === 'viewer' ? 'control-viewer' : 'control-stranger';
      if (problem !== undefined)
        throw new OtherAnswer(403, { error: problem }, 'permission', because(cause, { problem }));
    }
    requireLegibleUrl(url);
  };
