import { expect } from 'vitest';
import { catalogue } from '../../contract/rules/index.js';
import { secret } from '../exchange.testing.js';
import type { Check } from './check.js';

/** The check holds. */
export function holds<Seen>(check: Check<Seen>, seen: Seen): void {
  expect(catalogue).toHaveProperty(check.rule);
  expect(check.look(seen)).toEqual({ ok: true });
}

/** The check does not hold, says what it expected and what came, and shows no secret. */
export function breaks<Seen>(check: Check<Seen>, seen: Seen, expected: string, actual: string): void {
  expect(check.look(seen)).toMatchObject({ ok: false, expected, actual });
  expect(`${expected}${actual}`).not.toContain(secret);
}

/** Whether what does not hold may follow from something before it. */
export function depends<Seen>(check: Check<Seen>, seen: Seen): boolean {
  const outcome = check.look(seen);
  return !outcome.ok && outcome.dependent === true;
}
