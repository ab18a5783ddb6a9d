import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { said, UsageError } from '../../contract/texts/said.js';
import { listen } from '../listen.js';
import { takeAllHeaders } from '../server.js';
import type { StartOptions } from '../start-options.js';
import type { Processes } from '../store/postgres/processes.js';

/** Bytes of the head of a request that another process passes on, with what it adds: more than any client may send. */
const mostHeadBytes = 64 * 1024;

/**
 * A port at which a process that shares its own with others is reached by them: on this machine, or the one of
 * `peerUrl` for the first of them, and those that follow for the others.
 *
 * @param worker the number of this process, from 1
 * @throws {ListenError}
 */
export async function listenToPeers(server: Server, host: string, worker: number, peerUrl?: string) {
  const own = createServer({ maxHeaderSize: mostHeadBytes }, (request, response) =>
    server.emit('request', request, response),
  );
  takeAllHeaders(own);
  const given = peerUrl === undefined ? undefined : new URL(peerUrl);
  if (given) await listen(own, Number(given.port || 80) + worker - 1, host, true);
  else await listen(own, 0, '127.0.0.1', true);
  const { port } = own.address() as AddressInfo;
  return {
    url: `http://${given?.hostname ?? '127.0.0.1'}:${port}`,
    close: () => {
      own.close();
      own.closeIdleConnections();
    },
  };
}

/** What all processes must have been given alike; it does not say what that is. */
export const accessOf = (
  secret: string,
  { controlToken = '', viewerToken = '', metricsToken = '' }: StartOptions,
): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([controlToken, viewerToken, metricsToken]))
    .digest('hex');

/** @throws {UsageError} if another process that lives has other tokens: which one serves a request is chance */
export async function requireSameAccess(
  processes: Processes,
  process: number,
  access: string,
): Promise<void> {
  const other = await processes.contrary(process, access);
  if (other === undefined) return;
  throw new UsageError(
    said(
      `the process at ${other} was started with other tokens: give all that share a database the same control token, viewer token and metrics token`,
      `процес за адресою ${other} запущено з іншими токенами: надайте всім, у яких спільна база даних, однакові токени керування, перегляду та метрик`,
    ),
  );
}
