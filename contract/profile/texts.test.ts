import { expect, test } from 'vitest';
import { profileOptions } from './index.js';

/** What both languages say of an option must have the same numbers and the same clock. */

const numbers = (text: string) => (text.match(/\d+/g) ?? []).sort();

test.each(Object.entries(profileOptions))('%s is the same in English and Ukrainian', (_name, { says }) => {
  expect(numbers(says.uk)).toEqual(numbers(says.en));
  expect(says.uk.includes('годинником реєстру')).toBe(says.en.includes('ledger clock'));
});
