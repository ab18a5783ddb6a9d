import { once } from 'node:events';
import type { createServer } from 'node:http';
import type { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Has a server listen on a free port of this machine until the test ends, and gives the port. */
export async function listeningUntilTheEnd(
  server: ReturnType<typeof createServer> | ReturnType<typeof createHttps>,
): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return (server.address() as AddressInfo).port;
}
