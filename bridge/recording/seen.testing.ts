import type { Seen } from '../proxy/direction.js';
import type { RawHeaders } from '../proxy/headers.js';
import { createTap } from '../proxy/tap.js';
import { type ReadExchange, readRequest, readResponse } from './exchange.js';

interface Message {
  readonly headers?: RawHeaders;
  readonly body?: string | Buffer;
}

const messageOf = ({ headers = [], body = '' }: Message = {}) => {
  const tap = createTap();
  if (body.length > 0) tap.add(Buffer.from(body as string));
  return { headers, body: tap.body() };
};

/** What a recorder reads of it. */
export const readExchange = (seen: Seen): ReadExchange => readResponse(readRequest(seen), seen);

export const json: RawHeaders = ['Content-Type', 'application/json'];
export const form: RawHeaders = ['Content-Type', 'application/x-www-form-urlencoded'];

/** An exchange that went by; what is left out is usual. */
export function seenOf({
  request,
  response,
  operation = '',
  ...more
}: Partial<Omit<Seen, 'request' | 'response' | 'place'>> & {
  readonly request?: Message;
  readonly response?: Message;
  readonly operation?: string;
} = {}): Seen {
  const target = more.target ?? '/api/v1/.well-known/jwks.json';
  return {
    seq: 1,
    at: '2026-01-02T03:04:05.678Z',
    direction: 'in',
    method: 'GET',
    target,
    place: { url: new URL('http://127.0.0.1:8080'), path: target, operation },
    request: messageOf(request),
    status: 200,
    response: messageOf(response),
    error: '',
    ms: 12.34,
    cause: 0,
    ...more,
  };
}
