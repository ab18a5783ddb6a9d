import type { JournalEntry, JournalHead, JournalMatch } from '../../contract/control/journal.js';
import type { Timers } from '../domain/ports.js';
import { headOf, type Kept, keep, keptAgain, withCredentials } from './entry.js';
import type { Exchange } from './exchange.js';
import { createFindingCounts, type FindingCount } from './finding-counts.js';
import { type JournalPage, type PageAsked, pageOf } from './pages.js';
import { createRing } from './ring.js';
import { createSearch } from './search.js';
import { createWaiting, type Waited } from './waiting.js';

/** Listens to every exchange as it is recorded: the exchange, and its entry. */
export interface Listener {
  recorded(exchange: Exchange, entry: JournalEntry): void;
  /** There will be no more entries; `gone` says why, if the journal goes with all that it had. */
  closed(gone: string): void;
}

export interface Journal {
  /** The number of the next entry; taken when an exchange begins, so that a cause has one before its effects. */
  nextSeq(): number;
  record(exchange: Exchange): void;
  /**
   * Continues with what another process has recorded, before any new entry; listeners are not called.
   *
   * @param last the newest number that it has assigned
   */
  takeUp(entries: readonly JournalEntry[], last: number): void;
  readonly last: number;
  /** The matching entries with the smallest numbers. */
  search(match: JournalMatch, limit: number): JournalEntry[];
  /** The same in portions of `longestAnswer` bytes; `more` if some were left out. */
  portion(match: JournalMatch, limit: number): { entries: JournalEntry[]; more: boolean };
  await(match: JournalMatch, timeoutMs: number): Promise<Waited>;
  /** Of all requests, or of all except those with this `User-Agent`. */
  findings(withoutAgent?: string): FindingCount[];
  /** A page of summaries from new to old. */
  page(asked: PageAsked): JournalPage<JournalHead>;
  /** The same of complete entries. */
  wholePage(asked: PageAsked): JournalPage<JournalEntry>;
  /** One exchange, with what caused it and what it caused. */
  around(seq: number): { kept: Kept; cause?: JournalEntry; effects: readonly JournalEntry[] } | undefined;
  /** How many exchanges have ever been recorded: the place of the newest one. */
  readonly recorded: number;
  /** How many of them are kept: the newest ones. */
  readonly kept: number;
  /** Approximate memory of the entries. */
  readonly bytes: number;
  /** What was recorded after a place; undefined if some of it is no longer kept. */
  since(place: number): readonly JournalEntry[] | undefined;
  /** Returns a function that stops listening. */
  listen(listener: Listener): () => void;
  clear(): void;
  /**
   * Ends all waits, and allows no new ones.
   *
   * @param gone why the journal goes with all that it had; without it the mock only stops
   */
  close(gone?: string): void;
}

/** Bytes of memory that the journal may take. */
const defaultBytes = 64 * 1024 * 1024;
export interface JournalOptions {
  /** Entries that are kept. */
  readonly capacity: number;
  /** Bytes of memory that they may take, about. */
  readonly bytes?: number;
  readonly timers: Timers;
  /** Whether requests can be sent again as they were: their credentials are kept in memory, and shown to nobody. */
  readonly credentials?: boolean;
}

/**
 * The journal: the newest exchanges, in memory, bounded by number and by bytes. An exchange is recorded before the
 * response is sent, and is redacted when it is recorded.
 */
export function createJournal(options: JournalOptions): Journal {
  const { capacity, bytes = defaultBytes, timers, credentials = false } = options;
  const ring = createRing({ entries: capacity, bytes });
  const listeners = new Set<Listener>();
  let seq = 0;
  const search = createSearch(ring);
  const waiting = createWaiting(search, timers);
  const counts = createFindingCounts();

  /** Findings about a response belong to the bank, whoever caused the call. */
  function count({ direction, findings }: Pick<Exchange, 'direction' | 'findings'>, agent?: string): void {
    for (const finding of findings) counts.count(finding, direction === 'in' ? agent : undefined);
  }

  return {
    nextSeq() {
      seq += 1;
      return seq;
    },

    record(exchange) {
      const kept = credentials ? withCredentials(keep(exchange), exchange) : keep(exchange);
      ring.push(kept);
      count(exchange, exchange.requestHeaders['user-agent']);
      waiting.show(kept.entry);
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

    search: search.first,
    portion: search.portion,
    await: waiting.for,

    findings: counts.sums,

    page: (asked) => pageOf(ring, asked, headOf),
    wholePage: (asked) => pageOf(ring, asked, (entry) => entry),

    around(wanted) {
      const kept = ring.get(wanted);
      if (!kept) return undefined;
      const cause = ring.get(kept.entry.cause);
      return { kept, ...(cause ? { cause: cause.entry } : {}), effects: ring.effectsOf(wanted) };
    },

    get recorded() {
      return ring.recorded;
    },

    get kept() {
      return ring.length;
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

    close(gone = '') {
      waiting.close(gone);
      for (const listener of [...listeners]) listener.closed(gone);
    },
  };
}
