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

/**
 * Serves on a socket.
 * @throws {ListenError}
 */
export async function openServer(app: RequestListener, port: number, host: string): Promise<OpenServer> {
  const server = createServer(app);
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
