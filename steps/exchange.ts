import {
  type AuthorizationMethod,
  authorizationAnswers,
  authorizationLimitMs,
  flows,
} from '../contract/bank-service.js';
import { type JournalEntry, journalEntry } from '../contract/control/journal.js';
import { curlOut } from '../contract/curl.js';
import { redactBody } from '../contract/redact.js';
import type { Question } from './question.js';
import { tokenInWords } from './token-words.js';

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
  /** What was asked of the authorization service, so that it can be asked again. */
  readonly question?: Question;
  /** The answer when it was asked again. */
  readonly again?: Exchange;
}

/** An answer of the authorization service that came, and in time. */
export const isInTime = ({ error, ms }: Pick<Exchange, 'error' | 'ms'>): boolean =>
  error === '' && ms <= authorizationLimitMs;

export const headerLines = (headers: Iterable<readonly [string, string]>): string =>
  [...headers].map(([name, value]) => `${name}: ${value}`).join('\n');

/** The question that DCM has put to the bank's authorization service; undefined for anything else. */
function questionOf({ direction, operation, claims }: JournalEntry): Question | undefined {
  const { obj, sub } = claims ?? {};
  const flow = flows.find((known) => known === claims?.flow);
  if (direction !== 'out' || !Object.hasOwn(authorizationAnswers, operation)) return undefined;
  if (obj === undefined || sub === undefined || flow === undefined) return undefined;
  return { method: operation as AuthorizationMethod, obj, sub, flow };
}

export function fromJournal(entry: JournalEntry): Exchange {
  const question = questionOf(entry);
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
    ...(question && { question }),
  };
}

/** The exchange that a check has looked at, when it looked at the journal; undefined otherwise. */
export function exchangeSeen(seen: unknown): Exchange | undefined {
  const isObject = (item: unknown): item is object => typeof item === 'object' && item !== null;
  if (!isObject(seen)) return undefined;
  const entry = 'entries' in seen && Array.isArray(seen.entries) ? seen.entries[0] : seen;
  const parsed = journalEntry.safeParse(entry);
  return parsed.success ? fromJournal(parsed.data) : undefined;
}

/** What came back, in a few words and without secrets. A text that came with 200 may be one. */
export function describe({ status, error, body }: Exchange): string {
  if (error) return `no answer: ${error}`;
  if (status === 200 && typeof body === 'string')
    return `200 with ${body.length} characters that are not JSON`;
  return `${status} ${JSON.stringify(redactBody(body ?? null)).slice(0, 300)}`;
}

/** An exchange as reports show it: without secrets. */
export function shown(exchange: Exchange): string {
  const body = exchange.requestBody ?? undefined;
  const request = `${exchange.method} ${exchange.url}${body === undefined ? '' : `\n${JSON.stringify(redactBody(body))}`}`;
  const token = exchange.question && tokenInWords(exchange.question);
  return `${request}${token ? `\nX-Session-ID: (${token})` : ''}\n-> ${describe(exchange)}`;
}

/** A member of a JSON answer; undefined when there is none. */
export function member(exchange: Exchange, name: string): unknown {
  const { body } = exchange;
  return typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
}
