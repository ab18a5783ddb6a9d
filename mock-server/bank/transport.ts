import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Timers } from '../domain/ports.js';

export interface OutRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds for everything: connection, answer and body. */
  readonly timeoutMs: number;
}

export interface InAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Sends one request. @throws {TransportError} when no complete answer came */
export type Transport = (request: OutRequest) => Promise<InAnswer>;

/** No complete answer: `timeout`, `too large`, or what the network said. */
export class TransportError extends Error {
  override name = 'TransportError';
  constructor(
    message: string,
    /** Code of the system or of TLS, e.g. `ECONNREFUSED`; empty without one. */
    readonly code = '',
  ) {
    super(message);
  }
}

/** How a bank is reached: what its gateway and its certificates need. */
export interface Connection {
  /** PEM texts. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
  /** Accepts any certificate. */
  readonly insecure?: boolean;
  /** Added to every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer of a bank that is longer is not one. */
const longest = 1024 * 1024;

/** HTTP and HTTPS with kept connections. */
export function createHttpTransport(
  timers: Timers,
  connection: Connection = {},
): { send: Transport; close: () => void } {
  const { ca, cert, key, insecure = false } = connection;
  const agents = {
    'http:': new HttpAgent({ keepAlive: true }),
    'https:': new HttpsAgent({
      keepAlive: true,
      rejectUnauthorized: !insecure,
      ...(ca === undefined ? {} : { ca }),
      ...(cert === undefined ? {} : { cert }),
      ...(key === undefined ? {} : { key }),
    }),
  };

  const send: Transport = (request) =>
    new Promise((resolve, reject) => {
      const url = new URL(request.url);
      const secure = url.protocol === 'https:';
      const headers = {
        ...connection.headers,
        ...request.headers,
        ...(request.body === undefined ? {} : { 'content-length': Buffer.byteLength(request.body) }),
      };
      const outgoing = (secure ? httpsRequest : httpRequest)(
        url,
        { method: request.method, headers, agent: agents[secure ? 'https:' : 'http:'] },
        (incoming) => {
          const chunks: Buffer[] = [];
          let size = 0;
          incoming.on('data', (chunk: Buffer) => {
            size += chunk.length;
            chunks.push(chunk);
            if (size > longest)
              outgoing.destroy(new TransportError(`answer is larger than ${longest} bytes`));
          });
          incoming.on('error', fail);
          incoming.on('end', () => {
            cancel();
            const answered = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
            resolve({
              status: incoming.statusCode ?? 0,
              headers: Object.fromEntries(answered),
              text: Buffer.concat(chunks).toString('utf8'),
            });
          });
        },
      );
      const cancel = timers.after(request.timeoutMs, () =>
        outgoing.destroy(new TransportError(`no answer within ${request.timeoutMs} ms`, 'ETIMEDOUT')),
      );
      function fail(error: Error & { code?: string }): void {
        cancel();
        // A kept connection that the bank had closed: the question never reached it, so this was no try.
        if (request.method === 'GET' && outgoing.reusedSocket && error.code === 'ECONNRESET') {
          resolve(send(request));
          return;
        }
        reject(
          error instanceof TransportError ? error : new TransportError(reasonOf(error, url), error.code),
        );
      }
      outgoing.on('error', fail);
      outgoing.end(request.body);
    });

  return {
    send,
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

function reasonOf(error: Error & { code?: string }, url: URL): string {
  if (error.code === 'ECONNREFUSED') return `connection refused by ${url.host}`;
  if (error.code === 'ENOTFOUND') return `host ${url.hostname} is not known`;
  if (error.code === 'ECONNRESET') return `connection closed by ${url.host}`;
  return error.message || error.code || 'no answer';
}
