import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ErrorCode, errorBody, errorCatalogue, errorMessage } from '../../contract/errors.js';
import { written } from './recording.testing.js';
import { codeOf, textOf } from './refusals.js';
import { seenIn } from './seen.js';

const seenAs = (answered: unknown, operation = 'createPayment') =>
  seenIn([written({ operation, status: 400, answered })])[0] ?? expect.fail('nothing was seen');

/** What fills the gaps of templates. */
const data = {
  member: 'amount',
  problem: 'unreadable percent-encoding',
  rule: 'REQUEST-01',
  text: 'more',
  cause: 'no answer',
  thing: 'payment',
  length: 3,
};

/** Codes whose text is that of another one, and one that only the control API has. */
const alike: Partial<Record<ErrorCode, ErrorCode>> = {
  session: 'credential',
  declined: 'credential',
  'declined-403': 'permission',
};

test.each((Object.keys(errorCatalogue) as ErrorCode[]).filter((code) => code !== 'control-conflict'))(
  'a refusal by %s is recognized by its text',
  (code) => {
    const body = errorBody(code, errorMessage(code, data));
    expect(codeOf(seenAs(body))).toBe(alike[code] ?? code);
  },
);

test('a text that is in no catalog has no code', () => {
  for (const error of ['Ooops', 'unexpected: things', 'transfers', ''])
    expect(codeOf(seenAs({ error }))).toBeUndefined();
});

test.each([
  [{ errors: [{ detail: 'a' }] }, 'a'],
  [{ error: { message: 'b', code: 1 } }, 'b'],
  [{ title: 'c', status: 418 }, 'c'],
  ['d', 'd'],
  [['e'], 'e'],
  [{ status: 1 }, ''],
  [null, ''],
  ['[redacted 3f9c2a71]', ''],
])('the text of %j is %j', (body, text) => {
  expect(textOf(body)).toBe(text);
});

test('any body has a text, and a code or none', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      expect(typeof textOf(body)).toBe('string');
      codeOf(seenAs(body));
    }),
  );
});
