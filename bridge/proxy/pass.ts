import { ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { reasonOf } from '../../contract/wire/transport.js';
import { flat, hasBody, headerOf, passedOn, type RawHeaders } from './headers.js';
import type { Place } from './place.js';
import { createTap, type TappedBody } from './tap.js';
import type { Ways } from './ways.js';

/** A message that went by, with its secrets. */
interface Message {
  readonly headers: RawHeaders;
  readonly body: TappedBody;
}

/** A request that went by. */
export interface PassedRequest {
  readonly method: string;
  /** The target as the client wrote it. */
  readonly target: string;
  readonly request: Message;
}

/** What became of a request. */
export interface PassedResponse {
  /** 0 if no response came. */
  readonly status: number;
  readonly response: Message;
  /** Why there was no whole response; empty if there was one. */
  readonly error: string;
}

export interface Passage {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly place: Place;
  readonly ways: Ways;
  /** Who asks, in errors: `the bank` or `DCM`. */
  readonly client: string;
  /** Called at most once, when the whole request has gone by: while the other end works on its response. */
  readonly asked: (request: PassedRequest) => void;
  /** Called once, before the client can have the whole response; also if the whole request has not gone by. */
  readonly ended: (request: PassedRequest, response: PassedResponse) => void;
}

/** A response without a body ends with its headers (RFC 9112, 6.3). */
const endsWithHead = (method: string | undefined, status: number, headers: RawHeaders): boolean =>
  method === 'HEAD' || status === 204 || status === 304 || headerOf(headers, 'content-length') === '0';

/** Methods for which Node announces no body by itself. */
const usuallyBare = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE']);

/** Sends a request of the client on, once. */
function open({ incoming, place: { url, path }, ways }: Passage): ClientRequest {
  const { method = 'GET', rawHeaders } = incoming;
  const passed = passedOn(rawHeaders, { host: url.host, chunks: true });
  const to = { ...ways(url), method, path, setHost: false, setDefaultHeaders: false };
  const bare = !hasBody(rawHeaders) && headerOf(rawHeaders, 'content-length') === undefined;
  if (!bare || usuallyBare.has(method)) return new ClientRequest({ ...to, headers: passed });
  // Otherwise Node would announce chunks for a POST that has no body.
  const outgoing = new ClientRequest(to);
  outgoing.useChunkedEncodingByDefault = false;
  for (let at = 0; at < passed.length; at += 2) outgoing.appendHeader(passed[at] ?? '', passed[at + 1] ?? '');
  return outgoing;
}

/**
 * Passes a request and its response on as they are: streamed, with their headers as they were spelled, once. The client
 * has the whole response only after `ended` has returned; an end that is premature on one side is so on the other.
 */
export function pass(passage: Passage): void {
  const { incoming, response, place, client, asked, ended } = passage;
  const sent = createTap();
  const answered = createTap();
  let upstream: IncomingMessage | undefined;
  let settled = false;

  const requestNow = (): PassedRequest => ({
    method: incoming.method ?? 'GET',
    target: incoming.url ?? '',
    request: { headers: incoming.rawHeaders, body: sent.body() },
  });

  function settle(error: string): void {
    settled = true;
    ended(requestNow(), {
      status: upstream?.statusCode ?? 0,
      response: { headers: upstream?.rawHeaders ?? [], body: answered.body() },
      error,
    });
  }

  function fail(error: Error): void {
    if (settled) return;
    const cause = reasonOf(error, place.url, upstream !== undefined);
    // What came together with the failure has not gone by yet.
    upstream?.read();
    settle(cause);
    incoming.unpipe();
    if (!response.headersSent) refuse(response, 502, cause);
    // What has come is passed on; the client sees that it is not the whole.
    else response.socket?.destroySoon();
  }

  function answer(from: IncomingMessage): void {
    upstream = from;
    const { statusCode = 502, statusMessage, rawHeaders } = from;
    const chunks = incoming.httpVersion === '1.1';
    response.sendDate = false;
    response.writeHead(statusCode, statusMessage, passedOn(rawHeaders, { chunks }));
    const wholeInHead = endsWithHead(incoming.method, statusCode, rawHeaders);
    const length = wholeInHead ? undefined : headerOf(rawHeaders, 'content-length');
    let left = length === undefined ? Number.POSITIVE_INFINITY : Number(length);
    let begun = wholeInHead;
    const finish = (last?: Buffer) => {
      settle('');
      if (from.rawTrailers.length > 0) response.addTrailers(flat(from.rawTrailers));
      response.end(last);
    };
    from.on('data', (chunk: Buffer) => {
      answered.add(chunk);
      left -= chunk.length;
      begun = true;
      if (settled) return;
      if (left <= 0) finish(chunk);
      else if (!response.write(chunk)) {
        from.pause();
        response.once('drain', () => from.resume());
      }
    });
    from.on('end', () => {
      if (!settled && from.complete) finish();
    });
    from.on('error', fail);
    from.on('aborted', () => fail(Object.assign(new Error(), { code: 'ECONNRESET' })));
    setImmediate(() => {
      if (!begun && !settled) response.flushHeaders();
    });
  }

  /** Its last bytes are on their way first. */
  const gone = () =>
    setImmediate(() => {
      if (!settled) asked(requestNow());
    });

  function begin(): void {
    if (settled) return;
    let outgoing: ClientRequest;
    try {
      outgoing = open(passage);
    } catch (error) {
      fail(error as Error);
      return;
    }
    response.on('close', () => outgoing.destroy());
    outgoing.on('continue', () => response.writeContinue());
    outgoing.on('response', (from) => {
      try {
        answer(from);
      } catch (error) {
        // A head that Node reads but does not write, such as the status 099.
        fail(error as Error);
        outgoing.destroy();
      }
    });
    outgoing.on('error', fail);
    outgoing.on('close', () => {
      if (upstream === undefined) fail(Object.assign(new Error(), { code: 'ECONNRESET' }));
    });
    if (hasBody(incoming.rawHeaders)) incoming.on('data', sent.add).on('end', gone).pipe(outgoing);
    else {
      outgoing.end();
      gone();
    }
  }

  // An aborted request says so here as well.
  incoming.on('error', () => {});
  response.on('close', () => {
    if (!settled) settle(`${client} closed the connection before the response was complete`);
  });
  // What has arrived on idle connections is noticed first: one that the other end has closed is not used again.
  setImmediate(begin);
}

/** The proxy's own response. */
export function refuse(response: ServerResponse, status: number, error: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ error }));
}
