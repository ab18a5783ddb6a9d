import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface RunningServer {
  readonly url: string;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Bytes of headers: as many as any gateway allows. */
const longestHead = 64 * 1024;
/** Milliseconds for which an idle connection of a client is kept. */
const idleMs = 60_000;

const notATunnel = JSON.stringify({
  error: 'CONNECT is not offered: use the URL of this proxy as the base URL, not as an HTTP proxy',
});

function refuseTunnel(socket: Duplex): void {
  const head = ['HTTP/1.1 501 Not Implemented', 'content-type: application/json', 'connection: close'];
  socket.on('error', () => {});
  socket.end(`${head.join('\r\n')}\r\ncontent-length: ${notATunnel.length}\r\n\r\n${notATunnel}`);
}

/** Listens until it is closed. No request is ended for being slow: only its two ends know how long it may take. */
export async function listen(passOn: RequestListener, host: string, port: number): Promise<RunningServer> {
  const server = createServer({ maxHeaderSize: longestHead, requestTimeout: 0, keepAliveTimeout: idleMs });
  server.on('request', passOn).on('checkContinue', passOn);
  server.on('connect', (_request, socket) => refuseTunnel(socket));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
