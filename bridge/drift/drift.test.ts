import { expect, test } from 'vitest';
import type { Drift } from '../../contract/drift.js';
import { driftOf } from './drift.js';
import { otherStage } from './stage.testing.js';
import { visited } from './visit.testing.js';

/** Questions by their verdict. */
const questions = ({ questions: all }: Drift, verdict: string) =>
  all
    .filter((one) => one.verdict === verdict)
    .map(({ unknown, asks }) => (unknown === '-' ? asks.en : unknown));

test('nothing about the mock with the usual readings is contradicted', async () => {
  const drift = driftOf([await visited()]);
  expect(drift.differences).toEqual([]);
  expect(questions(drift, 'contradicted')).toEqual([]);
  expect(questions(drift, 'not-seen')).toEqual([]);
  expect(drift.exit_code).toBe(0);
});

test('all that a stage does otherwise is found, and nothing else', async () => {
  const drift = driftOf([await visited(otherStage)]);
  expect(questions(drift, 'not-seen')).toEqual([]);
  expect(questions(drift, 'confirmed')).toEqual([]);
  expect(drift.differences.map(({ kind, operation, what }) => `${kind} ${operation} ${what}`)).toEqual([
    'missing-member getPayment category',
    'missing-member getPayment target_balance',
    'missing-member listPayments payments[].category',
    'missing-member listPayments payments[].target_balance',
    'undocumented-member getPayment channel',
    'undocumented-member createCustomer risk',
    'undocumented-member listPayments payments[].channel',
    'undocumented-member listPayments cursor',
  ]);
  const form = drift.questions.find(({ unknown }) => unknown === 'U-08')?.shown;
  expect(form?.map(({ reading, says }) => [reading, says.en])).toEqual([
    ['message', 'a JSON object with message'],
    ['', 'none of the readings: a body with code, errors'],
  ]);
  expect(drift.exit_code).toBe(1);
});

test('what breaks clients comes first', async () => {
  const drift = driftOf([await visited(otherStage)]);
  const weights = (all: readonly { readonly weight: string }[]) => [
    ...new Set(all.map(({ weight }) => weight)),
  ];
  const contradicted = drift.questions.filter(({ verdict }) => verdict === 'contradicted');
  expect(weights(contradicted)).toEqual(['breaks', 'behaves', 'looks']);
  expect(weights(drift.differences)).toEqual(['breaks', 'looks']);
});

test('operations have their figures, and what DCM asked because of them', async () => {
  const { operations } = driftOf([await visited(otherStage)]);
  const confirm = operations.find(({ operation }) => operation === 'confirmPayment');
  expect(confirm).toMatchObject({
    direction: 'in',
    statuses: [{ status: 201 }],
    median_ms: 40,
    limit_ms: null,
  });
  expect(confirm?.calls.map(({ call, flow, lifetime_s }) => [call, flow, lifetime_s])).toEqual(
    expect.arrayContaining([
      ['key', 'sign-in', { least: 1200, most: 1200 }],
      ['external_id', 'sign-in', { least: 1200, most: 1200 }],
    ]),
  );
  expect(confirm?.orders[0]?.order.slice(0, 4)).toEqual(['key', 'key', 'external_id', 'external_id']);
  const key = operations.find(({ operation }) => operation === 'key');
  expect(key).toMatchObject({ direction: 'out', limit_ms: 1000, late: 0 });
});
