import { expect, it } from 'vitest';
import type { Question } from './question.js';
import { tokenInWords } from './token-words.js';

it.each<[Partial<Question>, string]>([
  [{}, ''],
  [{ shiftS: -125 }, 'a token that expired 65 seconds ago'],
  [{ shiftS: -61 }, 'a token that expired 1 second ago'],
  [{ shiftS: 65 }, 'a token issued 65 seconds ahead'],
  [{ shiftS: -600, lifetimeS: 1200 }, 'a token issued 600 seconds ago'],
  [{ without: ['exp'] }, 'a token without exp'],
  [{ defect: 'alg-none' }, 'alg-none: alg none and no signature'],
  [{ as: { kid: 'bank-1', alg: 'ES256' } }, 'a token that another key signed under the kid bank-1'],
])('%j is %j', (unusual, words) => {
  expect(tokenInWords({ method: 'key', obj: 'kk-1', ...unusual })).toBe(words);
});
