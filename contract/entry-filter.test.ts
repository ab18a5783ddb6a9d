import { describe, expect, it } from 'vitest';
import { entryCondition, entryFilter, statusCondition } from './entry-filter.js';

const statuses = [0, 101, 200, 204, 301, 400, 401, 404, 499, 500, 503];
const fitting = (text: string) => statuses.filter((status) => statusCondition(text)?.(status));

describe('the filter of statuses', () => {
  it.each([
    ['404', [404]],
    ['4xx', [400, 401, 404, 499]],
    ['4XX', [400, 401, 404, 499]],
    ['40x', [400, 401, 404]],
    ['4', [400, 401, 404, 499]],
    ['>=400', [400, 401, 404, 499, 500, 503]],
    ['> 400', [401, 404, 499, 500, 503]],
    ['<400', [101, 200, 204, 301]],
    ['<= 200', [101, 200]],
    ['400-499', [400, 401, 404, 499]],
    ['400 – 401', [400, 401]],
    ['200, 5xx', [200, 500, 503]],
    ['0', [0]],
    ['=0', []],
  ])('%s', (text, expected) => {
    expect(fitting(text)).toEqual(expected);
    expect(entryFilter.safeParse({ status: text }).success).toBe(true);
  });

  it.each(['', ' ', 'xx', 'abc', '4xx5', '>=', '400-', '499-400', '1000', '6xx', '200;300', '4x4'])(
    '%j says nothing, and is refused',
    (text) => {
      expect(statusCondition(text)).toBeUndefined();
      expect(entryFilter.safeParse({ status: text }).success).toBe(false);
    },
  );
});

describe('the filters of texts', () => {
  const entry = {
    seq: 7,
    direction: 'in' as const,
    operation: 'confirmPayment',
    status: 200,
    counterparty_guid: 'a',
    findings: [{ rule: 'TRANSFER-04' }],
  };
  const fits = (filter: object) => entryCondition(entryFilter.parse(filter), () => '/Api/v1')(entry);

  it.each([
    { operation: 'payment' },
    { operation: 'CONFIRM' },
    { rule: 'transfer' },
    { rule: '-04' },
    { text: 'api' },
    { status: 200 },
    { from_seq: 7, to_seq: '7' },
    {},
  ])('%j finds a part, capital or small', (filter) => expect(fits(filter)).toBe(true));

  it.each([
    { operation: 'create' },
    { rule: 'KEY' },
    { text: 'v2' },
    { direction: 'out' },
    { status: 201 },
    { from_seq: 8 },
    { to_seq: 6 },
  ])('%j finds nothing else', (filter) => expect(fits(filter)).toBe(false));
});
