import { expect, it } from 'vitest';
import { createJournal } from '../../mock-server/journal/journal.js';
import { systemTimers } from '../../mock-server/system.js';
import { createdText, watchCreated } from './created.js';

const exchange = (operation: string, status: number, requestBody: unknown, responseBody: unknown = {}) => ({
  seq: 1,
  at: '2026-01-02T03:04:05.678Z',
  direction: 'in' as const,
  operation,
  counterparty_guid: '',
  method: 'POST',
  url: '/',
  requestHeaders: {},
  requestBody,
  status,
  responseHeaders: {},
  responseBody,
  ms: 1,
  cause: 0,
  reason: '',
  error: '',
  findings: [],
});

it('what DCM has done is listed, whoever has sent it; what it has refused, shown or confirmed is not', () => {
  const journal = createJournal({ capacity: 2, timers: systemTimers });
  const written = watchCreated(journal);
  for (const [operation, status, request, response] of [
    ['createCustomer', 200, { login: 'one' }],
    ['createCustomer', 400, { login: 'two' }],
    ['createCustomer', 201, { login: 'three' }],
    ['createPayment', 200, { amount: 1.5 }],
    ['confirmPayment', 200, { guid: 'g' }],
    ['createBranchAccount', 200, {}, { guid: 'h' }],
    ['listAccounts', 200, {}],
    ['submitLogin', 200, { identifier: 'x' }],
    ['setCustomerAmountLimit', 200, { period: 'day', max: 5 }],
  ] as const)
    journal.record(exchange(operation, status, request, response));
  // More than the journal keeps.
  expect([...written]).toEqual([
    ['createCustomer', ['one', 'three']],
    ['createPayment', ['1.5']],
    ['createBranchAccount', ['h']],
    ['setCustomerAmountLimit', ['?']],
  ]);
  expect(createdText({ written, secretsOf: ['keeper'] }, 'en').split('\n')).toEqual([
    'The run has left on the stage:',
    '  createCustomer (2): one, three',
    '  createPayment (1): 1.5',
    '  createBranchAccount (1): h',
    '  setCustomerAmountLimit (1): ?',
    '  secrets of (1): keeper',
  ]);
  expect(createdText({ written: new Map(), secretsOf: [] }, 'uk')).toBe(
    'Прогін нічого не залишив на стенді.',
  );
  journal.close();
});
