import { expect, it } from 'vitest';
import { ago } from './times.js';

it.each([
  [0, '0 sec ago', '0 с тому'],
  [0.9, '0 sec ago', '0 с тому'],
  [59, '59 sec ago', '59 с тому'],
  [60, '1 min ago', '1 хв тому'],
  [3599, '59 min ago', '59 хв тому'],
  [7200, '2 hr ago', '2 год тому'],
  [86_400, '1 day ago', '1 дн. тому'],
  [-90, 'in 1 min', 'через 1 хв'],
])('%d seconds ago is "%s", "%s"', (seconds, english, ukrainian) => {
  const plain = (text: string) => text.replaceAll(' ', ' ');
  expect(plain(ago(seconds, 'en-GB'))).toBe(english);
  expect(plain(ago(seconds, 'uk-UA'))).toBe(ukrainian);
});
