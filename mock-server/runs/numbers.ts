import type { Journal } from '../journal/journal.js';
import type { Numbers } from './one-run.js';

/** More entries are not counted: no scenario has as many. */
const most = 5000;

/** The numbers of a journal, for runs. */
export const numbersOf = (journal: Pick<Journal, 'last' | 'page'>): Numbers => ({
  last: () => journal.last,
  between: (from_seq, to_seq) =>
    journal.page({ filter: { from_seq, to_seq }, before: to_seq + 1, limit: most }).heads.length,
});
