import type { RequestListener } from 'node:http';
import { createHttpTransport } from '../../contract/wire/http.js';
import { createPublicUrl } from '../api/public-url.js';
import { refusePlainly } from '../api/refuse-plainly.js';
import { controlGuard } from '../control/guard.js';
import { allCollections } from '../domain/collections.js';
import { Refusal } from '../domain/refusal.js';
import type { DcmKeys } from '../keys.js';
import { newKeysFile, readKeysFile } from '../keys-file.js';
import type { Mock } from '../parts.js';
import type { Running } from '../running.js';
import { placeIn } from '../sandboxes/serve.js';
import { reportFault } from '../start.js';
import type { StartOptions } from '../start-options.js';
import { createStellar } from '../stellar/index.js';
import type { Database } from '../store/postgres/database.js';
import { takeLease } from '../store/postgres/lease.js';
import { openWorldsInDatabase, type WorldsInDatabase } from '../store/postgres/worlds.js';
import { randomSeed, systemRandom, systemTime, systemTimers } from '../system.js';
import { createWatch } from '../watch.js';
import { createFront } from './front.js';
import { createHops } from './hop.js';
import { keysForDatabase, keysInDatabase, rootWorld } from './keys-of-database.js';
import { isPassing } from './leaving.js';
import { worldOpener } from './open-world.js';
import { withOwnPages } from './own-pages.js';
import { createOwned } from './owned.js';
import { accessOf, requireSameAccess } from './same-access.js';
import { sharedMetrics } from './shared-metrics.js';
import { openSocket, type PeerOptions } from './socket.js';
import { calmLimitMs } from './used-world.js';

/** What a process that shares a database with others is started with. */
export interface ProcessOptions extends StartOptions, PeerOptions {
  /** URL of the database. */
  readonly state: string;
  /** Connections to the database; 10. */
  readonly connections?: number;
  /** Milliseconds after which a sandbox that nobody uses is closed; ten minutes. */
  readonly restAfterMs?: number;
  /** Called when this process begins to serve the root; what it gives back is called when that ends. */
  readonly opened?: (mock: Mock) => () => void;
}

/**
 * Starts a process that serves the worlds of a database together with any number of others: each world is served by
 * one of them at a time, and each passes on what is for another.
 */
export async function startProcess(options: ProcessOptions): Promise<Running> {
  const worlds = await openWorldsInDatabase(allCollections, {
    url: options.state,
    report: () => {},
    ...(options.connections === undefined ? {} : { connections: options.connections }),
  });
  return startIn(worlds, options).catch(async (error: unknown) => {
    await worlds.close();
    throw error;
  });
}

async function startIn(worlds: WorldsInDatabase, options: ProcessOptions): Promise<Running> {
  const { state, report: told = reportFault, watch = createWatch(), host = '127.0.0.1' } = options;
  const report = (error: unknown) => isPassing(error) || told(error);
  const readKeys = () => keysOf(options, worlds);
  const keys = await readKeys();
  const seed = options.seed ?? randomSeed();
  const transport = createHttpTransport(systemTime, options.connection);
  const secret = await worlds.processes.secret(() => Buffer.from(systemRandom(32)).toString('hex'));
  const hops = createHops(secret, transport.send);
  const root = watchRoot(options);
  const open = worldOpener({
    options: { ...options, opened: root.opened },
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
  let starting = true;
  const ready = {
    state: () => stateOf(worlds.database),
    traffic: async () =>
      stopping ? 'the mock is being stopped' : starting ? 'the mock is starting' : undefined,
  };
  const metrics = sharedMetrics({
    watch,
    ...root.stock,
    guard: controlGuard(options, createPublicUrl(options.publicUrl, '', options.trustedProxies)),
    token: options.metricsToken,
    process: () => lease.process,
    others: async () => (await worlds.processes.living()).filter((other) => other !== self),
    hops,
    report,
  });
  const app = withOwnPages({ ready, metrics }, (request, response) => front(request, response));
  const socket = await openSocket(app, host, options);
  const self = socket.self;
  const access = accessOf(secret, options);
  const lease = await takeLease({
    database: worlds.database,
    url: state,
    timers: systemTimers,
    reachedAt: self,
    access,
    taken: (name) => owned.lost(name),
    restored: () => owned.check(),
    report,
  }).catch((error: unknown) => socket.fail(error));
  await requireSameAccess(worlds.processes, lease.process, access).catch(async (error: unknown) => {
    await lease.close();
    return socket.fail(error);
  });
  const owned = createOwned({
    worlds,
    processes: worlds.processes,
    process: () => lease.process,
    open,
    hung: hops.giveUp,
    timers: systemTimers,
    restAfterMs: options.restAfterMs ?? 600_000,
    report,
  });

  async function stop(): Promise<void> {
    stopping = true;
    // Pending responses of banks are no longer awaited.
    const giveUp = systemTimers.after(calmLimitMs, () => transport.close());
    // Until others have its worlds, it passes on what still comes.
    await owned.close();
    giveUp();
    transport.close();
    await lease.close();
    await socket.close();
    hops.close();
    await worlds.close();
  }
  let stopped: Promise<void> | undefined;
  const close = () => {
    stopped ??= stop();
    return stopped;
  };

  front = createFront({
    owned,
    hops,
    self: () => self,
    worldOf: (request) => placeIn(request.url)?.name || rootWorld,
    exists: async (name) => (await worlds.about(name)) !== undefined,
    timers: systemTimers,
    report,
  });
  starting = false;
  const { port, url } = socket;
  return {
    keys,
    seed,
    host,
    port,
    url,
    drain() {
      stopping = true;
    },
    close,
  };
}

/** The mock at the root, while it is this process that serves it. */
function watchRoot(options: ProcessOptions) {
  let root: Mock | undefined;
  return {
    opened(mock: Mock) {
      root = mock;
      const ended = options.opened?.(mock);
      return () => {
        root = undefined;
        ended?.();
      };
    },
    stock: {
      sandboxes: () => root?.sandboxes() ?? 0,
      runs: { list: () => root?.runs.list() ?? [] },
    },
  };
}

/** Why the database cannot be asked; undefined if it can. */
const stateOf = ({ rows }: Database): Promise<string | undefined> =>
  rows('SELECT 1').then(
    () => undefined,
    () => 'the state cannot be read',
  );

/** The keys of the root: from the given file, or those that are kept with it. */
async function keysOf({ keys }: ProcessOptions, worlds: WorldsInDatabase): Promise<DcmKeys> {
  if (keys === undefined)
    return keysInDatabase(worlds, () =>
      newKeysFile(systemRandom, createStellar({ networkPassphrase: '' }).keyPair),
    );
  return keysForDatabase(worlds, await readKeysFile(keys));
}
