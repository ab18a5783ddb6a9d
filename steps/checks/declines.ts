import type { JournalEntry } from '../../contract/control/journal.js';

/**
 * Repetitions of a declined request beyond what a client may take for its duty. A decline looks like a session or token
 * that is not good any more (U-10), so one repetition with a new one is right.
 *
 * @param declined the same request, each time it was declined, in order
 * @param logins logins that were submitted meanwhile
 */
export function repeatedInVain(
  declined: readonly JournalEntry[],
  logins: readonly JournalEntry[],
): readonly JournalEntry[] {
  const [first, second, ...others] = declined;
  if (first === undefined || second === undefined) return [];
  const renewed =
    logins.some(({ seq }) => seq > first.seq && seq < second.seq) ||
    (second.claims !== undefined && second.claims.iat !== first.claims?.iat);
  return renewed ? others : [second, ...others];
}
