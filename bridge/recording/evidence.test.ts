import { expect, it } from 'vitest';
import type { RecordedExchange } from '../../contract/recording.js';
import { createEvidence } from './evidence.js';

const exchange = (seq: number, more: Partial<RecordedExchange>): RecordedExchange => ({
  seq,
  at: '2026-01-31T10:00:00.000Z',
  direction: 'in',
  operation: '',
  counterparty_guid: '',
  method: 'GET',
  url: '/',
  request: { headers: {}, body: null },
  status: 200,
  response: { headers: {}, body: null },
  ms: 5,
  cause: 0,
  reason: '',
  error: '',
  findings: [],
  header_names: { request: [], response: [] },
  ...more,
});
const asked = (seq: number, operation: string, flow: string, obj: string, more = {}) =>
  exchange(seq, { direction: 'out', operation, claims: { flow, obj }, ...more });

const stepsOf = (...all: readonly RecordedExchange[]) => {
  const evidence = createEvidence();
  for (const one of all) evidence.look(one);
  return evidence.all().map(({ step, says }) => `${step} ${says}`);
};

it('a step counts when everything that shows it was seen', () => {
  const first = asked(1, 'key', 'sign-up-emission', 'kk-1');
  expect(stepsOf(first)).toEqual(['1 /key 200 (1)']);
  expect(stepsOf(first, asked(2, 'key', 'sign-up-processing', 'kk-2'))).toEqual([
    '1 /key 200 (1)',
    '7 /key 200 (1)',
    '7 /key 200 (2)',
    '10 /key 200 (1)',
    '10 /key 200 (2)',
  ]);
});

it('what was refused or late shows nothing', () => {
  const three = ['user_auth', 'key', 'external_id'].map((method, at) =>
    asked(at + 1, method, 'sign-in', 'one'),
  );
  expect(stepsOf(...three).filter((text) => text.startsWith('6'))).toHaveLength(3);
  const late = three.map((one, at) => (at === 2 ? { ...one, ms: 1001 } : one));
  expect(stepsOf(...late).filter((text) => text.startsWith('6'))).toEqual([]);
  expect(stepsOf(exchange(1, { operation: 'createCustomer', status: 400 }))).toEqual([
    '5 createCustomer 400 (1)',
  ]);
});

it('a transfer counts when it was seen confirmed', () => {
  const confirm = exchange(1, { operation: 'confirmPayment', counterparty_guid: 'g' });
  const read = (status: string) =>
    exchange(2, { operation: 'getPayment', response: { headers: {}, body: { status } } });
  expect(stepsOf(confirm, read('CREATED')).some((text) => text.startsWith('16'))).toBe(false);
  expect(stepsOf(confirm, read('CONFIRMED')).filter((text) => text.startsWith('16'))).toEqual([
    '16 confirmPayment 200 (1)',
    '16 getPayment 200 (2)',
  ]);
});
