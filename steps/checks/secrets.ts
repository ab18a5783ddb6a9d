import { describe, type Exchange, member } from '../exchange.js';
import { type Check, check, expect } from './check.js';

/** Secrets of key keepers and customers. Actual values are never named, only whether they are alike. */

const key = (exchange: Exchange) => member(exchange, 'key');
const usable = (value: unknown) => typeof value === 'string' && value !== '';
const kind = (exchange: Exchange) =>
  usable(key(exchange)) ? 'a secret' : describe({ ...exchange, body: null });

type Pair = readonly [Exchange, Exchange];

export const twoSecrets: Check<Pair> = check('KEY-01', ([one, other]) =>
  expect(
    usable(key(one)) && usable(key(other)) && key(one) !== key(other),
    'two different, non-empty secrets',
    () =>
      key(one) === key(other) && usable(key(one))
        ? 'the same secret twice'
        : `${kind(one)} and ${kind(other)}`,
  ),
);

export const sameSecret: Check<Pair> = check('KEY-02', ([before, after]) =>
  expect(usable(key(after)) && key(before) === key(after), 'the same secret as before', () =>
    usable(key(after)) ? 'another secret' : kind(after),
  ),
);

export const oneSecret: Check<Pair> = check('KEY-03', ([userAuth, keyAnswer]) =>
  expect(
    usable(key(userAuth)) && key(userAuth) === key(keyAnswer),
    'the same secret from /user_auth and /key',
    () => (usable(key(keyAnswer)) ? 'two different secrets' : `${kind(userAuth)} and ${kind(keyAnswer)}`),
  ),
);

export const secretsDiffer: Check<Pair> = check('KEY-04', ([one, other]) =>
  expect(key(one) !== key(other), 'different secrets for different customers', () => 'the same secret twice'),
);

/** Refused before the officer acted, served after. */
export const servedSinceCreated: Check<{ before: Exchange | undefined; after: Exchange }> = check(
  'KEY-05',
  ({ before, after }) =>
    expect(
      before?.status !== 200 && after.status === 200 && usable(key(after)),
      'refused before the secret was created, served after',
      () => `${before ? `before: ${before.status}, ` : ''}after: ${after.error || after.status}`,
    ),
);

export const sameExternalId: Check<Pair> = check('KEY-06', ([before, after]) =>
  expect(
    member(before, 'external_id') === member(after, 'external_id'),
    `external_id ${String(member(before, 'external_id'))} again`,
    () => String(member(after, 'external_id')),
  ),
);
