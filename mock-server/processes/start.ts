import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLoopbackAddress } from '../../contract/loopback.js';
import { createHttpTransport } from '../../contract/wire/http.js';
import { refusePlainly } from '../api/refuse-plainly.js';
import type { TrustedProxies } from '../api/trusted-proxies.js';
import { allCollections } from '../domain/collections.js';
import { Refusal } from '../domain/refusal.js';
import type { DcmKeys } from '../keys.js';
import { newKeysFile, readKeysFile } from '../keys-file.js';
import type { Mock } from '../parts.js';
import type { Running } from '../running.js';
import { placeIn } from '../sandboxes/serve.js';
import { openServer } from '../server.js';
import { reportFault } from '../start.js';
import type { StartOptions } from '../start-options.js';
import { createStellar } from '../stellar/index.js';
import { takeLease } from '../store/postgres/lease.js';
import { openWorldsInDatabase, type WorldsInDatabase } from '../store/postgres/worlds.js';
import { randomSeed, systemRandom, systemTime, systemTimers } from '../system.js';
import { createWatch } from '../watch.js';
import { createFront } from './front.js';
import { createHops } from './hop.js';
import { keysForDatabase, keysInDatabase, rootWorld } from './keys-of-database.js';
import { isPassing } from './leaving.js';
import { worldOpener } from './open-world.js';
import { withOwnHealth } from './own-health.js';
import { createOwned } from './owned.js';

/** What a process that shares a database with others is started with. */
export interface ProcessOptions extends StartOptions {
  /** URL of the database. */
  readonly state: string;
  /** The URL at which the other processes reach this one; without it, where it listens. */
  readonly peerUrl?: string;
  /** Whether its port is shared with others, so that it needs one of its own to be reached by them. */
  readonly ownPort?: boolean;
  /** Connections to the database; 10. */
  readonly connections?: number;
  /** Milliseconds after which a sandbox that nobody uses is closed; ten minutes. */
  readonly restAfterMs?: number;
  /** Called when this process begins to serve the root; what it gives back is called when that ends. */
  readonly opened?: (mock: Mock) => () => void;
}

/** Milliseconds for requests in progress when the process is stopped. */
const calmLimitMs = 3000;

/**
 * Starts a process that serves the worlds of a database together with any number of others: each world is served by
 * one of them at a time, and each passes on what is for another.
 */
export async function startProcess(options: ProcessOptions): Promise<Running> {
  const { state, report: told = reportFault, watch = createWatch() } = options;
  const { trustedProxies: trusts = isLoopbackAddress } = options;
  // What another process passes on has been looked at there.
  const trustedProxies: TrustedProxies = (address) => trusts(address) || isLoopbackAddress(address);
  const report = (error: unknown) => isPassing(error) || told(error);
  const worlds = await openWorldsInDatabase(allCollections, {
    url: state,
    report: () => {},
    ...(options.connections === undefined ? {} : { connections: options.connections }),
  });
  const readKeys = () => keysOf(options, worlds);
  const keys = await readKeys().catch(async (error: unknown) => {
    await worlds.close();
    throw error;
  });
  const seed = options.seed ?? randomSeed();
  const transport = createHttpTransport(systemTime, options.connection);
  const hops = createHops(trusts);

  const open = worldOpener({
    options: { ...options, trustedProxies },
    worlds,
    readKeys,
    seed,
    transport: transport.send,
    watch,
    report,
  });

  let front: RequestListener = (_request, response) =>
    refusePlainly(response, new Refusal('world-elsewhere'));
  let stopping = false;
  const app = withOwnHealth(
    () => stopping,
    (request, response) => front(request, response),
  );
  const host = options.host ?? '127.0.0.1';
  const served = await openServer(app, options.port ?? 4010, host, options.limits).catch(
    async (error: unknown) => {
      await worlds.close();
      throw error;
    },
  );
  const { server, port } = served;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const peers = options.ownPort === true ? await listenToPeers(server) : undefined;
  const self = options.peerUrl ?? peers?.url ?? url;
  const lease = await takeLease({
    database: worlds.database,
    url: state,
    timers: systemTimers,
    reachedAt: self,
    taken: (name) => owned.lost(name),
    restored: () => owned.check(),
    report,
  });
  const owned = createOwned({
    worlds,
    process: () => lease.process,
    open,
    hung: hops.giveUp,
    timers: systemTimers,
    restAfterMs: options.restAfterMs ?? 600_000,
    report,
  });
  front = createFront({
    owned,
    hops,
    self: () => self,
    worldOf: (request) => placeIn(request.url)?.name || rootWorld,
    exists: async (name) => (await worlds.about(name)) !== undefined,
    timers: systemTimers,
    report,
  });

  return {
    keys,
    seed,
    host,
    port,
    url,
    drain() {
      stopping = true;
    },
    async close() {
      stopping = true;
      const closed = served.finish();
      await owned.close();
      peers?.close();
      await lease.close();
      transport.close();
      hops.close();
      server.closeIdleConnections();
      const cancel = systemTimers.after(calmLimitMs, () => server.closeAllConnections());
      await closed;
      cancel();
      await worlds.close();
    },
  };
}

/** A port of this process alone, on this machine. */
async function listenToPeers(server: Server) {
  const own = createServer((request, response) => server.emit('request', request, response));
  await new Promise<void>((resolve, reject) => {
    own.once('error', reject);
    own.listen({ port: 0, host: '127.0.0.1', exclusive: true }, resolve);
  });
  const { port } = own.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      own.close();
      own.closeIdleConnections();
    },
  };
}

/** The keys of the root: from the given file, or those that are kept with it. */
async function keysOf({ keys }: ProcessOptions, worlds: WorldsInDatabase): Promise<DcmKeys> {
  if (keys === undefined)
    return keysInDatabase(worlds, () =>
      newKeysFile(systemRandom, createStellar({ networkPassphrase: '' }).keyPair),
    );
  return keysForDatabase(worlds, await readKeysFile(keys));
}
