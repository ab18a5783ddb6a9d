import { authorizationLimitMs } from '../../contract/bank-service.js';
import { type MethodTimes, mostLatePercent, tooOftenLate } from '../times.js';
import { type Check, check, expect } from './check.js';

/** Response times over the whole run. */

const inWords = ({ method, late, answers, late_percent, median_ms, slowest_ms }: MethodTimes) =>
  `/${method}: ${late} of ${answers} late (${late_percent} %), median ${median_ms} ms, slowest ${slowest_ms} ms`;

export const rarelyLate: Check<readonly MethodTimes[]> = check(
  'AUTH-04',
  'late answers are rare',
  (times) => {
    const often = times.filter(tooOftenLate);
    return expect(
      times.length > 0 && often.length === 0,
      `for each method, at most ${mostLatePercent} % of the responses later than ${authorizationLimitMs} ms; a single late response is tolerated`,
      () => often.map(inWords).join('; ') || 'no method was called',
    );
  },
);
