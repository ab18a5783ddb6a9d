import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import { bodyLimit } from '../api/reply.js';
import type { TrustedProxies } from '../api/trusted-proxies.js';

/** Marks a request that another process has passed on; it is never passed on again. */
export const hopHeader = 'dcm-hop';

/** Status of a process that does not serve this world; nothing was done. */
export const notHere = 421;

/** What came of passing a request on: if it was not read, it can be sent elsewhere; it may have been carried out. */
export type Passed = 'answered' | 'not-read' | 'unknown';

/** What only a trusted proxy may say of a request; the next process trusts this one. */
const ofProxies = /^x-forwarded-(?:proto|host|port|prefix)$/i;

/** Milliseconds that a connection without requests is kept: less than a server keeps it. */
const idleMs = 3000;

/** The body of a request, as far as it is read: no process reads more than it accepts. */
export interface Body {
  readonly bytes: Buffer;
  readonly whole: boolean;
}

export async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bodyLimit) return { bytes: Buffer.concat(chunks), whole: false };
  }
  return { bytes: Buffer.concat(chunks), whole: true };
}

/**
 * Passes requests on to other processes, as they came.
 *
 * @param trusts whose word about the URL is passed on
 */
export function createHops(trusts: TrustedProxies) {
  const agent = new Agent({ keepAlive: true, timeout: idleMs });
  /** Requests under way, each with the process that serves it. */
  const underWay = new Map<ClientRequest, string>();

  function pass(
    origin: string,
    request: IncomingMessage,
    { bytes, whole }: Body,
    response: ServerResponse,
  ): Promise<Passed> {
    const { method = 'GET', url: path = '/' } = request;
    const { hostname, port } = new URL(origin);
    return new Promise((resolve) => {
      const host = hostname.replace(/^\[|\]$/g, '');
      const outgoing = send({ agent, host, port, method, path, headers: headersFor(request, trusts) });
      underWay.set(outgoing, origin);
      outgoing.on('close', () => underWay.delete(outgoing));
      let sent = false;
      outgoing.on('socket', (socket) => {
        if (socket.connecting) socket.once('connect', () => (sent = true));
        else sent = true;
      });
      outgoing.on('response', (incoming) => {
        if (incoming.statusCode === notHere && incoming.headers[hopHeader] !== undefined) {
          incoming.resume();
          return resolve('not-read');
        }
        response.writeHead(incoming.statusCode ?? 502, incoming.statusMessage, incoming.rawHeaders);
        incoming.pipe(response);
        incoming.on('close', () => {
          if (!incoming.complete) response.destroy();
          if (!whole) outgoing.destroy();
          resolve('answered');
        });
      });
      outgoing.on('error', () => resolve(sent ? 'unknown' : 'not-read'));
      response.on('close', () => outgoing.destroy());
      if (whole) outgoing.end(bytes);
      else outgoing.write(bytes);
    });
  }

  return {
    pass,
    /** Ends what was passed on to a process that hangs. */
    giveUp(origin: string): void {
      for (const [outgoing, to] of underWay) if (to === origin) outgoing.destroy();
    },
    close: () => agent.destroy(),
  };
}

export type Hops = ReturnType<typeof createHops>;

/** The headers of a request, in their order, and the address that it came from. */
function headersFor({ rawHeaders, socket }: IncomingMessage, trusts: TrustedProxies): string[] {
  const trusted = trusts(socket.remoteAddress);
  const headers: string[] = [];
  const clients: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = [rawHeaders[at], rawHeaders[at + 1]];
    if (/^x-forwarded-for$/i.test(name)) clients.push(value);
    else if (!/^(?:connection|dcm-hop)$/i.test(name) && (trusted || !ofProxies.test(name)))
      headers.push(name, value);
  }
  clients.push(socket.remoteAddress ?? '');
  return [...headers, 'x-forwarded-for', clients.join(', '), hopHeader, '1'];
}
