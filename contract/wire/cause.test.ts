import { expect, test } from 'vitest';
import { causeOf } from './cause.js';

const coded = (message: string, code: string) => Object.assign(new Error(message), { code });

test.each<[string, unknown, string]>([
  [
    'what fetch says, with what is behind it',
    new TypeError('fetch failed', { cause: coded('connect ECONNREFUSED', 'ECONNREFUSED') }),
    'fetch failed: connect ECONNREFUSED',
  ],
  [
    'an error about several addresses',
    Object.assign(new AggregateError([coded('connect ECONNREFUSED ::1:80', 'ECONNREFUSED')], ''), {
      code: 'ECONNREFUSED',
    }),
    'ECONNREFUSED: connect ECONNREFUSED ::1:80',
  ],
  ['a code without words', coded('', 'ECONNRESET'), 'ECONNRESET'],
  ['the same said twice', new Error('no answer', { cause: new Error('no answer') }), 'no answer'],
  ['what is no error', 'stopped', 'stopped'],
  ['nothing', undefined, 'no reason given'],
])('%s', (_what, error, words) => expect(causeOf(error)).toBe(words));

test('a chain that bites its tail', () => {
  const error = new Error('a');
  error.cause = new Error('b', { cause: error });
  expect(causeOf(error)).toBe('a: b');
});
