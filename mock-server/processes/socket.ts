import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listen } from '../listen.js';
import { openServer, takeAllHeaders, usualLimits } from '../server.js';
import type { StartOptions } from '../start-options.js';
import { systemTimers } from '../system.js';
import { calmLimitMs } from './used-world.js';

/** How the other processes reach this one. */
export interface PeerOptions {
  /** The URL at which the other processes reach this one; without it, where it listens. */
  readonly peerUrl?: string;
  /**
   * Its number, from 1, among those that share its port: it needs one of its own to be reached by the others, the port
   * of `peerUrl` or one of those that follow.
   */
  readonly worker?: number;
}

/** Bytes that a process adds to the head of a request that it passes on, at most. */
const hopBytes = 1024;

/** Listens for clients, and for the other processes. @throws {ListenError} */
export async function openSocket(
  app: RequestListener,
  host: string,
  { port: wanted = 4010, limits, worker, peerUrl }: Pick<StartOptions, 'port' | 'limits'> & PeerOptions,
) {
  const { server, port, finish } = await openServer(app, wanted, host, {
    ...limits,
    headBytes: (limits?.headBytes ?? usualLimits.headBytes) + hopBytes,
  });
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;

  async function close(): Promise<void> {
    const closed = finish();
    peers?.close();
    const cancel = systemTimers.after(calmLimitMs / 3, () => server.closeAllConnections());
    await closed;
    cancel();
  }

  async function fail(error: unknown): Promise<never> {
    await close();
    throw error;
  }

  let peers: Awaited<ReturnType<typeof listenToPeers>> | undefined;
  if (worker !== undefined) peers = await listenToPeers(server, host, worker, peerUrl).catch(fail);
  return { port, url, self: peers?.url ?? peerUrl ?? url, close, fail };
}

/** Bytes of the head of a request that another process passes on, with what it adds: more than any client may send. */
const mostHeadBytes = 64 * 1024;

/**
 * A port at which a process that shares its own with others is reached by them: on this machine, or the one of
 * `peerUrl` for the first of them, and those that follow for the others.
 *
 * @param worker the number of this process, from 1
 * @throws {ListenError}
 */
async function listenToPeers(server: Server, host: string, worker: number, peerUrl?: string) {
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
