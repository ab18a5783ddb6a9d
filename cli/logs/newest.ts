import type { controlOperations } from '../../contract/control/index.js';
import type { JournalHead } from '../../contract/control/journal.js';
import type { Answer } from '../../contract/operation.js';

type Portion = Answer<(typeof controlOperations)['listEntries']>;

export interface Newest {
  /** Newest first. */
  readonly heads: readonly JournalHead[];
  /** From where the journal is followed. */
  readonly last: number;
}

/**
 * The newest entries of a journal, which comes in portions: one with few matches may be empty, although older ones
 * match.
 * @param ask requests at most `limit` entries, older than `after`
 */
export async function newestOf(
  ask: (query: { readonly limit: number; readonly after?: string }) => Promise<Portion>,
  limit: number,
): Promise<Newest> {
  let portion = await ask({ limit });
  const { last } = portion;
  const heads = [...portion.entries];
  while (portion.next !== '' && heads.length < limit) {
    portion = await ask({ limit: limit - heads.length, after: portion.next });
    heads.push(...portion.entries);
  }
  return { heads, last };
}
