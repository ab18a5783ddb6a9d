import type { ClientRequest, ClientRequestArgs, IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { answerOf, tooLong } from './gather.js';
import { watchSocket } from './kept.js';
import { type InAnswer, reasonOf, TransportError } from './transport.js';

/** Bytes for everything but the body: status lines, headers, interim answers, chunk sizes, trailers. */
const wrapping = 64 * 1024;

/** A connection for one request: an agent would only keep books on it. */
export const connectTo = ({ hostname, host, port }: ClientRequestArgs): Socket =>
  connect({ host: hostname ?? host ?? '', port: Number(port || 80), noDelay: true });

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
export function exchange(
  outgoing: ClientRequest,
  { url, longest, lap, onOpen, body }: Bounds,
): Promise<InAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let begun = false;
    let settled = false;
    const fail = (error: Error & { code?: string }) => {
      if (settled) return;
      settled = true;
      reject(
        error instanceof TransportError ? error : new TransportError(reasonOf(error, url, begun), error.code),
      );
    };
    const closed = () => {
      // Every exchange ends with this; it says something only if nothing else was said.
      if (!settled) fail(Object.assign(new Error(), { code: 'ECONNRESET' }));
    };

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
          const [only = Buffer.alloc(0), ...more] = chunks;
          resolve(answerOf(incoming, more.length === 0 ? only : Buffer.concat(chunks), longest));
          settled = true;
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
