import cluster from 'node:cluster';
import { z } from 'zod';
import { maskedUrl } from '../contract/masked-url.js';
import { type SaidError, said, UsageError } from '../contract/texts/said.js';
import { isDatabase } from '../mock-server/state-place.js';
import { systemTimers } from '../mock-server/system.js';
import { stopSignal } from './end/early.js';
import { exitCodes } from './exit.js';
import { keepWorkers, type WorkerProcess } from './kept-workers.js';
import { languageOf } from './language.js';
import { numberOf } from './mock-limits.js';

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
      `--peer-url ${maskedUrl(text)}: expected a URL such as http://10.0.0.5:4010, without a path: processes reach each other without TLS`,
      `--peer-url ${maskedUrl(text)}: очікувано URL на зразок http://10.0.0.5:4010, без шляху: процеси з’єднуються між собою без TLS`,
    ),
  );
}

/** What a process tells the one that has started it. */
const told = z.union([z.object({ serves: z.literal(true) }), z.object({ why: z.string() })]);

function begin(number: number, speaks: boolean): WorkerProcess {
  const worker = cluster.fork({ DCM_WORKER: String(number), DCM_SPEAKS: speaks ? '1' : '0' });
  let why: string | undefined;
  let signs = 0;
  const serving = new Promise<void>((resolve) => {
    worker.on('message', (message: unknown) => {
      const heard = told.safeParse(message).data;
      if (heard === undefined) return;
      if ('why' in heard) why = heard.why;
      else {
        signs += 1;
        resolve();
      }
    });
  });
  // What it has said is read until the connection with it ends.
  const left = new Promise<void>((resolve) => worker.once('disconnect', resolve));
  return {
    serving,
    signs: () => signs,
    ended: new Promise((resolve) => {
      worker.once('exit', (code: number, signal: NodeJS.Signals | null) => {
        left.then(() => resolve({ by: signal ?? code, why }));
      });
      // The system has no room for another process.
      worker.once('error', ({ message }: Error) => resolve({ by: exitCodes.toolFailed, why: message }));
    }),
    kill: (signal) => worker.process.kill(signal),
  };
}

/**
 * Starts this command several times on one port, and starts each again that ends by itself. Resolves when all have
 * ended after a signal, or because one could not be started at all: with its exit code.
 *
 * @param drainMs milliseconds for which they still serve after the signal
 */
export async function runWorkers(
  count: number,
  drainMs: number,
  report: (note: SaidError) => void,
): Promise<number> {
  const asked = stopSignal(drainMs);
  const workers = keepWorkers(count, { begin, timers: systemTimers, report });
  const failure = await Promise.race([workers.failed, asked.then(() => undefined)]);
  await workers.stop();
  if (failure === undefined) return 0;
  const { by, why } = failure;
  console.error(why ?? `dcm: ${notStarted(by)[languageOf(undefined)]}`);
  return typeof by === 'number' && by !== 0 ? by : exitCodes.toolFailed;
}

const notStarted = (by: number | string) =>
  said(`a process has ended while it was being started (${by})`, `процес завершився під час запуску (${by})`);
