import { expect, it } from 'vitest';
import { goLetters, pressed } from './keys.js';

it('no two pages have the same letter', () => {
  const letters = Object.values(goLetters);
  expect(new Set(letters).size).toBe(letters.length);
  for (const letter of letters) expect(letter).toMatch(/^[a-z]$/);
});

it.each([
  ['j', 'KeyJ', false, 'j'],
  // The layout counts where it has Latin letters: Dvorak has its j elsewhere.
  ['j', 'KeyC', false, 'j'],
  ['о', 'KeyJ', false, 'j'],
  ['О', 'KeyJ', true, 'j'],
  ['.', 'Slash', false, '/'],
  [',', 'Slash', true, '?'],
  ['.', 'Period', false, '.'],
  ['/', 'Slash', false, '/'],
  ['?', 'Digit7', true, '?'],
  ['Enter', 'Enter', false, 'Enter'],
  ['х', 'BracketLeft', false, 'х'],
])('%s (%s) is %s', (key, code, shiftKey, expected) => {
  expect(pressed({ key, code, shiftKey })).toBe(expected);
});
