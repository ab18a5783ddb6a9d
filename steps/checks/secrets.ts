import { describe, type Exchange, member } from '../exchange.js';
import { type Check, check, expect } from './check.js';

/** Secrets of key keepers and customers. Values are never shown, only whether they are equal. */

const key = (exchange: Exchange) => member(exchange, 'key');
const externalId = (exchange: Exchange) => member(exchange, 'external_id');
const usable = (value: unknown) => typeof value === 'string' && value !== '';
const kind = (exchange: Exchange) =>
  usable(key(exchange)) ? 'a secret' : describe({ ...exchange, body: null });
const summary = (exchange: Exchange) =>
  exchange.error || `${exchange.status}${usable(key(exchange)) ? ' with key' : ' without key'}`;

type Pair = readonly [Exchange, Exchange];

export const twoSecrets: Check<Pair> = check('KEY-01', 'two different secrets', ([one, other]) =>
  expect(
    usable(key(one)) && usable(key(other)) && key(one) !== key(other),
    'two different, non-empty secrets',
    () =>
      key(one) === key(other) && usable(key(one))
        ? 'the same secret twice'
        : `${kind(one)} and ${kind(other)}`,
  ),
);

export const sameSecret: Check<Pair> = check('KEY-02', 'the same secret again', ([before, after]) =>
  expect(usable(key(after)) && key(before) === key(after), 'the same secret as before', () =>
    usable(key(after)) ? 'a different secret' : kind(after),
  ),
);

export const oneSecret: Check<Pair> = check('KEY-03', 'one secret in both methods', ([userAuth, keyAnswer]) =>
  expect(
    usable(key(userAuth)) && key(userAuth) === key(keyAnswer),
    'the same secret from /user_auth and /key',
    () => (usable(key(keyAnswer)) ? 'two different secrets' : `${kind(userAuth)} and ${kind(keyAnswer)}`),
  ),
);

export const secretsDiffer: Check<Pair> = check('KEY-04', 'different secrets', ([one, other]) =>
  expect(
    usable(key(one)) && usable(key(other)) && key(one) !== key(other),
    'different secrets for different customers',
    () =>
      usable(key(one)) && usable(key(other)) ? 'the same secret twice' : `${kind(one)} and ${kind(other)}`,
  ),
);

/** Refused with 401 before the bank officer acted, served afterwards; `before` is undefined if it was not requested. */
export const servedSinceCreated: Check<{ before: Exchange | undefined; after: Exchange }> = check(
  'KEY-05',
  'served since it was created',
  ({ before, after }) =>
    expect(
      (before === undefined || before.status === 401) && after.status === 200 && usable(key(after)),
      before
        ? '401 before the secret was created, 200 with key after'
        : '200 with key once the secret is created',
      () => `${before ? `before: ${before.error || before.status}, ` : ''}after: ${summary(after)}`,
    ),
);

export const sameExternalId: Check<Pair> = check('KEY-06', 'the same external_id again', ([before, after]) =>
  expect(
    usable(externalId(before)) && externalId(before) === externalId(after),
    `external_id ${usable(externalId(before)) ? externalId(before) : '(none before)'}, as before`,
    () => (usable(externalId(after)) ? String(externalId(after)) : describe(after)),
  ),
);

/** Two users have different external ids. */
export const ownExternalIds: Check<readonly [string, string]> = check(
  'REQUEST-04',
  'two users, two external ids',
  ([one, other]) => expect(one !== other, 'a different external id for each user', () => `${one} for both`),
);

/** The same user in a single request and in one of several simultaneous requests. External ids are not secrets. */
export const ownAnswer: Check<Pair> = check('AUTH-10', 'is about the user asked about', ([alone, together]) =>
  expect(
    usable(externalId(alone)) && externalId(alone) === externalId(together) && key(alone) === key(together),
    `the user with external_id ${String(externalId(alone))}, as in a single request`,
    () =>
      usable(externalId(together))
        ? `external_id ${String(externalId(together))}, ${key(alone) === key(together) ? 'the same' : 'a different'} secret`
        : summary(together),
  ),
);

/** As `ownAnswer`, for a method whose response has only one of the two members. */
export const ownAnswers: Check<Pair> = check(
  'AUTH-10',
  'is that of the user asked about',
  ([alone, together]) =>
    expect(
      together.status === 200 && key(alone) === key(together) && externalId(alone) === externalId(together),
      'the same response as to a single request',
      () => (together.status === 200 ? 'the response about another user' : summary(together)),
    ),
);
