import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Kept } from './entry.js';
import { createNearest, matches, pointsOf } from './match.js';
import { longestAnswer } from './pages.js';
import type { Ring } from './ring.js';

/** Entries that are compared before other work gets its turn. */
const slice = 1000;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Finds entries of the journal. */
export function createSearch(ring: Ring) {
  function* matching(match: JournalMatch): Generator<Kept> {
    const wanted = pointsOf(match);
    for (const kept of ring.of(match)) {
      if (matches(kept.entry, wanted)) yield kept;
    }
  }

  const inOrder = (match: JournalMatch): Kept[] =>
    [...matching(match)].sort((a, b) => a.entry.seq - b.entry.seq);

  async function nearest(match: JournalMatch) {
    const near = createNearest(match);
    let looked = 0;
    for (const { entry } of ring.of({ after: match.after })) {
      near.look(entry);
      looked += 1;
      if (looked % slice === 0) await turn();
    }
    return near.found();
  }

  return {
    /** Any one that matches. */
    any: (match: JournalMatch): JournalEntry | undefined => {
      const [found] = matching(match);
      return found?.entry;
    },

    /** The entry nearest to a match, and how it differs. */
    nearest,

    /** The matching entries with the smallest numbers. */
    first: (match: JournalMatch, limit: number): JournalEntry[] =>
      inOrder(match)
        .slice(0, limit)
        .map(({ entry }) => entry),

    /** The same in portions of `longestAnswer` bytes; `more` if some were left out. */
    portion(match: JournalMatch, limit: number): { entries: JournalEntry[]; more: boolean } {
      const found = inOrder(match);
      const entries: JournalEntry[] = [];
      let length = 0;
      for (const kept of found) {
        length += kept.bytes;
        if (entries.length === limit || (entries.length > 0 && length > longestAnswer)) break;
        entries.push(kept.entry);
      }
      return { entries, more: entries.length < found.length };
    },
  };
}

export type Search = ReturnType<typeof createSearch>;
