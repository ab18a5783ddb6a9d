import { expect, it } from 'vitest';
import { askedNumbers, questionsOf } from './open-questions.js';
import type { Operation } from './operation.js';
import { operations } from './operations/index.js';
import { openQuestions } from './readings/index.js';

const all: readonly Operation[] = Object.values(operations);

it('every open question that is about operations has some, and no other number is used', () => {
  const asked = new Set(all.flatMap(questionsOf));
  // How DCM connects and what its tokens are is seen by the bank, not by a caller.
  const ofCalls = ['-', 'U-05', 'U-06'];
  const numbers = new Set(
    openQuestions.map(({ unknown }) => unknown).filter((one) => !ofCalls.includes(one)),
  );
  expect([...asked].sort()).toEqual([...numbers].sort());
  expect([...askedNumbers].sort()).toEqual([...numbers].sort());
});

it.each<[keyof typeof operations, readonly string[]]>([
  ['getDcmJwks', ['U-72']],
  ['listAccounts', ['U-26']],
  ['createPayment', ['U-47']],
  ['confirmPayment', ['U-45', 'U-57', 'U-10']],
  ['submitLogin', []],
])('%s has %j, among others', (id, expected) => {
  const found = questionsOf(operations[id]);
  if (expected.length === 0) expect(found).toEqual([]);
  else expect(found).toEqual(expect.arrayContaining([...expected]));
});
