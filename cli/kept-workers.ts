import { SaidError, said } from '../contract/texts/said.js';
import type { Timers } from '../mock-server/domain/ports.js';
import { signEveryMs } from './worker-link.js';

/** A process that serves, as the one that has started it sees it. */
export interface WorkerProcess {
  /** Resolves when it serves. */
  readonly serving: Promise<void>;
  /** How often it has said that it serves. */
  readonly signs: () => number;
  readonly ended: Promise<WorkerEnd>;
  kill(signal: NodeJS.Signals): void;
}

export interface WorkerEnd {
  /** Its exit code, or the signal that ended it. */
  readonly by: number | NodeJS.Signals;
  /** What it said about a start that failed. */
  readonly why: string | undefined;
}

export interface KeptWorkersParts {
  /** Starts a process; `speaks` says whether it tells the user where the mock is. */
  readonly begin: (number: number, speaks: boolean) => WorkerProcess;
  readonly timers: Timers;
  readonly report: (note: SaidError) => void;
}

/** Milliseconds until a process that has ended is started again; twice as many after each attempt that fails. */
const shortestWaitMs = 500;
const longestWaitMs = 10_000;

/** Looks in a row that find no new sign of life, after which a process hangs. */
const mostMissed = 6;

const ended = (number: number, { by }: WorkerEnd): SaidError =>
  new SaidError(
    said(
      `process ${number} has ended (${by}); starting another`,
      `процес ${number} завершився (${by}); запускається інший`,
    ),
  );

const hangs = (number: number): SaidError =>
  new SaidError(
    said(
      `process ${number} hangs: it gives no sign of life; it is ended`,
      `процес ${number} завис: він не подає ознак життя; його буде завершено`,
    ),
  );

function notAgain(number: number, { by, why = '' }: WorkerEnd, waitMs: number): SaidError {
  const [firstLine = ''] = why.split('\n', 1);
  const reason = firstLine === '' ? '' : `: ${firstLine}`;
  const s = waitMs / 1000;
  return new SaidError(
    said(
      `process ${number} cannot be started again (${by}), next attempt in ${s} s${reason}`,
      `процес ${number} не вдається запустити знову (${by}), наступна спроба через ${s} с${reason}`,
    ),
  );
}

/**
 * Keeps so many processes running. If the first start of one fails, none can be expected to work; one that ends later
 * is started again until that succeeds, while the others serve. The first one is started alone, so that a reason that
 * holds for all is said once.
 */
export function keepWorkers(count: number, { begin, timers, report }: KeptWorkersParts) {
  const alive = new Map<WorkerProcess, { serves: boolean }>();
  const kept: Promise<void>[] = [];
  let stopping = false;
  let halt = () => {};
  const halted = new Promise<void>((resolve) => {
    halt = resolve;
  });
  let fail: (end: WorkerEnd) => void = () => {};
  const failed = new Promise<WorkerEnd>((resolve) => {
    fail = resolve;
  });

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const cancel = timers.after(ms, resolve);
      halted.then(() => {
        cancel();
        resolve();
      });
    });

  /** Ends a process that hangs: connections on the shared port go to it, too. What is returned stops looking. */
  function watch(number: number, worker: WorkerProcess): () => void {
    let missed = 0;
    let seen = worker.signs();
    let cancel = () => {};
    function look(): void {
      const signs = worker.signs();
      missed = signs === seen ? missed + 1 : 0;
      seen = signs;
      if (missed < mostMissed) {
        cancel = timers.after(signEveryMs, look);
        return;
      }
      report(hangs(number));
      worker.kill('SIGKILL');
    }
    cancel = timers.after(signEveryMs, look);
    return () => cancel();
  }

  /** Resolves when it has ended. */
  function run(number: number, before: boolean, serving: () => void) {
    const state = { serves: false };
    const worker = begin(number, number === 1 && !before);
    alive.set(worker, state);
    let unwatch = () => {};
    worker.serving.then(() => {
      state.serves = true;
      unwatch = watch(number, worker);
      serving();
    });
    return worker.ended.then((end) => {
      unwatch();
      alive.delete(worker);
      return { end, served: state.serves };
    });
  }

  async function keep(number: number, serving: () => void): Promise<void> {
    let before = false;
    for (let waitMs = shortestWaitMs; !stopping; ) {
      const { end, served } = await run(number, before, serving);
      if (stopping) return;
      if (!served && !before) return fail(end);
      before = true;
      if (served) waitMs = shortestWaitMs;
      else waitMs = Math.min(2 * waitMs, longestWaitMs);
      report(served ? ended(number, end) : notAgain(number, end, waitMs));
      await pause(waitMs);
    }
  }

  kept.push(
    keep(1, () => {
      if (stopping) return;
      for (let number = kept.length + 1; number <= count; number++) kept.push(keep(number, () => {}));
    }),
  );

  return {
    /** Resolves if a process could not be started in the first place. */
    failed,
    /** Resolves when all have ended. One that does not serve yet has nothing to finish. */
    async stop(): Promise<void> {
      stopping = true;
      halt();
      for (const [worker, { serves }] of alive) worker.kill(serves ? 'SIGTERM' : 'SIGKILL');
      await Promise.all(kept);
    },
  };
}
