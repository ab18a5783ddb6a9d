import { type JournalEntry, journalEntry } from '../contract/control/journal.js';
import { curlOut } from '../contract/curl.js';
import { redactBody } from '../contract/redact.js';

/** One recorded request with its answer: what checks look at, whoever sent it. */
export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly requestBody: unknown;
  /** 0 when no answer came; then `error` says why. */
  readonly status: number;
  readonly body: unknown;
  /** Headers of the answer, one a line. */
  readonly headers: string;
  readonly error: string;
  readonly ms: number;
  /** `obj` of the token that travelled with it. */
  readonly obj: string;
  /** A command that repeats it; empty when it cannot be repeated. */
  readonly curl: string;
}

export const headerLines = (headers: Iterable<readonly [string, string]>): string =>
  [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');

export function fromJournal(entry: JournalEntry): Exchange {
  return {
    method: entry.method,
    url: entry.url,
    requestBody: entry.request.body,
    status: entry.status,
    body: entry.response.body,
    headers: headerLines(Object.entries(entry.response.headers)),
    error: entry.error,
    ms: entry.ms,
    obj: entry.claims?.obj ?? '',
    // What the bank sent cannot be repeated by others: it needs the bank's own credentials.
    curl: entry.direction === 'out' ? curlOut(entry) : '',
  };
}

/** The exchange that a check has looked at, when it looked at the journal; undefined otherwise. */
export function exchangeSeen(seen: unknown): Exchange | undefined {
  const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null;
  if (!isObject(seen)) return undefined;
  const entry = 'entries' in seen && Array.isArray(seen.entries) ? seen.entries[0] : seen;
  const parsed = journalEntry.safeParse(entry);
  return parsed.success ? fromJournal(parsed.data) : undefined;
}

/** What came back, in a few words and without secrets. A text that came with 200 may be one. */
export function describe({ status, error, body }: Exchange): string {
  if (error) return `no answer: ${error}`;
  if (status === 200 && typeof body === 'string') return `200 with ${body.length} symbols that are not JSON`;
  return `${status} ${JSON.stringify(redactBody(body ?? null)).slice(0, 300)}`;
}

/** A member of a JSON answer; undefined when there is none. */
export function member(exchange: Exchange, name: string): unknown {
  const { body } = exchange;
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}
