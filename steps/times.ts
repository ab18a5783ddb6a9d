import {
  type AuthorizationMethod,
  authorizationAnswers,
  authorizationLimitMs,
} from '../contract/bank-service.js';
import type { Result } from '../contract/result.js';
import { wholeJournal } from './journal.js';
import type { AnswerTime, Stage } from './stage.js';

export type MethodTimes = Result['times'][number];

/** Of a hundred answers of a method so many may come late; a single late one is always forgiven. */
export const mostLatePercent = 5;

const isLate = ({ ms, error }: AnswerTime) =>
  ms > authorizationLimitMs || error.startsWith('no answer within');

function median(sorted: readonly number[]): number {
  const middle = sorted.length >>> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 0 ? ((sorted[middle - 1] ?? 0) + upper) / 2 : upper;
}

/** Count, share of late ones, median and slowest of each method that was asked. */
export function timesOf(measured: readonly AnswerTime[]): MethodTimes[] {
  return (Object.keys(authorizationAnswers) as AuthorizationMethod[]).flatMap((method) => {
    const own = measured.filter((answerTime) => answerTime.method === method);
    if (own.length === 0) return [];
    const late = own.filter(isLate).length;
    const sorted = own.map(({ ms }) => ms).sort((a, b) => a - b);
    return [
      {
        method,
        answers: own.length,
        late,
        late_percent: Math.round((late / own.length) * 1000) / 10,
        median_ms: Math.round(median(sorted)),
        slowest_ms: Math.round(sorted.at(-1) ?? 0),
      },
    ];
  });
}

export const tooOftenLate = ({ late, answers }: MethodTimes): boolean =>
  late > 1 && (late / answers) * 100 > mostLatePercent;

/** All answers to questions of DCM and of the harness since the run began. */
export async function allTimes({ dcm, measured = [] }: Stage): Promise<MethodTimes[]> {
  const asked: AnswerTime[] = [];
  const match = { direction: 'out', counterparty_guid: dcm.block.counterparty_guid } as const;
  for (const method of Object.keys(authorizationAnswers) as AuthorizationMethod[]) {
    const entries = await wholeJournal(dcm, { ...match, operation: method });
    asked.push(...entries.map(({ ms, error }) => ({ method, ms, error })));
  }
  return timesOf([...measured, ...asked]);
}
