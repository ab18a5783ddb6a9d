import type { Transfer } from '../../contract/control/transfers.js';
import type { RuleId } from '../../contract/rules/index.js';
import { broken, type Check, check, expect, held } from './check.js';

/** Results of an act: at DCM, in money, in the bank's response. */

/** The result of an attempt of the harness in the role of DCM or of an employee. */
export interface Attempt {
  readonly ok: boolean;
  readonly status: number;
  /** `DCM-Reason`. */
  readonly reason: string;
  readonly error: string;
}

const outcome = (attempt: Attempt) =>
  attempt.ok ? 'it succeeded' : `${attempt.status} (${attempt.reason || 'no reason'}): ${attempt.error}`;

/** DCM declined because the bank returned 401 to the last reverse call. */
export const declinedByBank: Check<{ attempt: Attempt; lastAnswer: number }> = check(
  'DECLINE-01',
  'declined because of the bank',
  ({ attempt, lastAnswer }) =>
    expect(
      !attempt.ok && attempt.reason === 'declined' && lastAnswer === 401,
      'declined because the bank returned 401',
      () => `the bank returned ${lastAnswer || 'nothing'}; ${outcome(attempt)}`,
    ),
);

export const succeeded = (rule: RuleId): Check<Attempt> =>
  check(rule, 'succeeds', (attempt) => expect(attempt.ok, 'success', () => outcome(attempt)));

/** A fact with its value: `what` is expected to be `wanted`. Numbers in `what` are not part of the name of the check. */
export const equals = <Value>(rule: RuleId, what: string, wanted: Value): Check<Value> =>
  check(rule, what.replaceAll(/\d+(?:\.\d+)?/g, 'n'), (actual) =>
    expect(Object.is(actual, wanted), `${what}: ${String(wanted)}`, () => `${what}: ${String(actual)}`),
  );

/** Balances before and after, in hryvnias. */
export interface Movement {
  readonly amount: number;
  readonly sender?: { readonly before: number; readonly after: number };
  readonly receiver: { readonly before: number; readonly after: number };
}

const kopiykas = (hryvnias: number) => Math.round(hryvnias * 100);

export const moneyMoved = (rule: RuleId): Check<Movement> =>
  check(rule, 'the money has moved', ({ amount, sender, receiver }) => {
    const left = sender ? kopiykas(sender.before - sender.after) : kopiykas(amount);
    const arrived = kopiykas(receiver.after - receiver.before);
    if (left === kopiykas(amount) && arrived === kopiykas(amount)) return held;
    const words = `${left / 100} left the sender, ${arrived / 100} reached the receiver`;
    return broken(`${amount} moved`, words, { dependent: left === 0 && arrived === 0 });
  });

/** Exactly the amount, which may be 0, has moved. */
export const moneyStays = (rule: RuleId): Check<Movement> =>
  check(rule, 'no more money moves', ({ amount, sender, receiver }) => {
    const left = sender ? kopiykas(sender.before - sender.after) : kopiykas(amount);
    const arrived = kopiykas(receiver.after - receiver.before);
    const words = () => `${left / 100} left the sender, ${arrived / 100} reached the receiver`;
    return expect(left === kopiykas(amount) && arrived === kopiykas(amount), `${amount} moved`, words);
  });

/** The draft is not confirmed, and no money has moved. */
export const staysDraft: Check<Movement & { confirms: number; payment: Transfer | undefined }> = check(
  'TRANSFER-01',
  'stays a draft',
  ({ confirms, payment, sender, receiver }) => {
    const moved = kopiykas(receiver.after - receiver.before) !== 0 || sender?.before !== sender?.after;
    return expect(
      payment?.status === 'CREATED' && !moved,
      'a transfer with status CREATED, not confirmed, and no money moved',
      () =>
        `${payment ? `its status is ${payment.status}` : 'no transfer'}, ${confirms} ${confirms === 1 ? 'confirmation' : 'confirmations'}, ${moved ? 'money' : 'no money'} has moved`,
      { dependent: payment === undefined },
    );
  },
);

export const transferIs = (rule: RuleId, status: Transfer['status']): Check<Transfer | undefined> =>
  check(rule, `the transfer is ${status}`, (payment) =>
    expect(
      payment?.status === status,
      `a transfer with status ${status}`,
      () => (payment ? `its status is ${payment.status}` : 'no transfer'),
      { dependent: true },
    ),
  );
