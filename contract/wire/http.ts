import { type Agent, ClientRequest, Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Socket } from 'node:net';
import { urlToHttpOptions } from 'node:url';
import { causeOf } from './cause.js';
import { answerOf, longestBody, tooLong } from './gather.js';
import { keptAgents, noticeClosed, watchSocket } from './kept.js';
import { type WireTime, watchLoop } from './loop.js';
import { throughProxy, tunnelling } from './proxy.js';
import { type InAnswer, type OutRequest, reasonOf, type Transport, TransportError } from './transport.js';
import { pauseMs, tryToSend } from './tries.js';

/** How to reach a peer: what its gateway and its certificates need. */
export interface Connection {
  /** PEM texts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Accepts any certificate. */
  readonly insecure?: boolean;
  /** Added to every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes of a body; 1 MB by default. */
  readonly longest?: number;
  /** Address of a proxy; without it, peers are called directly. */
  readonly proxy?: string;
}

export interface HttpTransport {
  readonly send: Transport;
  /** Aborts all requests in progress, and accepts no more. */
  close(): void;
}

/** Bytes for everything but the body: status lines, headers, interim answers, chunk sizes, trailers. */
const wrapping = 64 * 1024;
/** Milliseconds beyond the limit after which a program that is too busy to look gives up. */
const longestStall = 10_000;
/**
 * HTTP and HTTPS. Every request has a connection of its own, unless it says `kept`: the peer may have closed a reused
 * one meanwhile, and then no one knows whether the request was read. So a request is sent again only if its connection
 * never opened; one that may have been read is never repeated. Proxies named in the environment are ignored: the
 * requests and agents of `node:http` that proxy libraries replace are not used.
 */
export function createHttpTransport(time: WireTime, connection: Connection = {}): HttpTransport {
  const { ca, cert, key, insecure = false, longest = longestBody } = connection;
  const trust = {
    rejectUnauthorized: !insecure,
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
  const secure = new HttpsAgent({ keepAlive: false, ...trust });
  const proxy = connection.proxy === undefined ? undefined : new URL(connection.proxy);
  const agents: Readonly<Record<string, Agent>> = {
    'http:': new HttpAgent({ keepAlive: false }),
    'https:': proxy === undefined ? secure : tunnelling(secure, proxy),
  };
  const kept: typeof agents = keptAgents(trust, proxy);
  const loop = watchLoop(time);
  const underWay = new Set<(error: TransportError) => void>();
  const stopped = () => new TransportError('stopped before an answer came', 'ABORTED');
  let closed = false;

  function open(request: OutRequest, url: URL): ClientRequest {
    const agent = (request.kept ? kept : agents)[url.protocol];
    if (agent === undefined) throw new TransportError(`protocol ${url.protocol} is neither http: nor https:`);
    const way = proxy && url.protocol === 'http:' ? throughProxy(proxy, url) : undefined;
    return new ClientRequest({
      ...urlToHttpOptions(url),
      ...way,
      method: request.method,
      agent,
      headers: {
        'accept-encoding': 'identity',
        ...way?.headers,
        ...connection.headers,
        ...request.headers,
        ...(request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }),
      },
    });
  }

  return {
    async send(request) {
      if (closed) throw stopped();
      const url = new URL(request.url);
      const watch = loop.start();
      const begun = time.now();
      let settle = (_error: TransportError) => {};
      const givenUp = new Promise<never>((_resolve, reject) => {
        settle = reject;
      });
      // Both of them are looked at below; one that comes later is ignored.
      givenUp.catch(() => {});
      underWay.add(settle);
      let cancel = () => {};
      const expire = () => {
        const left = request.timeoutMs - watch.waited();
        if (left <= 1)
          settle(
            new TransportError(`no answer within ${request.timeoutMs} ms`, 'ETIMEDOUT', request.timeoutMs),
          );
        else if (time.now() - begun > request.timeoutMs + longestStall)
          settle(new TransportError('this program was too busy to see an answer', 'STALLED'));
        else cancel = time.after(left, expire);
      };
      cancel = time.after(request.timeoutMs, expire);
      const endedByCaller = () => settle(new TransportError(causeOf(request.signal?.reason), 'ABORTED'));
      if (request.signal?.aborted) endedByCaller();
      request.signal?.addEventListener('abort', endedByCaller);
      const pause = async () => {
        if (time.now() - begun + pauseMs >= request.timeoutMs) return false;
        await Promise.race([new Promise<void>((resolve) => time.after(pauseMs, resolve)), givenUp]);
        return true;
      };
      try {
        return await tryToSend(async (onOpen) => {
          if (request.kept) await noticeClosed();
          const outgoing = open(request, url);
          try {
            const bounds = { url, longest, lap: watch.lap, onOpen, body: request.body };
            const answer = await Promise.race([exchange(outgoing, bounds), givenUp]);
            return { ...answer, ms: Math.round(watch.waited()) };
          } finally {
            outgoing.destroy();
          }
        }, pause);
      } finally {
        cancel();
        request.signal?.removeEventListener('abort', endedByCaller);
        watch.end();
        underWay.delete(settle);
      }
    },

    close() {
      closed = true;
      for (const giveUp of [...underWay]) giveUp(stopped());
      for (const agent of [...Object.values(agents), ...Object.values(kept)]) agent.destroy();
    },
  };
}

interface Bounds {
  readonly url: URL;
  readonly longest: number;
  readonly body: string | undefined;
  /** Called when the peer has accepted the connection. */
  readonly lap: () => void;
  /** Called before the first byte of the request is sent: under `https:` after the handshake. */
  readonly onOpen: () => void;
}

/** One request on its own connection, limited in bytes; the caller limits the time. */
function exchange(outgoing: ClientRequest, { url, longest, lap, onOpen, body }: Bounds): Promise<InAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let begun = false;
    const fail = (error: Error & { code?: string }) =>
      reject(
        error instanceof TransportError ? error : new TransportError(reasonOf(error, url, begun), error.code),
      );
    const closed = () => fail(Object.assign(new Error(), { code: 'ECONNRESET' }));

    outgoing.on('socket', (socket: Socket) => {
      let taken = 0;
      const onBytes = (count: number) => {
        taken += count;
        if (taken > longest + wrapping) fail(new TransportError(tooLong(longest)));
      };
      watchSocket(outgoing, socket, { url, lap, onOpen, onBytes });
    });
    const switched = (status: number | undefined) =>
      new TransportError(`answered HTTP ${status}: another protocol, which nobody asked for`);
    outgoing.on('response', (incoming: IncomingMessage) => {
      begun = true;
      if (incoming.statusCode === 101) fail(switched(101));
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > longest) fail(new TransportError(tooLong(longest)));
      });
      incoming.on('error', fail);
      incoming.on('end', () => {
        try {
          resolve(answerOf(incoming, Buffer.concat(chunks), longest));
        } catch (error) {
          fail(error as Error);
        }
      });
    });
    outgoing.on('upgrade', ({ statusCode }: IncomingMessage) => fail(switched(statusCode)));
    outgoing.on('error', fail);
    outgoing.on('close', closed);
    outgoing.end(body);
  });
}
