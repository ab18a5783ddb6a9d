import { type OutRequest, type Transport, TransportError } from './transport.js';

/** The part of the platform's `fetch` that clients of this project use; the platform's own is one. */
export type Fetch = (url: string, init?: FetchInit) => Promise<Fetched>;

export interface FetchInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Gives up a request over a connection; there is nothing to give up in memory. */
  readonly signal?: AbortSignal | null;
}

/** The part of the platform's `Response` that they use. */
export interface Fetched {
  readonly status: number;
  /** Whether the status is 200 to 299. */
  readonly ok: boolean;
  readonly headers: {
    /** The value of a header, whose name is in any case; null without it. */
    get(name: string): string | null;
    /** Names in lower case, and values. */
    entries(): Iterable<[string, string]>;
  };
  text(): Promise<string>;
  /** @throws {SyntaxError} if the body is not JSON */
  json(): Promise<unknown>;
}

const blanks = /^[\t ]+|[\t ]+$/g;

/** What node:http refuses to send in a value. */
const unsendable = /[^\t\x20-\x7e\x80-\xff]/;

type Headers = Readonly<Record<string, string>>;

/** As read: names in lower case, values without blanks around them. */
const asRead = (headers: Headers): [string, string][] =>
  Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.replaceAll(blanks, '')]);

/**
 * Headers sent in memory as whoever receives them over a connection reads them.
 *
 * @throws {TypeError} for a value that no connection carries
 */
export function received(headers: Headers): Record<string, string> {
  for (const [name, value] of Object.entries(headers))
    if (unsendable.test(value)) throw new TypeError(`header ${name}: it has characters that cannot be sent`);
  return Object.fromEntries(asRead(headers));
}

/** A response of a text: making a `Response` takes longer than serving a small request in memory. */
export function fetched(status: number, headers: Headers, text: string): Fetched {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  let named: Map<string, string> | undefined;
  const inLowerCase = () => {
    named ??= new Map(asRead(headers));
    return named;
  };
  return {
    status,
    ok: status >= 200 && status <= 299,
    headers: {
      get: (name) => inLowerCase().get(name.toLowerCase()) ?? null,
      entries: () => inLowerCase().entries(),
    },
    text: async () => plain,
    json: async () => JSON.parse(plain),
  };
}

const isFinal = (status: number) => status >= 200 && status <= 599;
const withoutBody = new Set([204, 205, 304]);

/**
 * A `fetch` over a transport: text bodies, no redirects, one limit in time and bytes for everything.
 *
 * @throws {TransportError} if no complete response came
 */
export function fetchOver(send: Transport, timeoutMs: number): Fetch {
  return async (url, { method = 'GET', headers = {}, body, signal } = {}) => {
    const answer = await send({
      method: method as OutRequest['method'],
      url,
      headers,
      timeoutMs,
      ...(signal ? { signal } : {}),
      ...(body === undefined ? {} : { body }),
    });
    const { status } = answer;
    if (!isFinal(status)) throw new TransportError(`answered HTTP ${status}, which is no final status`);
    return fetched(status, answer.headers, withoutBody.has(status) ? '' : answer.text);
  };
}
