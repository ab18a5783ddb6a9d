import { said, UsageError } from '../contract/texts/said.js';
import { createHttpTransport } from '../contract/wire/http.js';
import type { Transport } from '../contract/wire/transport.js';
import { type Chronicle, createChronicle } from './chronicle.js';
import { allCollections } from './domain/collections.js';
import type { Store } from './domain/store.js';
import { openKeys } from './open-keys.js';
import type { Mock } from './parts.js';
import { reportFault } from './report-fault.js';
import { openRoot } from './root.js';
import type { Running } from './running.js';
import { keptRunsIn } from './runs/kept-runs.js';
import { runFiles } from './runs/run-files.js';
import { openWorlds } from './sandboxes/open-worlds.js';
import type { Worlds } from './sandboxes/world.js';
import { openServer } from './server.js';
import type { StartOptions } from './start-options.js';
import { isDatabase, requirePlace } from './state-place.js';
import { createStellar } from './stellar/index.js';
import { createMemoryStore } from './store/memory.js';
import { randomSeed, systemClock, systemParts, systemRandom, systemTime, systemTimers } from './system.js';
import { createWatch, type Watch } from './watch.js';

export { reportFault };

export interface RunningMock extends Running {
  readonly mock: Mock;
  /** With `past` only. */
  readonly chronicle?: Chronicle;
}

/** Milliseconds for requests in progress when the mock is stopped: a little more than two reverse calls. */
const calmLimitMs = 3000;
/** Milliseconds for the state to be written after that. */
const storeLimitMs = 5000;

const notAlone = said(
  'startMock keeps its state in memory or in a file: for a database, start dcm mock --state postgres://… and use its URL',
  'startMock зберігає стан у пам’яті або у файлі: для бази даних запустіть dcm mock --state postgres://… і використовуйте його URL',
);

/** Starts the processing center with real time, real randomness and a real socket. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  if (isDatabase(options.state)) throw new UsageError(notAlone);
  requirePlace(options.state);
  const stellar = createStellar({ networkPassphrase: () => '' });
  const keys = await openKeys(options, stellar);
  const seed = options.seed ?? randomSeed();
  let turned = () => {};
  const begun = options.past && createChronicle(options.past);
  const store = begun?.store ?? (await openStore(options, () => turned()));
  const transport = createHttpTransport(systemTime, options.connection);
  const { sandboxes: limits, state, watch = createWatch(), report = reportFault } = options;
  const mock = await openRoot(options, {
    store,
    keys,
    seed,
    transport: transport.send,
    keptRuns: state === undefined ? undefined : keptRunsIn(runFiles(`${state}.runs`), report),
    served: begun?.served,
    ...(limits && {
      sandboxes: { worlds: worldsOf(options, transport.send, watch), limits, random: systemRandom },
    }),
    watch,
    report,
  }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const chronicle = begun?.open(mock);
  const host = options.host ?? '127.0.0.1';
  const served = await openServer(mock.app, options.port ?? 4010, host, options.limits).catch(
    async (error: unknown) => {
      await mock.close();
      throw error;
    },
  );
  const { server, port } = served;
  turned = mock.changed;
  mock.resume();
  return {
    mock,
    keys,
    ...(chronicle && { chronicle }),
    seed,
    host,
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    drain: mock.drain,
    async close() {
      mock.drain();
      // While the control API responds: a run puts back its changes. Otherwise the journal ends at once.
      if (mock.runs.busy) await mock.runs.close();
      const closed = served.finish();
      mock.journal.close();
      mock.domain.center.ledgerClock.stop();
      await within(Promise.all([closed, mock.domain.deliveries.close()]), calmLimitMs);
      // Pending responses of banks are no longer awaited.
      transport.close();
      await within(mock.close(), storeLimitMs);
      server.closeAllConnections();
      await within(closed, calmLimitMs / 3);
    },
  };
}

const worldsOf = (
  { state, report: told = reportFault }: StartOptions,
  transport: Transport,
  watch: Watch,
): Worlds =>
  openWorlds({
    ...systemParts,
    transport,
    watch,
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
