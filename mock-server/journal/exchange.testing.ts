import type { Exchange } from './exchange.js';

/** An exchange as tests record it: a served request of a client. */
export const exchange = (seq: number, more: Partial<Exchange> = {}): Exchange => ({
  seq,
  at: '2026-01-05T12:00:00.000Z',
  direction: 'in',
  operation: 'createPayment',
  counterparty_guid: '',
  method: 'POST',
  url: '/api/v1/payments',
  requestHeaders: {},
  requestBody: {},
  status: 200,
  responseHeaders: {},
  responseBody: {},
  ms: 1,
  cause: 0,
  reason: '',
  error: '',
  findings: [],
  ...more,
});
