import type { Finding, JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import type { Timers } from '../domain/ports.js';
import { type Exchange, entryOf } from './exchange.js';
import { differences, nearest } from './match.js';
import { type JournalPage, type PageAsked, pageOf } from './pages.js';
import { createRing } from './ring.js';

/** Who hears of every exchange as it is recorded. */
export interface Listener {
  recorded(exchange: Exchange): void;
  /** Nothing more will come. */
  closed(): void;
}

export interface Journal {
  /** The number of the next entry; taken when an exchange begins, so that a cause has one before its effects. */
  nextSeq(): number;
  record(exchange: Exchange): void;
  readonly last: number;
  search(match: JournalMatch, limit: number): JournalEntry[];
  await(
    match: JournalMatch,
    timeoutMs: number,
  ): Promise<{ entry?: JournalEntry; nearest?: { entry: JournalEntry; differs: string[] } }>;
  /** Of all requests, or of all but those with this `User-Agent`. */
  findings(withoutAgent?: string): { rule: string; level: string; count: number; first: string }[];
  /** A page from new to old. */
  page(asked: PageAsked): JournalPage;
  /** One exchange, with what caused it and what it caused. */
  around(seq: number): { exchange: Exchange; cause?: Exchange; effects: readonly Exchange[] } | undefined;
  /** How many exchanges have ever been recorded: the place of the newest one. */
  readonly recorded: number;
  /** What was recorded after a place; undefined when some of it is kept no more. */
  since(place: number): readonly Exchange[] | undefined;
  /** Answers how to stop listening. */
  listen(listener: Listener): () => void;
  clear(): void;
  /** Ends all waiting, now and later. */
  close(): void;
}

/**
 * The journal: the newest `capacity` exchanges, in memory. Everything is in it before the answer to the caller
 * leaves. What is read from it is redacted.
 */
export function createJournal({ capacity, timers }: { capacity: number; timers: Timers }): Journal {
  const ring = createRing(capacity);
  const listeners = new Set<Listener>();
  let seq = 0;
  /** Who waits, and how each gives up. */
  const waiting = new Map<(exchange: Exchange) => void, () => void>();
  let closed = false;
  /** By the agent of the request, then by rule. */
  const counted = new Map<
    string,
    Map<string, { rule: string; level: string; count: number; first: string }>
  >();

  function count({ rule, level, text }: Finding, agent = ''): void {
    const byRule = counted.get(agent) ?? new Map();
    counted.set(agent, byRule);
    const known = byRule.get(rule);
    if (known) known.count += 1;
    else byRule.set(rule, { rule, level, count: 1, first: text });
  }

  const matching = (match: JournalMatch, limit: number): JournalEntry[] => {
    const found: JournalEntry[] = [];
    for (const exchange of ring.kept(match.after)) {
      if (match.operation !== undefined && match.operation !== exchange.operation) continue;
      const entry = entryOf(exchange);
      if (differences(entry, match).length === 0) found.push(entry);
      if (found.length === limit) break;
    }
    return found.sort((one, other) => one.seq - other.seq);
  };

  return {
    nextSeq() {
      seq += 1;
      return seq;
    },

    record(exchange) {
      ring.push(exchange);
      for (const finding of exchange.findings) {
        // What DCM noticed in an answer is the bank's, whoever made DCM ask.
        count(finding, exchange.direction === 'in' ? exchange.requestHeaders['user-agent'] : undefined);
      }
      for (const look of [...waiting.keys()]) look(exchange);
      for (const listener of listeners) listener.recorded(exchange);
    },

    get last() {
      return seq;
    },

    search: matching,

    await(match, timeoutMs) {
      const [entry] = matching(match, 1);
      if (entry) return Promise.resolve({ entry });
      if (closed) return Promise.resolve({});
      return new Promise((resolve) => {
        const finish = (result: Awaited<ReturnType<Journal['await']>>) => {
          waiting.delete(look);
          cancel();
          resolve(result);
        };
        const look = (exchange: Exchange) => {
          const seen = entryOf(exchange);
          if (exchange.seq > (match.after ?? 0) && differences(seen, match).length === 0)
            finish({ entry: seen });
        };
        const giveUp = () => {
          const near = nearest([...ring.kept(match.after)].map(entryOf), match);
          finish(near ? { nearest: near } : {});
        };
        const cancel = timers.after(timeoutMs, giveUp);
        waiting.set(look, giveUp);
      });
    },

    findings(withoutAgent) {
      const all = new Map<string, { rule: string; level: string; count: number; first: string }>();
      for (const [agent, byRule] of counted) {
        if (agent === withoutAgent) continue;
        for (const one of byRule.values()) {
          const known = all.get(one.rule);
          if (known) known.count += one.count;
          else all.set(one.rule, { ...one });
        }
      }
      return [...all.values()];
    },

    page: (asked) => pageOf(ring, asked),

    around(wanted) {
      const exchange = ring.get(wanted);
      if (!exchange) return undefined;
      const cause = ring.get(exchange.cause);
      return { exchange, ...(cause ? { cause } : {}), effects: ring.effectsOf(wanted) };
    },

    get recorded() {
      return ring.recorded;
    },

    since: ring.since,

    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    clear() {
      ring.clear();
      counted.clear();
    },

    close() {
      closed = true;
      for (const giveUp of [...waiting.values()]) giveUp();
      for (const listener of [...listeners]) listener.closed();
    },
  };
}
