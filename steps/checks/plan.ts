import type { RuleId } from '../../contract/rules/index.js';
import { type Check, check, expect } from './check.js';

/** Outcomes of plan steps that are plain facts. */

export interface Fact {
  readonly holds: boolean;
  readonly expected: string;
  readonly actual: string;
}

export const outcomeIs = (rule: RuleId, name = 'is as planned'): Check<Fact> =>
  check(rule, name, ({ holds, expected, actual }) => expect(holds, expected, () => actual));
