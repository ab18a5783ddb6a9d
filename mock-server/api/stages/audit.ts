import { isForViewers } from '../../../contract/operation.js';
import type { Center } from '../../domain/center.js';
import type { Audit } from '../../journal/audit.js';
import type { Exchange } from './exchange.js';

/** Puts into the audit list what changes or reveals something through the control API, and what was refused there. */
export const createAuditing =
  (audit: Audit, wall: Center['wallClock']) =>
  ({ match, admission, headers, requestId, address = '' }: Exchange, status: number): void => {
    if (match.kind !== 'found' || match.operation.caller !== 'control') return;
    const { who, problem } = admission;
    if (problem === undefined && isForViewers(match.operation)) return;
    const act = {
      at: new Date(wall.now()).toISOString(),
      who,
      address,
      forwarded_for: headers['x-forwarded-for'] ?? '',
      operation: match.operation.id,
      params: match.params,
      status,
      request_id: requestId,
    };
    audit.record(act, problem !== undefined);
  };
