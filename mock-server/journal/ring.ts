import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Kept } from './entry.js';
import { createQueue, type Queue } from './queue.js';

/** How much is kept: entries, and bytes of memory. */
interface Bounds {
  readonly entries: number;
  readonly bytes: number;
}

interface Filed {
  readonly kept: Kept;
  /** The largest number of what was recorded until then: numbers are given at the beginning of an exchange. */
  readonly reached: number;
}

/** The newest exchanges: in the order of their recording, by number, by operation, and by what caused them. */
export function createRing(most: Bounds) {
  let all = createQueue<Filed>();
  let reached = 0;
  let bytes = 0;
  let recorded = 0;
  /** The smallest number kept. */
  let lowest = Number.POSITIVE_INFINITY;
  const bySeq = new Map<number, Kept>();
  const byOperation = new Map<string, Queue<Filed>>();
  const byCause = new Map<number, Queue<Filed>>();

  function file<Key>(index: Map<Key, Queue<Filed>>, key: Key, filed: Filed): void {
    const others = index.get(key) ?? createQueue<Filed>();
    index.set(key, others);
    others.push(filed);
  }

  /** The dropped entry is the oldest in each of its indexes. */
  function unfile<Key>(index: Map<Key, Queue<Filed>>, key: Key): void {
    const others = index.get(key);
    others?.shift();
    if (others?.length === 0) index.delete(key);
  }

  function forgetOldest(): void {
    const oldest = all.shift();
    if (!oldest) return;
    const { seq, operation, cause } = oldest.kept.entry;
    bytes -= oldest.kept.bytes;
    bySeq.delete(seq);
    unfile(byOperation, operation);
    unfile(byCause, cause);
  }

  /** Those that may match, oldest first. */
  function candidates({ cause, operation }: Pick<JournalMatch, 'cause' | 'operation'>) {
    if (cause !== undefined) return byCause.get(cause);
    if (operation !== undefined) return byOperation.get(operation);
    return all;
  }

  return {
    push(kept: Kept): void {
      recorded += 1;
      while (all.length > 0 && (all.length >= most.entries || bytes + kept.bytes > most.bytes))
        forgetOldest();
      const { seq, operation, cause } = kept.entry;
      reached = Math.max(reached, seq);
      const filed = { kept, reached };
      all.push(filed);
      bytes += kept.bytes;
      bySeq.set(seq, kept);
      file(byOperation, operation, filed);
      file(byCause, cause, filed);
      lowest = Math.min(lowest, seq);
      while (!bySeq.has(lowest)) lowest += 1;
    },

    /**
     * Entries with numbers above `after` that may match, in the order of their recording: those of the operation or
     * of the cause, if one is given.
     */
    *of({ after = 0, ...wanted }: Pick<JournalMatch, 'after' | 'cause' | 'operation'>): Generator<Kept> {
      for (const { kept } of candidates(wanted)?.from((filed) => filed.reached > after) ?? []) {
        if (kept.entry.seq > after) yield kept;
      }
    },

    get lowest() {
      return lowest;
    },

    get: (seq: number): Kept | undefined => bySeq.get(seq),

    effectsOf: (seq: number): readonly JournalEntry[] =>
      seq === 0 ? [] : [...(byCause.get(seq) ?? [])].map(({ kept }) => kept.entry),

    /** Approximate memory of the entries. */
    get bytes() {
      return bytes;
    },

    get length() {
      return all.length;
    },

    /** How many have ever been recorded: the place of the newest one. */
    get recorded() {
      return recorded;
    },

    /** Those recorded after a place; undefined if some are no longer kept, or the place is in the future. */
    since(place: number): readonly JournalEntry[] | undefined {
      const missing = recorded - place;
      return missing < 0 || missing > all.length
        ? undefined
        : all.newest(missing).map(({ kept }) => kept.entry);
    },

    clear(): void {
      all = createQueue();
      bytes = 0;
      reached = 0;
      lowest = Number.POSITIVE_INFINITY;
      bySeq.clear();
      byOperation.clear();
      byCause.clear();
    },
  };
}

export type Ring = ReturnType<typeof createRing>;
