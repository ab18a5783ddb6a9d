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
    url: '/',
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

describe('the filter of counterparties', () => {
  const own = '0b7f6a0e-51f6-4f43-9c2e-6d1c5c1d2e3f';
  const other = '9e107d9d-372b-4b6a-9c5b-0d4f1a2b3c4d';
  const path = `/api/v1/counterparty/${own}/accounts`;
  const refused = {
    seq: 7,
    direction: 'in' as const,
    operation: 'listAccounts',
    status: 401,
    url: path,
    counterparty_guid: '',
    findings: [],
  };
  const found = (entry: object, of = own) =>
    entryCondition(entryFilter.parse({ counterparty_guid: of }), () => '')({ ...refused, ...entry });

  it.each([
    {},
    { url: `${path}?limit=3` },
    { url: `/api/v1/counterparty/${own.toUpperCase()}` },
    { status: 413, operation: '' },
    { status: 200, url: '/api/v1/customers', counterparty_guid: own },
  ])('%j is of it', (entry) => expect(found(entry)).toBe(true));

  it.each([
    { url: '/api/v1/counterparties' },
    { url: `/api/v1/counterparties?next=/counterparty/${own}` },
    { url: `/api/v1/counterparty/${other}/customers/${own}` },
    // Of officers.
    { status: 200 },
    // Somebody else was known.
    { status: 403, counterparty_guid: other },
  ])('%j is not', (entry) => expect(found(entry)).toBe(false));

  it('capital letters of the one that is asked for do not matter', () =>
    expect(found({}, own.toUpperCase())).toBe(true));
});
