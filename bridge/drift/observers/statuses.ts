import type { ErrorCode } from '../../../contract/errors.js';
import {
  hasOpenStatus,
  publishesStatuses,
  refusalBody,
  refusalStatus,
} from '../../../contract/open-answers.js';
import type { Operation } from '../../../contract/operation.js';
import type { Profile } from '../../../contract/profile/index.js';
import { isDeclined } from '../declined.js';
import { beyond, type Observer, type Sight, sight } from '../observer.js';
import { codeOf, isGateway, isRefusedByDcm, textOf } from '../refusals.js';
import { isObject, isRefused, isServed, responseOf, type Seen } from '../seen.js';

/** Observers of how DCM says that it has done something, or not. */

const declinedStatuses: readonly number[] = [400, 401, 403] satisfies Profile['declined_status'][];
const refusalStatuses: readonly number[] = [400, 403, 404, 409, 422] satisfies Profile['refusal_status'][];

const otherStatus = (seen: Seen): Sight =>
  beyond(seen, `the status ${seen.exchange.status}`, `код ${seen.exchange.status}`);

/** Refusals of requests whose operation is known; those to HEAD have no body. */
const refusals = (all: readonly Seen[]): readonly (Seen & { readonly operation: Operation })[] =>
  all.filter(
    (seen): seen is Seen & { readonly operation: Operation } =>
      isRefused(seen) && isRefusedByDcm(seen.operation) && seen.exchange.method !== 'HEAD',
  );

/** U-10. */
export const declinedStatus: Observer = {
  weight: 'behaves',
  observe: (all) =>
    refusals(all)
      .filter(isDeclined)
      .map((seen) => {
        const { status } = seen.exchange;
        return declinedStatuses.includes(status)
          ? sight(seen, { declined_status: status as Profile['declined_status'] })
          : otherStatus(seen);
      }),
};

/** Whether no page fixes the body of a refusal with this code; of a text that nobody knows, none does. */
function isBodyOpen(code: ErrorCode | undefined, operation: Operation): boolean {
  if (code === undefined) return !publishesStatuses(operation);
  return refusalBody(code, '', operation, { error_body: 'empty' }).body === undefined;
}

/** U-08. */
export const errorBody: Observer = {
  weight: 'behaves',
  observe: (all) =>
    refusals(all).flatMap((seen) => {
      const body = responseOf(seen);
      if (isGateway(body)) return [];
      if (body === null || body === '') return [sight(seen, { error_body: 'empty' })];
      if (typeof body === 'string') return [sight(seen, { error_body: 'text' })];
      const names = isObject(body) ? Object.keys(body) : [];
      if (names.length === 1 && isObject(body) && typeof body.message === 'string')
        return [sight(seen, { error_body: 'message' })];
      if (names.length === 1 && isObject(body) && typeof body.error === 'string')
        return isBodyOpen(codeOf(seen), seen.operation) ? [sight(seen, { error_body: 'error' })] : [];
      const shape = isObject(body) ? names.join(', ') : 'array';
      return [beyond(seen, `a body with ${shape}`, `тіло з ${shape}`)];
    }),
};

/** Whether no page gives the status of a refusal with this code; of a text that nobody knows, none does. */
export function isStatusOpen(code: ErrorCode | undefined, operation: Operation): boolean {
  if (code === undefined) return !publishesStatuses(operation);
  return refusalStatus(code, operation, { refusal_status: 422 }) === 422;
}

/** Statuses that HTTP or the gateway gives to what DCM does not decide. */
const fixed: readonly number[] = [401, 405, 413, 415, 429];

/** U-09. */
export const refusalStatusOf: Observer = {
  weight: 'behaves',
  observe: (all) =>
    refusals(all)
      .filter((seen) => {
        const { status } = seen.exchange;
        const code = codeOf(seen);
        if (isDeclined(seen) || isGateway(responseOf(seen)) || fixed.includes(status)) return false;
        // Without any text it may be a refusal of the gateway.
        if (code === undefined && status === 403 && textOf(responseOf(seen)) === '') return false;
        return isStatusOpen(code, seen.operation);
      })
      .map((seen) => {
        const { status } = seen.exchange;
        return refusalStatuses.includes(status)
          ? sight(seen, { refusal_status: status as Profile['refusal_status'] })
          : otherStatus(seen);
      }),
};

const hasContent = (body: unknown): boolean =>
  isObject(body) ? Object.keys(body).length > 0 : body !== null && body !== '';

/** U-44. */
export const actStatus: Observer = {
  weight: 'behaves',
  observe: (all) => {
    const acts = all.filter((seen) => seen.operation && hasOpenStatus(seen.operation) && isServed(seen));
    const without = acts.some(({ exchange }) => exchange.status === 204);
    return acts.flatMap((seen) => {
      const { status } = seen.exchange;
      if (status === 201 || status === 204) return [sight(seen, { act_status: status })];
      if (status !== 200) return [otherStatus(seen)];
      // Where there is something to return, 204 is not possible.
      return without && hasContent(responseOf(seen)) ? [] : [sight(seen, { act_status: 200 })];
    });
  },
};
