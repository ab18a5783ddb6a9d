import type { JournalEntry } from '../../contract/control/journal.js';
import { type EntryFilter, entryCondition } from '../../contract/entry-filter.js';
import { sizeOf } from '../domain/size.js';
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

export interface JournalPage<Shown> {
  readonly shown: readonly Shown[];
  readonly more: boolean;
  readonly before: number;
  /** Numbers searched: the cost of the page. */
  readonly looked: number;
}

/**
 * From new to old. Requests to the control API have numbers, too, so not every number has an entry.
 * @param view what the page shows of an entry
 */
export function pageOf<Shown extends object>(
  ring: Ring,
  { filter, before, limit }: PageAsked,
  view: (entry: JournalEntry) => Shown,
): JournalPage<Shown> {
  const shown: Shown[] = [];
  const lowest = Math.max(ring.lowest, filter.from_seq ?? 0);
  const wanted = entryCondition(filter, wordsOf);
  let looked = 0;
  let bytes = 0;
  let seq = Math.min(before - 1, filter.to_seq ?? Number.POSITIVE_INFINITY);
  for (; seq >= lowest && looked < mostLooked && shown.length < limit; seq--) {
    looked += 1;
    const entry = ring.get(seq)?.entry;
    if (!entry || !wanted(entry)) continue;
    const one = view(entry);
    bytes += sizeOf(one);
    if (shown.length > 0 && bytes > longestAnswer) break;
    shown.push(one);
  }
  const more = seq >= lowest;
  return { shown, more, before: more ? seq + 1 : 0, looked };
}

/** What is searched: only what is shown, so that nothing hidden can be guessed by searching. */
const wordsOf = ({
  url,
  operation,
  request_id,
  reason,
  error,
  findings,
  claims,
  why,
}: JournalEntry): string =>
  [
    url,
    operation,
    request_id,
    reason,
    error,
    claims?.obj,
    claims?.sub,
    why?.id,
    why?.says.en,
    why?.says.uk,
    ...findings.flatMap((finding) => [finding.rule, finding.text]),
  ].join('\n');
