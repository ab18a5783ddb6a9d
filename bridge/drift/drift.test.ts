import { expect, test } from 'vitest';
import type { Drift } from '../../contract/drift.js';
import { driftOf } from './drift.js';
import { visited } from './visit.testing.js';

/** Questions by their verdict. */
const questions = ({ questions: all }: Drift, verdict: string) =>
  all
    .filter((one) => one.verdict === verdict)
    .map(({ unknown, asks }) => (unknown === '-' ? asks.en : unknown));

test('nothing about the mock with the usual readings is contradicted', async () => {
  const drift = driftOf([await visited()]);
  console.log(
    JSON.stringify(
      drift.questions.map((q) => [
        q.unknown,
        q.verdict,
        q.shown.map((s) => [s.reading, s.says.en, s.count, s.first]),
      ]),
      null,
      1,
    ),
  );
  expect(drift.differences).toEqual([]);
  expect(questions(drift, 'contradicted')).toEqual([]);
  expect(questions(drift, 'not-seen')).toEqual([]);
  expect(drift.exit_code).toBe(0);
});
