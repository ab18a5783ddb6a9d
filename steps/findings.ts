import type { Result } from '../contract/result.js';
import { findRule } from '../contract/rules/index.js';
import { wholeJournal } from './journal.js';
import type { Stage } from './stage.js';

/** What DCM noticed, by rule, without what it noticed in orders that were amiss, since the bank was told so. */
export async function findingsOfBank(
  { dcm, ordersAmiss = [] }: Pick<Stage, 'dcm' | 'ordersAmiss'>,
  noticed: Result['findings'],
): Promise<Result['findings']> {
  const entries = await wholeJournal(dcm, { direction: 'in', status: 400 });
  const amiss = entries
    .filter(({ seq }) => ordersAmiss.some(({ after, last }) => seq > after && seq <= last))
    .flatMap(({ findings }) => findings);
  return noticed
    .map((item) => ({ ...item, count: item.count - amiss.filter(({ rule }) => rule === item.rule).length }))
    .filter(({ rule, count }) => count > 0 && findRule(rule)?.side !== 'dcm');
}
