import { expect, it } from 'vitest';
import { said } from '../../steps/run/run.testing.js';
import { earlierOf, type Part } from './parts.js';
import { begun, entry, kept, nothing } from './parts.testing.js';

const interrupted: Part = {
  kind: 'interrupted',
  ...nothing,
  ordersAmiss: [{ after: 7, last: null }],
  mock: { entries: [entry(9)], last: 9, served: ['key'] },
  confirms: [['draft', 2]],
  spoiled: [{ scheme: 'dcm', place: 'a.feature:1', checks: [said('AUTH-01', false)] }],
  ms: 15,
};

it('rows and results are those after the last scenario that has ended', () => {
  const earlier = earlierOf([begun, kept('S01-01', 'S01-02'), kept('S01-02', 'S01-03'), interrupted]);
  expect(earlier).toMatchObject({ begunAt: 'T0', agent: 'harness/1', port: 4010, seed: 's', customers: 1 });
  expect(earlier.scenarios.map(({ id }) => id)).toEqual(['S01-01', 'S01-02']);
  expect(earlier.mock.commits).toEqual(['S01-01', 'S01-02']);
  expect(earlier.runAgain).toEqual(['S01-03']);
});

it('what was heard is kept until the end, with what had been ordered by then', () => {
  const earlier = earlierOf([begun, kept('S01-01', 'S01-02'), interrupted]);
  expect(earlier.mock.entries.map(({ seq }) => seq)).toEqual([1, 9]);
  expect(earlier.mock).toMatchObject({ last: 9, served: ['key'] });
  expect(earlier.walk.maps).toEqual({ logins: [['a', 'b']], confirmsOrdered: [['draft', 2]] });
  expect(earlier.spoiled).toHaveLength(1);
  // An order with a mistake in it was under way: nothing of it is held against the bank.
  expect(earlier.ordersAmiss).toEqual([{ after: 7, last: 9 }]);
});

it('each process adds its time and the scenario that it has left; a killed one says nothing about its end', () => {
  const resumed: Part = { kind: 'resumed', at: 'T1' };
  const parts = [begun, kept('S01-01', 'S01-02'), interrupted, resumed, kept('S01-02', 'S01-03', { ms: 20 })];
  expect(earlierOf(parts)).toMatchObject({ ms: 35, resumedAt: ['T1'], runAgain: ['S01-02', 'S01-03'] });
  expect(earlierOf([begun, kept('S01-01', '')]).runAgain).toEqual([]);
});
