import type { CapturedAnswer, RefusalReason } from '../../contract/captured.js';
import { textMark } from '../../contract/captured.js';
import { errorCatalogue } from '../../contract/errors.js';
import { isDeclined } from './declined.js';
import { codeOf, isGateway, textOf } from './refusals.js';
import { isObject, isRefused, isServed, requestOf, responseOf, type Seen } from './seen.js';

/** What a learned profile has captured of a stage, against what was recorded. */

/** Whether a request is as the contract has it. */
function isSound(seen: Seen): boolean {
  const { operation } = seen;
  const body = requestOf(seen);
  if (!operation?.body) return true;
  const { required = [] } = operation;
  return (
    operation.body.safeParse(body).success &&
    isObject(body) &&
    required.every((name) => body[name] !== undefined)
  );
}

/** Why DCM refused: by its text if the catalog has it, else by its status and the request. */
export function reasonOf(seen: Seen): RefusalReason {
  const { status } = seen.exchange;
  if (isDeclined(seen)) return 'declined';
  const code = codeOf(seen);
  if (code !== undefined && !isGateway(responseOf(seen))) return errorCatalogue[code].reason;
  if (status === 401) return 'credential';
  if (status === 403) return 'permission';
  return isSound(seen) ? 'state' : 'invalid';
}

/** A credential that is wrong and a session that has ended look the same from outside. */
const sameReason = (one: RefusalReason, other: RefusalReason): boolean =>
  one === other || (one === 'session' ? 'credential' : one) === (other === 'session' ? 'credential' : other);

/** What was captured for exchanges like this one. */
export function capturedFor(seen: Seen, captured: readonly CapturedAnswer[]): readonly CapturedAnswer[] {
  const { operation } = seen.exchange;
  return captured.filter((one) => {
    if (one.operation !== operation && one.operation !== '*') return false;
    if (one.when === 'served') return isServed(seen);
    if (one.when === 'refused')
      return (
        isRefused(seen) &&
        (one.reason === undefined || sameReason(one.reason, reasonOf(seen))) &&
        (one.code === undefined || one.code === codeOf(seen))
      );
    return true;
  });
}

/** The members of a body and the types of their values; texts of refusals differ. */
export function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  if (!isObject(value)) return value === null ? 'null' : typeof value;
  const members = Object.entries(value).map(([name, item]) => `${name}:${shapeOf(item)}`);
  return `{${members.toSorted().join()}}`;
}

/** Whether a refusal is as it was captured: its status, the form of its body, and a text that is known. */
export function isExplainedRefusal(seen: Seen, captured: readonly CapturedAnswer[]): boolean {
  if (!isRefused(seen)) return false;
  return capturedFor(seen, captured).some(({ when, status, body }) => {
    if (when !== 'refused' || body === undefined) return false;
    const came = responseOf(seen);
    const isSameText = textOf(body) === textMark ? codeOf(seen) !== undefined : textOf(body) === textOf(came);
    return (
      (status ?? seen.exchange.status) === seen.exchange.status &&
      shapeOf(body) === shapeOf(came) &&
      isSameText
    );
  });
}

/** Whether a served exchange has a status that was captured. */
export const isExplainedStatus = (seen: Seen, captured: readonly CapturedAnswer[]): boolean =>
  isServed(seen) &&
  capturedFor(seen, captured).some(
    ({ when, status }) => when === 'served' && status === seen.exchange.status,
  );
