import type { JournalEntry, JournalHead } from '../../contract/control/journal.js';
import { type EntryFilter, entryCondition } from '../../contract/entry-filter.js';
import { sizeOf } from '../domain/size.js';
import { headOf } from './entry.js';
import type { Ring } from './ring.js';

/** Maximum numbers that one page searches; a client that finds too little requests the next page. */
export const mostLooked = 5000;
/** Approximate bytes of one response; the rest is requested with `after`. */
export const longestAnswer = 4 * 1024 * 1024;

export interface PageAsked {
  readonly filter: EntryFilter;
  readonly before: number;
  readonly limit: number;
}

export interface JournalPage {
  readonly heads: readonly JournalHead[];
  readonly more: boolean;
  readonly before: number;
  /** Numbers searched: the cost of the page. */
  readonly looked: number;
}

/** From new to old. Requests to the control API have numbers, too, so not every number has an entry. */
export function pageOf(ring: Ring, { filter, before, limit }: PageAsked): JournalPage {
  const heads: JournalHead[] = [];
  const wanted = entryCondition(filter, wordsOf);
  let looked = 0;
  let bytes = 0;
  let seq = Math.min(before - 1, filter.to_seq ?? Number.POSITIVE_INFINITY);
  const lowest = Math.max(ring.lowest, filter.from_seq ?? 0);
  for (; seq >= lowest && looked < mostLooked && heads.length < limit; seq--) {
    looked += 1;
    const entry = ring.get(seq)?.entry;
    if (!entry || !wanted(entry)) continue;
    const head = headOf(entry);
    bytes += sizeOf(head);
    if (heads.length > 0 && bytes > longestAnswer) break;
    heads.push(head);
  }
  const more = seq >= lowest;
  return { heads, more, before: more ? seq + 1 : 0, looked };
}

/** What is searched: only what is shown, so that nothing hidden can be guessed by searching. */
const wordsOf = ({ url, operation, reason, error, findings, claims }: JournalEntry): string =>
  [
    url,
    operation,
    reason,
    error,
    claims?.obj,
    claims?.sub,
    ...findings.flatMap((finding) => [finding.rule, finding.text]),
  ].join('\n');
