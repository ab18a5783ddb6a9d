import { legacyOf } from '../../../contract/legacy.js';
import type { Operation } from '../../../contract/operation.js';
import { operations } from '../../../contract/operations/index.js';
import { Refusal } from '../../domain/refusal.js';
import { meant } from '../router.js';
import type { Exchange, Stage } from './exchange.js';

/** Refuses unknown operations, and names the nearest one. @throws {Refusal} `unknown-path`, `wrong-method` */
export const match: Stage = ({ match: found, call, method, path }) => {
  if (found.kind === 'found') return;
  const legacy = legacyOf(meant(method), path);
  if (legacy) {
    const { method: verb, path: now } = operations[legacy.today];
    call.explain(
      'REQUEST-02',
      `${legacy.id} is from the oldest guide; today: ${legacy.today} ${verb} ${now}`,
    );
    throw new Refusal('legacy-path', { path, operation: legacy.id, nearest: `${verb} ${now}` });
  }
  if (found.kind === 'wrong-method') {
    const allowed = found.allowed.join(', ');
    call.explain('REQUEST-02', `${method} is not a method of this path; allowed: ${allowed}`);
    throw new Refusal('wrong-method', { method, allowed });
  }
  const { nearest } = found;
  call.explain('REQUEST-02', `unknown path; nearest: ${nearest.id} ${nearest.method} ${nearest.path}`);
  throw new Refusal('unknown-path', { path, nearest: `${nearest.method} ${nearest.path}` });
};

function foundIn({ match: found, url }: Pick<Exchange, 'match' | 'url'>) {
  if (found.kind !== 'found') throw new Error(`no operation was matched: ${url}`);
  return found;
}

/** The operation that a request means; only for stages after `match`. */
export const operationOf = (exchange: Pick<Exchange, 'match' | 'url'>): Operation =>
  foundIn(exchange).operation;

/** The parameters in its path, not yet parsed; only for stages after `match`. */
export const paramsOf = (exchange: Pick<Exchange, 'match' | 'url'>) => foundIn(exchange).params;
