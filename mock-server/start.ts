import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Profile } from '../contract/profile.js';
import { createMock, createProfileHolder, type Mock } from './app.js';
import { createHttpTransport } from './bank/transport.js';
import { allCollections } from './domain/collections.js';
import type { Store } from './domain/store.js';
import { type DcmKeys, ephemeralKeys, readKeysFile } from './keys.js';
import { createStellar } from './stellar/index.js';
import { createMemoryStore } from './store/memory.js';
import { randomSeed, systemClock, systemRandom, systemTimers } from './system.js';

export interface StartOptions {
  readonly port?: number;
  readonly host?: string;
  /** Keys file; without one the keys live as long as the process. */
  readonly keys?: string;
  /** State file; without one the state lives as long as the process. */
  readonly state?: string;
  readonly seed?: string;
  readonly profile?: Partial<Profile>;
  readonly controlToken?: string;
  /** A signing key under way, begun before this module was loaded; used without a keys file. */
  readonly signingKey?: Promise<KeyObject>;
  /** Told about faults of the mock itself. */
  readonly report?: (error: unknown) => void;
}

export interface RunningMock {
  readonly mock: Mock;
  readonly keys: DcmKeys;
  readonly seed: string;
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port on which it listens. */
  readonly url: string;
  /** Answers what is under way, flushes the state, stops listening. */
  close(): Promise<void>;
}

/** The address cannot be listened on. */
export class ListenError extends Error {
  override name = 'ListenError';
}

const report = (error: unknown) => console.error('fault of the mock:', error);

/** Starts the processing center on real time, real chance and a real socket. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const profile = createProfileHolder(options.profile);
  const stellar = createStellar({ networkPassphrase: () => profile.now().network_passphrase });
  const keys = options.keys
    ? await readKeysFile(options.keys)
    : await ephemeralKeys(systemRandom, stellar.keyPair, options.signingKey);
  const seed = options.seed ?? randomSeed();
  const store = await openStore(options);
  const transport = createHttpTransport(systemTimers);
  const mock = await createMock({
    store,
    keys,
    stellar,
    clock: systemClock,
    timers: systemTimers,
    seed,
    transport: transport.send,
    profile,
    ...(options.controlToken === undefined ? {} : { controlToken: options.controlToken }),
    report: options.report ?? report,
  });
  const host = options.host ?? '127.0.0.1';
  const server = createServer(mock.app);
  try {
    await listen(server, options.port ?? 4010, host);
  } catch (error) {
    await mock.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  return {
    mock,
    keys,
    seed,
    host,
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      server.closeIdleConnections();
      await mock.close();
      server.closeAllConnections();
      await closed;
      transport.close();
    },
  };
}

async function openStore({ state, report: told = report }: StartOptions): Promise<Store> {
  if (state === undefined) return createMemoryStore(allCollections);
  const { openFileStore } = await import('./store/file.js');
  return openFileStore({
    file: state,
    collections: allCollections,
    timers: systemTimers,
    clock: systemClock,
    report: told,
  });
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      const advice = inUse
        ? 'another program listens there; take another --port, or 0 for a free one'
        : error.message;
      reject(new ListenError(`cannot listen on ${host}:${port}: ${advice}`));
    });
    server.listen(port, host, () => resolve());
  });
}
