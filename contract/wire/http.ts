import { ClientRequest, type ClientRequestArgs } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { causeOf } from './cause.js';
import { connectTo, exchange } from './exchange.js';
import { longestBody } from './gather.js';
import { keptAgents, noticeClosed } from './kept.js';
import { type WireTime, watchLoop } from './loop.js';
import { throughProxy, tunnelling } from './proxy.js';
import { type OutRequest, type Transport, TransportError } from './transport.js';
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
  const agent = proxy === undefined ? secure : tunnelling(secure, proxy);
  const kept = keptAgents(trust, proxy);
  const loop = watchLoop(time);
  const underWay = new Set<(error: TransportError) => void>();
  const stopped = () => new TransportError('stopped before an answer came', 'ABORTED');
  let closed = false;

  function wayTo(request: OutRequest, place: ClientRequestArgs): Partial<ClientRequestArgs> {
    const plain = place.protocol === 'http:';
    if (request.kept) return { agent: plain ? kept['http:'] : kept['https:'] };
    return plain ? { createConnection: () => connectTo(place) } : { agent };
  }

  function open(request: OutRequest, url: URL): ClientRequest {
    const plain = url.protocol === 'http:';
    if (!plain && url.protocol !== 'https:')
      throw new TransportError(`protocol ${url.protocol} is neither http: nor https:`);
    const way = proxy && plain ? throughProxy(proxy, url) : undefined;
    const place = { ...urlToHttpOptions(url), ...way } as ClientRequestArgs;
    return new ClientRequest({
      ...place,
      method: request.method,
      ...wayTo(request, place),
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
      for (const one of [agent, ...Object.values(kept)]) one.destroy();
    },
  };
}
