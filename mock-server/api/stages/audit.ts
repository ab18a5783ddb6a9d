import { isForViewers } from '../../../contract/operation.js';
import { redactBody } from '../../../contract/redact.js';
import type { Center } from '../../domain/center.js';
import type { Audit } from '../../journal/audit.js';
import type { Exchange } from './exchange.js';

/** Texts and numbers of these names; a secret among them is hidden. */
function namesIn(names: readonly string[], places: readonly unknown[]): Record<string, string> {
  const found: [string, unknown][] = [];
  for (const name of names) {
    const values = places.map((place) => (place as Record<string, unknown> | undefined)?.[name]);
    const value = values.findLast((one) => typeof one === 'string' || typeof one === 'number');
    if (value !== undefined) found.push([name, String(value)]);
  }
  return redactBody(Object.fromEntries(found)) as Record<string, string>;
}

/** Puts into the audit list what changes or reveals something through the control API, and what was refused there. */
export const createAuditing =
  (audit: Audit, wall: Center['wallClock']) =>
  ({ match, admission, headers, requestId, address = '', input, answer }: Exchange, status: number): void => {
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
      names: namesIn(match.operation.names ?? [], [input?.query, input?.body, answer]),
      status,
      request_id: requestId,
    };
    audit.record(act, problem !== undefined);
  };
