import { ApiError, errorText } from '../contract/client.js';

/** A scenario cannot be judged: the state that it needs was not reached, or the bank does not support an act. */
export class Blocked extends Error {
  override name = 'Blocked';
}

/** The scenario needs the bank to act, and there is no driver yet. */
export class LeftOut extends Error {
  override name = 'LeftOut';
}

export const isBlocked = (error: unknown): error is Blocked | LeftOut =>
  error instanceof Blocked || error instanceof LeftOut;

/** The configuration leaves nothing to verify here, and that is no harm. */
export class NotApplicable extends Error {
  override name = 'NotApplicable';
}

/** Whoever acts outside the bank's own systems: a bank that knows its own requests only has to refuse it. */
export function actingOutsideTheBank({ bank }: { readonly bank: { readonly probes: string } }): void {
  if (bank.probes === 'within-act') {
    throw new NotApplicable(
      'bank.probes is within-act: the bank refuses reverse calls that do not belong to a request of its own',
    );
  }
}

/** DCM said no. Any other error of a call is a fault of the mock, or of the harness itself. */
export const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status >= 400 && error.status < 500;

/** Runs a preparation; a refusal of DCM blocks the scenario instead of failing it. */
export async function preparing<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isRefusal(error) ? new Blocked(`${what}: ${error.message}`) : error;
  }
}

/** DCM said no because of what the bank answered: it declined, failed, or gave another secret or id than before. */
export const isOfBank = (error: unknown): error is ApiError =>
  isRefusal(error) &&
  (error.reason === 'declined' || errorText(error.body).includes('failed to decrypt seed'));

/** The same calls; what DCM refuses because of the bank blocks the scenario, since it is no fault of the mock. */
export function unlessDeclined<Api extends object>(api: Api): Api {
  return new Proxy(api, {
    get(target, name) {
      const call: unknown = Reflect.get(target, name);
      if (typeof call !== 'function') return call;
      return async (...given: readonly unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(call, target, given);
        } catch (error) {
          throw isOfBank(error) ? new Blocked(`DCM needs the bank for it: ${error.message}`) : error;
        }
      };
    },
  });
}

/** The scenario goes on only with this; otherwise it is blocked, and what is amiss is told where it is looked at. */
export function needed(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Blocked(what);
}

/**
 * A promise the mock makes did not hold: a fault of the tool, never held against the bank. It must be out of the bank's
 * reach: no bank, however wrong, makes the tool fail (`promised.test.ts` has the reason for each).
 */
export function promised(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`fault of the mock: ${what}`);
}
