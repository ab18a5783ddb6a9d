import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyOf } from './any-of.js';

const letters = (minLength: number, maxLength: number) =>
  fc.string({ minLength, maxLength, unit: fc.constantFrom('a', 'b', 'я') });

it('finds what a search for one after the other finds', () => {
  fc.assert(
    fc.property(fc.array(letters(8, 12), { maxLength: 5 }), letters(0, 60), (sought, text) => {
      expect(anyOf(sought)(text)).toBe(sought.some((item) => text.includes(item)));
    }),
    { numRuns: 500 },
  );
});

it('finds one at the beginning, in the middle and at the end', () => {
  const finds = anyOf(['another-text', 'the-sought-text']);
  for (const text of ['the-sought-text', 'the-sought-text.', '.the-sought-text.', '.the-sought-text'])
    expect(finds(text)).toBe(true);
  expect([finds('he-sought-text'), finds('the-sought-tex'), finds('')]).toEqual([false, false, false]);
});

it('seeks nothing that is shorter than 8 characters', () => {
  expect(anyOf(['short', ''])('short')).toBe(false);
});
