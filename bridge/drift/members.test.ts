import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { issuesOf } from './members.js';

const schema = z.object({
  id: z.string(),
  amount: z.number(),
  note: z.string().optional(),
  kind: z.enum(['a', 'b']),
  rows: z.array(z.object({ count: z.int(), more: z.looseObject({}) })),
  period: z.record(z.string(), z.object({ max: z.number() })),
});
const right = {
  id: 'x',
  amount: 1.5,
  kind: 'a',
  rows: [
    { count: 1, more: { any: true } },
    { count: 2, more: {} },
  ],
  period: { day: { max: 1 } },
};
const { id: _, ...without } = right;
const found = (value: unknown) => issuesOf(value, schema).map(({ kind, path }) => `${kind} ${path}`);

test.each<[string, unknown, readonly string[]]>([
  ['what is right', right, []],
  ['what is right and has more that may be', { ...right, note: 'n' }, []],
  ['a missing member', without, ['missing-member id']],
  ['an undocumented one', { ...right, x: 1 }, ['undocumented-member x']],
  ['another type', { ...right, amount: '1.50' }, ['other-member amount']],
  ['a value that is not listed', { ...right, kind: 'c' }, ['other-member kind']],
  ['null for a text', { ...right, id: null }, ['other-member id']],
  [
    'a row with all of it',
    { ...right, rows: [{ count: 1.5, extra: 1 }] },
    ['missing-member rows[].more', 'other-member rows[].count', 'undocumented-member rows[].extra'],
  ],
  [
    'a member of a map',
    { ...right, period: { day: { max: 1, min: 0 } } },
    ['undocumented-member period.*.min'],
  ],
  ['a secret', { ...right, id: '[redacted 3f9c2a71]', amount: '[redacted 3f9c2a71]' }, []],
  ['a list that was cut', { ...right, rows: [right.rows[0], '[… 30 more items]'] }, []],
  ['a text', 'accepted', ['other-member ']],
  ['nothing', null, ['other-member ']],
])('%s', (_what, value, issues) => {
  expect(found(value)).toEqual(issues);
});

test('no body is an empty object', () => {
  expect(issuesOf(null, z.object({}))).toEqual([]);
});

test('of alternatives, the nearest is compared', () => {
  const either = z.union([z.object({ max: z.number(), min: z.number() }), z.object({ days: z.number() })]);
  expect(issuesOf({ max: 1, min: 2, x: 3 }, either).map(({ path }) => path)).toEqual(['x']);
  expect(issuesOf({ days: 1 }, either)).toEqual([]);
  const listed = z.union([z.object({ rows: z.array(z.string()) }), z.array(z.object({ id: z.string() }))]);
  expect(issuesOf([{ id: 'a', x: 1, y: 2 }], listed).map(({ path }) => path)).toEqual(['[].x', '[].y']);
});

test('any value is compared without an error, and an unknown member is always found', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ minLength: 1 }), (value, name) => {
      issuesOf(value, schema);
      fc.pre(!(name in right) && name !== 'note' && name !== '__proto__');
      expect(found({ ...right, [name]: value })).toContain(`undocumented-member ${name}`);
    }),
  );
});
