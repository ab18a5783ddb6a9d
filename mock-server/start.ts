import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { CapturedAnswer } from '../contract/captured.js';
import { printableLines } from '../contract/printable.js';
import type { Profile } from '../contract/profile/index.js';
import type { Language } from '../contract/texts/language.js';
import { SaidError } from '../contract/texts/said.js';
import { type Connection, createHttpTransport } from '../contract/wire/http.js';
import type { Transport } from '../contract/wire/transport.js';
import type { Mock } from './app.js';
import { type Chapter, type Chronicle, createChronicle } from './chronicle.js';
import { allCollections } from './domain/collections.js';
import type { Stellar } from './domain/stellar.js';
import type { Store } from './domain/store.js';
import { type DcmKeys, ephemeralKeys } from './keys.js';
import { newKeysFile, readKeysFile } from './keys-file.js';
import { listen } from './listen.js';
import { openRoot } from './root.js';
import { keptRunsIn } from './runs/kept-runs.js';
import { runFiles } from './runs/run-files.js';
import type { Runner } from './runs/runner.js';
import { openWorlds } from './sandboxes/open-worlds.js';
import type { SandboxLimits, Worlds } from './sandboxes/world.js';
import { createStellar } from './stellar/index.js';
import { createMemoryStore } from './store/memory.js';
import { randomSeed, systemClock, systemRandom, systemTime, systemTimers } from './system.js';
import { explainUnparsed } from './unparsed.js';

export interface StartOptions {
  readonly port?: number;
  readonly host?: string;
  /** Keys file; without it the keys last as long as the process, or stay in `STATE.keys` beside a state file. */
  readonly keys?: string;
  /** State file; without it the state lasts as long as the process. */
  readonly state?: string;
  /** Continues an earlier mock, or an empty past, and records its changes; instead of a state file. */
  readonly past?: Chapter;
  readonly seed?: string;
  readonly profile?: Partial<Profile>;
  /** What a recorded stage answered otherwise than any option. */
  readonly captured?: readonly CapturedAnswer[];
  readonly controlToken?: string;
  /** The URL of the mock, if it differs from what requests say. */
  readonly publicUrl?: string;
  /** Journal entries kept; default 10,000. */
  readonly journalCapacity?: number;
  /** Bytes of memory that they may take; default 64 MB. */
  readonly journalBytes?: number;
  /** Folder of the latest conformance report. */
  readonly reports?: string;
  /** Starts runs of `dcm verify`; without it they are only registered. */
  readonly runner?: Runner;
  /** How many sandboxes there may be, and how large; without it there are none. */
  readonly sandboxes?: SandboxLimits;
  /** A page of the console that is shown alone. */
  readonly shows?: 'journal';
  /** How to reach the banks. */
  readonly connection?: Connection;
  /** A signing key in the making, begun before this module was loaded; used without a keys file. */
  readonly signingKey?: Promise<KeyObject>;
  /** Called for faults of the mock itself. */
  readonly report?: (error: unknown) => void;
}

export interface RunningMock {
  readonly mock: Mock;
  readonly keys: DcmKeys;
  /** With `past` only. */
  readonly chronicle?: Chronicle;
  readonly seed: string;
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port on which it listens. */
  readonly url: string;
  /** Finishes requests in progress, flushes the state, stops listening: within 10 seconds, whatever banks do. */
  close(): Promise<void>;
}

/** Milliseconds for requests in progress when the mock is stopped: a little more than two reverse calls. */
const calmLimitMs = 3000;
/** Milliseconds for the state to be written after that. */
const storeLimitMs = 5000;

/** Prints a fault of the mock; what a user has to correct is one line. */
export const reportFault = (error: unknown, language: Language = 'en') =>
  console.error(
    printableLines(
      error instanceof SaidError ? `note: ${error.said[language]}` : `fault of the mock: ${inspect(error)}`,
    ),
  );

/** Starts the processing center with real time, real randomness and a real socket. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const stellar = createStellar({ networkPassphrase: () => '' });
  const keys = await openKeys(options, stellar);
  const seed = options.seed ?? randomSeed();
  let turned = () => {};
  const begun = options.past && createChronicle(options.past);
  const store = begun?.store ?? (await openStore(options, () => turned()));
  const transport = createHttpTransport(systemTime, options.connection);
  const { sandboxes: limits, state } = options;
  const mock = await openRoot(options, {
    store,
    keys,
    seed,
    transport: transport.send,
    keptRuns: state === undefined ? undefined : keptRunsIn(runFiles(`${state}.runs`), reportFault),
    served: begun?.served,
    ...(limits && {
      sandboxes: { worlds: worldsOf(options, transport.send), limits, random: systemRandom },
    }),
    report: options.report ?? reportFault,
  }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const chronicle = begun?.open(mock);
  const host = options.host ?? '127.0.0.1';
  const server = createServer(mock.app);
  explainUnparsed(server);
  let closing = false;
  server.on('request', (_request, response) => {
    // A connection that is kept open after its last response would delay the closing.
    response.on('close', () => closing && server.closeIdleConnections());
  });
  try {
    await listen(server, options.port ?? 4010, host);
  } catch (error) {
    await mock.close();
    throw error;
  }
  turned = mock.changed;
  mock.resume();
  const { port } = server.address() as AddressInfo;
  return {
    mock,
    keys,
    ...(chronicle && { chronicle }),
    seed,
    host,
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    async close() {
      // While the control API responds: a run puts back its changes. Otherwise the journal ends at once.
      if (mock.runs.busy) await mock.runs.close();
      closing = true;
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      mock.journal.close();
      mock.domain.center.ledgerClock.stop();
      server.closeIdleConnections();
      await within(Promise.all([closed, mock.domain.deliveries.close()]), calmLimitMs);
      // Pending responses of banks are no longer awaited.
      transport.close();
      await within(mock.close(), storeLimitMs);
      server.closeAllConnections();
      await within(closed, calmLimitMs / 3);
    },
  };
}

/** The keys of a run: from the given file, from the one beside the state, or new ones. */
async function openKeys({ keys, state, signingKey }: StartOptions, stellar: Stellar): Promise<DcmKeys> {
  if (keys !== undefined) return readKeysFile(keys);
  if (state === undefined) return ephemeralKeys(systemRandom, stellar.keyPair, signingKey);
  const { keysOfState } = await import('./keys-of-state.js');
  return keysOfState(state, () => newKeysFile(systemRandom, stellar.keyPair, signingKey));
}

const worldsOf = ({ state, report: told = reportFault }: StartOptions, transport: Transport): Worlds =>
  openWorlds({
    clock: systemClock,
    timers: systemTimers,
    random: systemRandom,
    transport,
    report: told,
    ...(state !== undefined && { folder: `${state}.sandboxes` }),
  });

/** Waits for something, but no longer than this. */
function within(done: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = systemTimers.after(ms, resolve);
    done.then(() => resolve(), reject).finally(cancel);
  });
}

async function openStore(
  { state, report: told = reportFault }: StartOptions,
  turned: () => void,
): Promise<Store> {
  if (state === undefined) return createMemoryStore(allCollections);
  const { openFileStore } = await import('./store/file.js');
  return openFileStore({
    file: state,
    collections: allCollections,
    timers: systemTimers,
    clock: systemClock,
    report: told,
    turned,
  });
}
