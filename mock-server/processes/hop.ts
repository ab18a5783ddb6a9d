import { timingSafeEqual } from 'node:crypto';
import {
  Agent,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from 'node:http';
import type { Transport } from '../../contract/wire/transport.js';
import { bodyLimit } from '../api/reply.js';
import { mostRead } from '../api/stages/read.js';
import { cameFrom, clientAddress } from '../client-address.js';

/** Marks a request that another process has passed on, with what only these processes know; it is never passed on again. */
const hopHeader = 'dcm-hop';
/** The address that it came from. */
const fromHeader = 'dcm-hop-from';

/** Status of a process that does not serve this world; nothing was done. */
const notHere = 421;

/** What came of passing a request on: if nobody has read it, it can be sent elsewhere; otherwise it may have been carried out. */
export type Passed = 'answered' | 'not-there' | 'unreached' | 'unknown';

/** Headers of a request, and of a response, that are about one connection and not about what comes over it. */
const ofRequest = /^(?:connection|keep-alive|proxy-connection|trailer|dcm-hop.*)$/i;
const ofCutRequest =
  /^(?:connection|keep-alive|proxy-connection|trailer|dcm-hop.*|content-length|transfer-encoding)$/i;
const ofResponse = /^(?:connection|keep-alive|transfer-encoding)$/i;

/** Milliseconds that a connection without requests is kept: less than a server keeps it. */
const idleMs = 3000;

/** The body of a request, or of one that is too large its beginning: more than is accepted. */
export interface Body {
  readonly bytes: Buffer;
  /** Whether there is more of it. */
  readonly more: boolean;
  /** Whether it was read to its end. */
  readonly ended: boolean;
}

/** Reads a body as whoever serves it would. @throws if the client ends before */
export async function bodyOf(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  let kept = 0;
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (kept <= bodyLimit) {
      chunks.push(chunk);
      kept += chunk.length;
    }
    if (length > mostRead) break;
  }
  return { bytes: Buffer.concat(chunks), more: length > kept, ended: length <= mostRead };
}

/**
 * Passes requests on to other processes, as they came, and recognizes those that came from them.
 *
 * @param secret what all processes of a database know
 * @param transport how they are asked for something of their own
 */
export function createHops(secret: string, transport: Transport) {
  const agent = new Agent({ keepAlive: true, timeout: idleMs });
  const known = Buffer.from(secret);
  /** Requests under way, each with the process that serves it. */
  const underWay = new Map<ClientRequest, string>();

  const isOurs = (given: unknown): boolean => {
    const bytes = Buffer.from(String(given));
    return known.length > 0 && bytes.length === known.length && timingSafeEqual(bytes, known);
  };

  function pass(
    origin: string,
    request: IncomingMessage,
    { bytes, more, ended }: Body,
    response: ServerResponse,
  ): Promise<Passed> {
    const { method = 'GET', url: path = '/' } = request;
    const { hostname, port } = new URL(origin);
    return new Promise((resolve) => {
      const host = hostname.replace(/^\[|\]$/g, '');
      const headers = [
        hopHeader,
        secret,
        fromHeader,
        clientAddress(request) ?? '',
        ...without(more ? ofCutRequest : ofRequest, request.rawHeaders),
        // HTTP/1.0 has none, and this is 1.1.
        ...(request.headers.host === undefined ? ['host', ''] : []),
        ...(more ? ['content-length', String(bytes.length)] : []),
      ];
      const outgoing = send({ agent, host, port, method, path, headers });
      underWay.set(outgoing, origin);
      outgoing.on('close', () => underWay.delete(outgoing));
      let sent = false;
      outgoing.on('socket', (socket) => {
        if (!socket.connecting) {
          sent = true;
          return;
        }
        socket.once('connect', () => (sent = true));
        // The agent's time limit, which is meant for connections without requests.
        socket.once('timeout', () => sent || outgoing.destroy());
      });
      outgoing.on('response', (incoming) => {
        if (incoming.statusCode === notHere && incoming.headers[hopHeader] !== undefined) {
          incoming.resume();
          return resolve('not-there');
        }
        // The rest of a body that nobody reads is still on the way.
        if (!ended) response.shouldKeepAlive = false;
        response.writeHead(
          incoming.statusCode ?? 502,
          incoming.statusMessage,
          without(ofResponse, incoming.rawHeaders),
        );
        incoming.pipe(response);
        incoming.on('close', () => {
          if (!incoming.complete) response.destroy();
          resolve('answered');
        });
      });
      outgoing.on('error', () => resolve(sent ? 'unknown' : 'unreached'));
      response.on('close', () => outgoing.destroy());
      outgoing.end(bytes);
    });
  }

  return {
    pass,

    /** Takes what only processes say to each other off a request; true if one of them has passed it on. */
    accept(request: IncomingMessage): boolean {
      const { [hopHeader]: given, [fromHeader]: from } = request.headers;
      if (given === undefined || !isOurs(given)) return false;
      for (const name of [hopHeader, fromHeader]) remove(request, name);
      // Who is not named is no client of this machine.
      cameFrom(request, typeof from === 'string' ? from : '');
      return true;
    },

    /** Says that the request came to a process that does not serve the world. */
    refuse(response: ServerResponse): void {
      response.writeHead(notHere, { [hopHeader]: '1' });
      response.end();
    },

    /** Asks another process for something of its own. @throws if it does not respond with 200 in time */
    async ask(origin: string, path: string, timeoutMs: number): Promise<string> {
      const headers = { [hopHeader]: secret };
      const { status, text } = await transport({
        method: 'GET',
        url: `${origin}${path}`,
        headers,
        timeoutMs,
      });
      if (status !== 200) throw new Error(`HTTP ${status}`);
      return text;
    },

    /** Ends what was passed on to a process that hangs. */
    giveUp(origin: string): void {
      for (const [outgoing, to] of underWay) if (to === origin) outgoing.destroy();
    },

    close: () => agent.destroy(),
  };
}

export type Hops = ReturnType<typeof createHops>;

/** Names and values in their order, without those of some names. */
function without(names: RegExp, rawHeaders: readonly string[]): string[] {
  const headers: string[] = [];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = [rawHeaders[at], rawHeaders[at + 1]];
    if (!names.test(name)) headers.push(name, value);
  }
  return headers;
}

/** Whoever serves the request sees it as it came. */
function remove({ headers, rawHeaders }: IncomingMessage, header: string): void {
  delete headers[header];
  const at = rawHeaders.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === header);
  if (at >= 0) rawHeaders.splice(at, 2);
}
