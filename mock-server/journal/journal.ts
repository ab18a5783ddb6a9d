import type { JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Timers } from '../domain/ports.js';
import { type Kept, keep, keptAgain } from './entry.js';
import type { Exchange } from './exchange.js';
import { createFindingCounts, type FindingCount } from './finding-counts.js';
import { createNearest, matches, pointsOf } from './match.js';
import { type JournalPage, longestAnswer, type PageAsked, pageOf } from './pages.js';
import { createRing } from './ring.js';

/** Who hears of every exchange as it is recorded: as it was, and what is kept of it. */
export interface Listener {
  recorded(exchange: Exchange, entry: JournalEntry): void;
  /** Nothing more will come. */
  closed(): void;
}

export interface Journal {
  /** The number of the next entry; taken when an exchange begins, so that a cause has one before its effects. */
  nextSeq(): number;
  record(exchange: Exchange): void;
  /**
   * Goes on with what another process has recorded, before anything else is: nobody is told.
   *
   * @param last the newest number that it has given out
   */
  takeUp(entries: readonly JournalEntry[], last: number): void;
  readonly last: number;
  /** The matching entries with the smallest numbers. */
  search(match: JournalMatch, limit: number): JournalEntry[];
  /** The same in portions of `longestAnswer` bytes; `more` when some were left out. */
  portion(match: JournalMatch, limit: number): { entries: JournalEntry[]; more: boolean };
  await(
    match: JournalMatch,
    timeoutMs: number,
  ): Promise<{ entry?: JournalEntry; nearest?: { entry: JournalEntry; differs: string[] } }>;
  /** Of all requests, or of all but those with this `User-Agent`. */
  findings(withoutAgent?: string): FindingCount[];
  /** A page from new to old. */
  page(asked: PageAsked): JournalPage;
  /** One exchange, with what caused it and what it caused. */
  around(seq: number): { kept: Kept; cause?: JournalEntry; effects: readonly JournalEntry[] } | undefined;
  /** How many exchanges have ever been recorded: the place of the newest one. */
  readonly recorded: number;
  /** Memory that the entries take, about. */
  readonly bytes: number;
  /** What was recorded after a place; undefined when some of it is kept no more. */
  since(place: number): readonly JournalEntry[] | undefined;
  /** Answers how to stop listening. */
  listen(listener: Listener): () => void;
  clear(): void;
  /** Ends all waiting, now and later. */
  close(): void;
}

/** Bytes of memory that the journal may take. */
const defaultBytes = 64 * 1024 * 1024;
/** Entries that are compared before something else gets its turn. */
const slice = 1000;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

export interface JournalOptions {
  /** Entries that are kept. */
  readonly capacity: number;
  /** Bytes of memory that they may take, about. */
  readonly bytes?: number;
  readonly timers: Timers;
}

/**
 * The journal: the newest exchanges, in memory, bounded by number and by bytes. Everything is in it before the answer
 * to the caller leaves. It is redacted when it is recorded.
 */
export function createJournal({ capacity, bytes = defaultBytes, timers }: JournalOptions): Journal {
  const ring = createRing({ entries: capacity, bytes });
  const listeners = new Set<Listener>();
  let seq = 0;
  /** Who waits, and how each gives up. */
  const waiting = new Map<(entry: JournalEntry) => void, () => void>();
  let closed = false;
  const counts = createFindingCounts();

  function* matching(match: JournalMatch): Generator<Kept> {
    const wanted = pointsOf(match);
    for (const kept of ring.of(match)) {
      if (matches(kept.entry, wanted)) yield kept;
    }
  }

  const inOrder = (match: JournalMatch): Kept[] =>
    [...matching(match)].sort((one, other) => one.entry.seq - other.entry.seq);

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

  /** What DCM noticed in an answer is the bank's, whoever made DCM ask. */
  function count({ direction, findings }: Pick<Exchange, 'direction' | 'findings'>, agent?: string): void {
    for (const finding of findings) counts.count(finding, direction === 'in' ? agent : undefined);
  }

  return {
    nextSeq() {
      seq += 1;
      return seq;
    },

    record(exchange) {
      const kept = keep(exchange);
      ring.push(kept);
      count(exchange, exchange.requestHeaders['user-agent']);
      for (const look of [...waiting.keys()]) look(kept.entry);
      for (const listener of listeners) listener.recorded(exchange, kept.entry);
    },

    takeUp(entries, last) {
      for (const entry of entries) {
        ring.push(keptAgain(entry));
        count(entry, entry.request.headers['user-agent']);
      }
      seq = last;
    },

    get last() {
      return seq;
    },

    search: (match, limit) =>
      inOrder(match)
        .slice(0, limit)
        .map(({ entry }) => entry),

    portion(match, limit) {
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

    await(match, timeoutMs) {
      const [found] = matching(match);
      if (found) return Promise.resolve({ entry: found.entry });
      if (closed) return Promise.resolve({});
      const wanted = pointsOf(match);
      return new Promise((resolve) => {
        const end = () => {
          waiting.delete(look);
          cancel();
        };
        const look = (entry: JournalEntry) => {
          if (entry.seq <= (match.after ?? 0) || !matches(entry, wanted)) return;
          end();
          resolve({ entry });
        };
        const giveUp = () => {
          end();
          resolve(nearest(match).then((near) => (near ? { nearest: near } : {})));
        };
        const cancel = timers.after(timeoutMs, giveUp);
        waiting.set(look, giveUp);
      });
    },

    findings: counts.sums,

    page: (asked) => pageOf(ring, asked),

    around(wanted) {
      const kept = ring.get(wanted);
      if (!kept) return undefined;
      const cause = ring.get(kept.entry.cause);
      return { kept, ...(cause ? { cause: cause.entry } : {}), effects: ring.effectsOf(wanted) };
    },

    get recorded() {
      return ring.recorded;
    },

    get bytes() {
      return ring.bytes;
    },

    since: ring.since,

    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    clear() {
      ring.clear();
      counts.clear();
    },

    close() {
      closed = true;
      for (const giveUp of [...waiting.values()]) giveUp();
      for (const listener of [...listeners]) listener.closed();
    },
  };
}
