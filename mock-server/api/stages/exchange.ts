import type { Request } from 'express';
import { clientAddress } from '../../client-address.js';
import { createCall } from '../../domain/call.js';
import type { Center } from '../../domain/center.js';
import type { Journal } from '../../journal/journal.js';
import type { Admission } from '../admission.js';
import type { RequestFacts } from '../handler.js';
import type { PublicUrl } from '../public-url.js';
import { requestIdOf } from '../request-id.js';
import type { Match } from '../router.js';

/** One request in progress, and what the stages have found out about it so far. */
export interface Exchange extends RequestFacts {
  admission: Admission;
  readonly match: Match;
  readonly method: string;
  readonly path: string;
  readonly search: string;
  /** When it arrived, in milliseconds of the wall clock and as a timestamp of the ledger clock. */
  readonly begun: number;
  readonly at: string;
  /** The body as it arrived, and as decoded. */
  raw: Buffer;
  body: unknown;
  /** The input of the handler, each part parsed by the operation's schema. */
  input: { readonly params: unknown; readonly query: unknown; readonly body: unknown } | undefined;
  answer: unknown;
  /** By which it is found again in logs. */
  readonly requestId: string;
  /** The other end of the connection, if there is one. */
  readonly address?: string | undefined;
  /** The journal number of the request that is sent again. */
  readonly repeats?: number | undefined;
}

/** One step on the path of every request: reads the exchange, adds to it, or throws a refusal. */
export type Stage = (exchange: Exchange) => void | Promise<void>;

export interface ExchangeParts {
  readonly center: Center;
  readonly journal: Journal;
  /** Makes an id for a request that has none. */
  readonly newRequestId: () => string;
  readonly route: (method: string, path: string) => Match;
}

/** A request as it arrives, before its body is read. */
export type Arrival = Pick<Exchange, 'method' | 'url' | 'headers' | 'origin' | 'address' | 'repeats'>;

export const arrivalOf = (request: Request, publicUrl: PublicUrl): Arrival => ({
  method: request.method,
  url: request.originalUrl,
  headers: flatHeaders(request),
  origin: publicUrl(request),
  address: clientAddress(request),
});

const nothing = Buffer.alloc(0);

/** No request over HTTP keeps it: the guard says who sends those of the control API. */
const process: Admission = { who: 'process' };

/** Begins the exchange of a request: its number, its time, and its operation. */
export function createBegin({ center, journal, newRequestId, route }: ExchangeParts) {
  const { wallClock, ledgerClock, profile, eras } = center;
  return (arrival: Arrival): Exchange => {
    const [path, search] = splitUrl(arrival.url);
    const { method, url, headers, origin, address, repeats } = arrival;
    return {
      method,
      url,
      headers,
      origin,
      address,
      admission: process,
      match: route(arrival.method, path),
      call: createCall(journal.nextSeq(), profile().strict, eras.now),
      path,
      search,
      begun: wallClock.now(),
      at: ledgerClock.timestamp(),
      answerHeaders: {},
      raw: nothing,
      body: undefined,
      input: undefined,
      answer: undefined,
      requestId: requestIdOf(headers, newRequestId),
      repeats,
    };
  };
}

function splitUrl(url: string): [string, string] {
  const cut = url.indexOf('?');
  return cut < 0 ? [url, ''] : [url.slice(0, cut), url.slice(cut + 1)];
}

function flatHeaders(request: Request): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name in request.headers) {
    const value = request.headers[name];
    headers[name] = typeof value === 'string' ? value : (value?.join(', ') ?? '');
  }
  return headers;
}
