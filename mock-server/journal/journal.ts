import { authorizationAnswers, type Claims } from '../../contract/bank-service.js';
import type { Finding, JournalEntry, JournalMatch } from '../../contract/control/journal.js';
import { redactAnswer, redactBody, redactHeaders, redactUrl } from '../../contract/redact.js';
import type { Timers } from '../domain/ports.js';
import { differences, nearest } from './match.js';

/** An exchange as it is recorded: unredacted, since most entries are never looked at. */
export interface Exchange {
  readonly seq: number;
  readonly at: string;
  readonly direction: 'in' | 'out';
  readonly operation: string;
  readonly counterparty_guid: string;
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody: unknown;
  readonly ms: number;
  readonly cause: number;
  readonly claims?: Claims;
  readonly reason: string;
  readonly error: string;
  readonly findings: readonly Finding[];
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
  findings(): { rule: string; level: string; count: number; first: string }[];
  clear(): void;
  /** Ends all waiting, now and later. */
  close(): void;
}

/** Bodies of the authorization service hold secrets under whatever name the bank gives them. */
const responseBody = ({ direction, operation, responseBody: body }: Exchange): unknown =>
  direction === 'out' && Object.hasOwn(authorizationAnswers, operation)
    ? redactAnswer(body)
    : redactBody(body);

const view = (exchange: Exchange): JournalEntry => ({
  seq: exchange.seq,
  at: exchange.at,
  direction: exchange.direction,
  operation: exchange.operation,
  counterparty_guid: exchange.counterparty_guid,
  method: exchange.method,
  url: redactUrl(exchange.url),
  request: {
    headers: redactHeaders(exchange.requestHeaders),
    body: redactBody(exchange.requestBody) ?? null,
  },
  status: exchange.status,
  response: {
    headers: redactHeaders(exchange.responseHeaders),
    body: responseBody(exchange) ?? null,
  },
  ms: exchange.ms,
  cause: exchange.cause,
  ...(exchange.claims ? { claims: exchange.claims } : {}),
  reason: exchange.reason,
  error: exchange.error,
  findings: [...exchange.findings],
});

/**
 * The journal: the newest `capacity` exchanges, in memory. Everything is in it before the answer to the caller
 * leaves. What is read from it is redacted.
 */
export function createJournal({ capacity, timers }: { capacity: number; timers: Timers }): Journal {
  const ring: Exchange[] = [];
  let start = 0;
  let seq = 0;
  /** Who waits, and how each gives up. */
  const waiting = new Map<(exchange: Exchange) => void, () => void>();
  let closed = false;
  const counted = new Map<string, { rule: string; level: string; count: number; first: string }>();

  /** Kept exchanges, oldest first. */
  function* kept(after = 0): Generator<Exchange> {
    for (let index = 0; index < ring.length; index++) {
      const exchange = ring[(start + index) % ring.length];
      if (exchange && exchange.seq > after) yield exchange;
    }
  }

  function count(finding: Finding): void {
    const known = counted.get(finding.rule);
    if (known) known.count += 1;
    else counted.set(finding.rule, { ...finding, count: 1, first: finding.text });
  }

  const matching = (match: JournalMatch, limit: number): JournalEntry[] => {
    const found: JournalEntry[] = [];
    for (const exchange of kept(match.after)) {
      if (match.operation !== undefined && match.operation !== exchange.operation) continue;
      const entry = view(exchange);
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
      if (ring.length < capacity) ring.push(exchange);
      else {
        ring[start] = exchange;
        start = (start + 1) % capacity;
      }
      for (const finding of exchange.findings) count(finding);
      for (const look of [...waiting.keys()]) look(exchange);
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
          const seen = view(exchange);
          if (exchange.seq > (match.after ?? 0) && differences(seen, match).length === 0)
            finish({ entry: seen });
        };
        const giveUp = () => {
          const near = nearest([...kept(match.after)].map(view), match);
          finish(near ? { nearest: near } : {});
        };
        const cancel = timers.after(timeoutMs, giveUp);
        waiting.set(look, giveUp);
      });
    },

    findings: () =>
      [...counted.values()].map(({ rule, level, count, first }) => ({ rule, level, count, first })),

    clear() {
      ring.length = 0;
      start = 0;
      counted.clear();
    },

    close() {
      closed = true;
      for (const giveUp of [...waiting.values()]) giveUp();
    },
  };
}
