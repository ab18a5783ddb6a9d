import type { JournalEntry } from '../../contract/control/journal.js';
import type { RuleId } from '../../contract/rules/index.js';
import { describe, type Exchange, member } from '../exchange.js';
import { type Check, check, expect } from './check.js';

/** Responses of `POST /sign`. */

/** What became of the bank's responses. */
export interface Signing {
  readonly answers: readonly JournalEntry[];
  readonly confirmed: boolean;
  /** Why DCM refused the confirmation, in its own words; empty if it did not. */
  readonly refusal: string;
}

/** DCM itself has verified the response: the same transaction, a valid signature, no surplus signature. */
export const signed: Check<Signing> = check(
  'SIGN-01',
  'signs the same transaction',
  ({ answers, confirmed, refusal }) => {
    const last = answers.at(-1);
    const statuses = `${answers.length === 1 ? 'status' : 'statuses'} ${answers.map((answer) => answer.status).join(', ')}`;
    return expect(
      last?.status === 200 && confirmed,
      'the same transaction with a signature for the expected address, and the transfer posted',
      () =>
        [refusal, statuses, `the transfer is ${confirmed ? '' : 'not '}posted`].filter(Boolean).join('; '),
      { dependent: last?.status !== 200 },
    );
  },
);

/** The list is present and contains the requested address; it may contain other addresses of the request. */
export const signersNamed: Check<JournalEntry> = check(
  'SIGN-07',
  'names the addresses that signed',
  ({ request, response }) => {
    const asked = addressesOf(request.body);
    const named = addressesOf(response.body);
    return expect(
      asked.some((address) => named.includes(address)),
      `member address: a list that contains ${asked.join(' or ')}`,
      () => (named.length === 0 ? 'no list of addresses' : named.join(', ')),
    );
  },
);

function addressesOf(body: unknown): string[] {
  const address: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'address') : undefined;
  return Array.isArray(address) ? address.filter((item) => typeof item === 'string') : [];
}

/** Statuses of a bank that has checked the request; any other status may have prevented the check. */
const looked: readonly number[] = [200, 400, 401, 404];

export const statusIs = (rule: RuleId, status: number): Check<Exchange> =>
  check(rule, `answers ${status}`, (seen) =>
    expect(seen.status === status, `${status} from ${seen.url}`, () => describe(seen), {
      dependent: !looked.includes(seen.status),
    }),
  );

/** Two things are wrong at once, and no page says which one a bank must check first: the status of either is accepted. */
export const statusIsEither = (rule: RuleId, status: number, other: number): Check<Exchange> =>
  check(rule, `answers ${status} or ${other}`, (seen) =>
    expect(seen.status === status || seen.status === other, `${status} or ${other} from ${seen.url}`, () =>
      describe(seen),
    ),
  );

/** Any 4xx, and no envelope. */
export const notSigned: Check<Exchange> = check('SIGN-06', 'refuses and does not sign', (seen) =>
  expect(
    seen.status >= 400 && seen.status < 500 && member(seen, 'transaction_xdr') === undefined,
    '4xx without an envelope',
    () => describe(seen),
  ),
);

export const noServerError = (rule: RuleId): Check<Exchange> =>
  check(rule, 'no server error', (seen) =>
    expect(seen.error === '' && seen.status >= 200 && seen.status < 500, '2xx or 4xx', () => describe(seen)),
  );
