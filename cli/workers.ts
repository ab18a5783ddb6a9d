import cluster, { type Worker } from 'node:cluster';
import { said, UsageError } from '../contract/texts/said.js';
import { isDatabase } from '../mock-server/state-place.js';
import { systemTimers } from '../mock-server/system.js';
import { stopSignal } from './end/early.js';
import { numberOf } from './mock-limits.js';

/** Milliseconds before a process that has ended is started again. */
const againAfterMs = 500;

/** Processes that one command may start. */
const mostWorkers = 64;

/**
 * How many processes share the port.
 *
 * @throws {UsageError} for more than one without a database
 */
export function workersOf(given: string | undefined, state: string | undefined): number {
  const workers = numberOf('--workers', given, 1, mostWorkers) ?? 1;
  if (workers === 1 || isDatabase(state)) return workers;
  throw new UsageError(
    said(
      `--workers ${workers}: several processes need a database that they share: --state postgres://USER:PASSWORD@HOST/DATABASE`,
      `--workers ${workers}: кільком процесам потрібна спільна база даних: --state postgres://USER:PASSWORD@HOST/DATABASE`,
    ),
  );
}

/** Whether this process shares its port with others that the same command has started. */
export const isWorker = cluster.isWorker;

/**
 * The URL at which other processes reach this one; undefined if it is not given.
 *
 * @throws {UsageError}
 */
export function peerUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const rest = url && url.pathname.slice(1) + url.search + url.hash + url.username + url.password;
  if (url?.protocol === 'http:' && rest === '') return url.origin;
  throw new UsageError(
    said(
      `--peer-url ${text}: expected a URL such as http://10.0.0.5:4010, without a path: processes reach each other without TLS`,
      `--peer-url ${text}: очікувано URL на зразок http://10.0.0.5:4010, без шляху: процеси з’єднуються між собою без TLS`,
    ),
  );
}

/** Ends what ties this process to the one that has started it, and would keep it from ending. */
export const leaveOthers = (): void => void cluster.worker?.disconnect();

/** Whether this process speaks for all that the command has started. */
export const isFirst = !cluster.isWorker || process.env.DCM_WORKER === '1';

/**
 * Starts this command several times on one port, and starts each again that ends by itself. Resolves when all have
 * ended after a signal.
 *
 * @param drainMs milliseconds for which they still serve after it
 */
export async function runWorkers(count: number, drainMs: number): Promise<number> {
  let stopping = false;
  let failed = false;
  const workers = new Map<string, Worker>();
  const ends: Promise<void>[] = [];

  function begin(number: string): void {
    const worker = cluster.fork({ DCM_WORKER: number });
    workers.set(number, worker);
    let ready = false;
    worker.on('listening', () => {
      ready = true;
    });
    ends.push(
      new Promise((resolve) => {
        worker.on('exit', (code, signal) => {
          workers.delete(number);
          resolve();
          if (stopping) return;
          // It has said why: the others would not start either.
          if (!ready) {
            failed = true;
            stop();
            return;
          }
          console.error(`process ${number} has ended (${signal ?? code}); starting another`);
          systemTimers.after(againAfterMs, () => !stopping && begin(number));
        });
      }),
    );
  }

  function stop(): void {
    stopping = true;
    for (const worker of workers.values()) worker.process.kill('SIGTERM');
  }

  const asked = stopSignal(drainMs);
  for (let number = 1; number <= count; number++) begin(String(number));
  await Promise.race([asked, firstFailure(() => failed)]);
  stop();
  for (let at = 0; at < ends.length; at++) await ends[at];
  return failed ? 2 : 0;

  function firstFailure(has: () => boolean): Promise<void> {
    return new Promise((resolve) => cluster.on('exit', () => has() && resolve()));
  }
}
