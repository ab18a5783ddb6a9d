import type { JournalEntry } from '../contract/control/journal.js';
import type { Exchange } from './exchange.js';

/** The text that no check may show. */
export const secret = 'S3cret-of-a-customer';

/** An answer of the authorization service. */
export const answer = (status: number, body: unknown = {}, more: Partial<Exchange> = {}): Exchange => ({
  method: 'GET',
  url: 'http://bank.example/key',
  requestBody: null,
  status,
  body,
  headers: '',
  error: '',
  ms: 12,
  obj: 'kk-1',
  curl: '',
  ...more,
});

/** No answer at all. */
export const noAnswer = (error = 'connect ECONNREFUSED'): Exchange => answer(0, null, { error });

/** A request of the bank in DCM's journal. */
export const entry = (more: Partial<JournalEntry> = {}): JournalEntry => ({
  seq: 7,
  at: '2026-11-23T10:00:00Z',
  direction: 'in',
  operation: 'createPayment',
  counterparty_guid: 'guid',
  method: 'POST',
  url: '/api/v1/counterparty/guid/payments',
  request: { headers: {}, body: { amount: 10.01 } },
  status: 200,
  response: { headers: {}, body: {} },
  ms: 3,
  cause: 0,
  reason: '',
  error: '',
  findings: [],
  ...more,
});
