import { expect, it } from 'vitest';
import type { JournalEntry } from '../../contract/control/journal.js';
import { whyOf } from '../../contract/explanations/why.js';
import { linesOf } from './lines.js';

const message = { headers: {}, body: null };
const entry: JournalEntry = {
  seq: 7,
  at: '2026-01-31T10:20:30.456Z',
  direction: 'in',
  operation: 'createPayment',
  counterparty_guid: '',
  method: 'POST',
  url: '/api/v1/counterparty/6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b/payments',
  request: message,
  status: 400,
  response: message,
  ms: 12.4,
  cause: 0,
  reason: 'invalid',
  error: '',
  findings: [
    { rule: 'REQUEST-02', level: 'must', text: 'amount: expected a number of hryvnias, and a lot more' },
  ],
};
const told = (width?: number, more: Partial<JournalEntry> = {}, color = false) =>
  linesOf({ ...entry, ...more }, { language: 'en', color, width }).split('\n');

it('a line has everything where there is room, and findings below', () => {
  const [first = '', ...below] = told(200);
  expect(first).toBe(
    '10:20:30.456  bank → DCM  POST  /api/v1/counterparty/6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b/payments  createPayment  400  12 ms  invalid',
  );
  expect(below[0]).toMatch(/^ {4}✗ REQUEST-02 /);
});

it('a request id is shown where it is wanted and there is room', () => {
  const of = (width: number, ids: boolean) =>
    linesOf({ ...entry, request_id: 'nightly-7' }, { language: 'en', color: false, width, ids }).split(
      '\n',
    )[0];
  expect(of(200, true)).toMatch(/ {2}12 ms {2}invalid {2}nightly-7$/);
  for (const first of [of(200, false), of(120, true)]) expect(first).not.toContain('nightly-7');
});

it.each([60, 79, 99, 100, 120])('nothing is wider than %i columns', (width) => {
  for (const line of told(width, { error: 'the bank has closed the connection before it responded at all' }))
    expect([...line].length).toBeLessThanOrEqual(width);
  expect(told(width)[0]).toContain('400');
});

it('a refusal is explained below its line, in both languages and within the width', () => {
  const why = whyOf('declined', { method: 'key', flow: 'sign-in' }, { decidedBy: 8 });
  expect(told(undefined, { why }).slice(1, 3)).toEqual([
    '    declined: the bank declined: it answered 401 to /key with flow sign-in (decided by exchange 8) [response of the bank to /key]',
    expect.stringMatching(/^ {4}→ see in that reverse call for whom/),
  ]);
  const inUkrainian = linesOf({ ...entry, why }, { language: 'uk', color: false });
  expect(inUkrainian).toContain('банк відмовив: відповів 401 на /key із flow sign-in (визначальний обмін 8)');
  for (const line of told(60, { why })) expect([...line].length).toBeLessThanOrEqual(60);
});

it('no response is three dashes, and says why', () => {
  const [first = '', why = ''] = told(undefined, {
    status: 0,
    error: 'no answer within 1000 ms',
    direction: 'out',
  });
  expect(first).toContain('DCM → bank');
  expect(first).toContain('---');
  expect(why).toBe('    no answer within 1000 ms');
});

it('colors are left out on demand, and what does not print is spelled out', () => {
  expect(told(200).join('')).not.toContain('\u001b');
  expect(told(200, {}, true).join('')).toContain('\u001b[');
  expect(told(200, { url: '/a\u001b[31m' })[0]).not.toContain('\u001b');
});

it('errors and findings are in Ukrainian, too', () => {
  const findings = [
    { rule: 'REQUEST-02', level: 'should' as const, text: 'unknown path; nearest: listAccounts GET /a' },
  ];
  const text = linesOf(
    { ...entry, error: 'no answer within 1000 ms', findings },
    { language: 'uk', color: false },
  );
  expect(text).toContain('немає відповіді за 1000 мс');
  expect(text).toContain('невідомий шлях; найближча операція: listAccounts GET /a');
});
