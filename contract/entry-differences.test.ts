import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JournalEntry } from './control/journal.js';
import { entryDifferences, mostDifferences } from './entry-differences.js';

const entry = (more: Partial<JournalEntry> = {}): JournalEntry =>
  ({
    ...{ seq: 1, at: '2026-01-05T12:00:00.000Z', direction: 'in', operation: 'createPayment' },
    ...{
      counterparty_guid: '',
      method: 'POST',
      url: '/a',
      status: 200,
      ms: 1.2,
      cause: 0,
      reason: '',
      error: '',
    },
    request: { headers: {}, body: null },
    response: { headers: {}, body: null },
    findings: [],
    ...(more as object),
  }) as JournalEntry;

const message = (body: unknown, headers: Record<string, string> = {}) => ({ headers, body });

it('names the members of request and response, headers, status and time', () => {
  const one = entry({
    request: message({ amount: 1, list: [1, 2], same: true }, { accept: 'a', host: 'h' }),
    response: message({ guid: 'x' }),
  });
  const other = entry({
    seq: 9,
    at: '2027-01-05T12:00:00.000Z',
    status: 400,
    ms: 7.6,
    request: message({ amount: '1', list: [1], same: true, new: null }, { host: 'h' }),
    response: message('broken'),
  });
  expect(entryDifferences(one, other)).toEqual([
    { at: 'status', one: '200', other: '400' },
    { at: 'ms', one: '1', other: '8' },
    { at: 'request.headers.accept', one: 'a', other: undefined },
    { at: 'request.body.list[1]', one: '2', other: undefined },
    { at: 'response.body.guid', one: 'x', other: undefined },
    { at: 'request.body.new', one: undefined, other: 'null' },
    { at: 'response.body', one: undefined, other: 'broken' },
  ]);
});

it('an empty list is not an empty object, and not nothing', () => {
  const of = (body: unknown) => entry({ response: message(body) });
  expect(entryDifferences(of([]), of({}))).toEqual([{ at: 'response.body', one: '[]', other: '{}' }]);
  expect(entryDifferences(of({ a: [] }), of({}))).toHaveLength(2);
});

it('equal exchanges do not differ; of others each difference is seen from both sides', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const [one, other] = [entry({ response: message(a) }), entry({ seq: 2, response: message(b) })];
      expect(entryDifferences(one, { ...one, seq: 5 })).toEqual([]);
      const there = entryDifferences(one, other);
      const back = entryDifferences(other, one).map(({ at, one: x, other: y }) => ({ at, one: y, other: x }));
      expect(new Set(there.map((d) => JSON.stringify(d)))).toEqual(
        new Set(back.map((d) => JSON.stringify(d))),
      );
    }),
  );
});

it('a long list of differences ends', () => {
  const list = Array.from({ length: mostDifferences + 10 }, (_, index) => index);
  expect(entryDifferences(entry({ response: message(list) }), entry())).toHaveLength(mostDifferences);
});
