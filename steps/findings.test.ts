import { expect, it } from 'vitest';
import { findingsOfBank } from './findings.js';
import type { Stage } from './stage.js';

const finding = { rule: 'REQUEST-01', level: 'should', text: 'invalid UUID length: 0' };
const entries = [3, 5, 9].map((seq) => ({ seq, findings: [finding] }));
const dcm = { control: { searchJournal: async () => ({ entries }) } } as unknown as Stage['dcm'];
const counted = (count: number) => [{ rule: 'REQUEST-01', level: 'should', count, first: finding.text }];

it('findings are counted without those in orders that were amiss', async () => {
  const stage = { dcm, ordersAmiss: [{ after: 4, last: 9 }] };
  expect(await findingsOfBank(stage, counted(3))).toEqual(counted(1));
  expect(await findingsOfBank(stage, counted(2))).toEqual([]);
  expect(await findingsOfBank({ dcm }, counted(3))).toEqual(counted(3));
});
