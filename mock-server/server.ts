import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from './listen.js';
import { explainUnparsed } from './unparsed.js';

export interface OpenServer {
  readonly server: Server;
  readonly port: number;
  /** Accepts nothing more; resolves when the requests in progress are finished. */
  finish(): Promise<void>;
}

/** What a client may take of the server; whatever takes more is refused, and its connection is closed. */
export interface ServerLimits {
  /** Connections at the same time; further ones are closed at once. */
  readonly connections: number;
  /** Milliseconds for the head of a request to arrive. */
  readonly headMs: number;
  /** Milliseconds for all of it to arrive. */
  readonly requestMs: number;
  /** Bytes of the head. */
  readonly headBytes: number;
  /** Milliseconds between two looks at requests that take too long. */
  readonly lookMs: number;
}

/** No header is left out because there are many: what the last proxy says of a client comes at the end. */
export function takeAllHeaders(server: Server): void {
  server.maxHeadersCount = 0;
}

export const usualLimits: ServerLimits = {
  connections: 10_000,
  headMs: 15_000,
  requestMs: 60_000,
  headBytes: 16 * 1024,
  lookMs: 5_000,
};

/**
 * Serves on a socket.
 * @throws {ListenError}
 */
export async function openServer(
  app: RequestListener,
  port: number,
  host: string,
  given: Partial<ServerLimits> = {},
): Promise<OpenServer> {
  const limits = { ...usualLimits, ...given };
  const server = createServer(
    {
      headersTimeout: limits.headMs,
      requestTimeout: limits.requestMs,
      maxHeaderSize: limits.headBytes,
      connectionsCheckingInterval: limits.lookMs,
    },
    app,
  );
  server.maxConnections = limits.connections;
  takeAllHeaders(server);
  explainUnparsed(server);
  let closing = false;
  server.on('request', (_request, response) => {
    // A connection that is kept open after its last response would delay the closing.
    response.on('close', () => closing && server.closeIdleConnections());
  });
  await listen(server, port, host);
  return {
    server,
    port: (server.address() as AddressInfo).port,
    finish() {
      closing = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      return closed;
    },
  };
}
