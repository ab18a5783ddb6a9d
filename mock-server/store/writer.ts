import type { Timers, WallClock } from '../domain/ports.js';
import type { ChangeLog } from './change-log.js';
import { StateFileError } from './errors.js';
import { createPromise } from './kept-promise.js';
import type { Lock } from './lock.js';

export interface WriterParts {
  readonly log: ChangeLog;
  readonly snapshot: {
    /** Bytes of the snapshot on disk. */
    readonly size: number;
    /** Writes the present state; afterwards the file holds every transaction added before the call. */
    write(): Promise<void>;
  };
  readonly lock: Pick<Lock, 'check' | 'renew'>;
  readonly timers: Timers;
  readonly clock: WallClock;
  /** Called when `trouble` begins and when it ends. */
  readonly turned?: () => void;
  /** Called for each failed background write. */
  readonly report: (error: unknown) => void;
  /** Bytes of log below which no snapshot is rewritten. */
  readonly logFloor: number;
}

/** Decides when to write what. */
export interface Writer {
  /** Why lines that are older than a second are not on disk. */
  readonly trouble: unknown;
  add(line: string): void;
  /** Resolves when no write is under way; lines may still be waiting for their time. */
  idle(): Promise<void>;
  /** Writes all that is left; rejects when the state could not be written completely. */
  close(): Promise<void>;
}

/** Milliseconds for which transactions are gathered before they are appended. */
const GATHER = 50;
/** Longest wait in milliseconds before an append, however long the last one took. */
const LAG = 900;
/** Milliseconds before a failed write is retried. */
const RETRY = 900;
/** Pauses are this many times as long as the write before them: a tenth of the time is spent writing. */
const REST = 9;

/**
 * Appends lines. If the files are no longer what was written, the whole state is written again, which includes the
 * lines.
 */
async function keep(
  { log, lock, snapshot }: WriterParts,
  lines: readonly string[],
  isRewriting: () => boolean,
): Promise<void> {
  try {
    await lock.check();
    await log.append(lines.join(''));
  } catch (error) {
    if (!(error instanceof StateFileError && error.code === 'lost')) throw error;
    if (isRewriting()) throw error;
    await lock.renew();
    await snapshot.write();
    await log.remove();
  }
}

/** Tries something that may fail; `failed` is called with each error. */
async function attempted(work: () => Promise<void>, failed: (error: unknown) => void): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    failed(error);
    return false;
  }
}

/**
 * Gathers lines and appends them, one append at a time, and rewrites the snapshot when the log has outgrown it.
 * Appends continue while a snapshot is written. Each of the two rests nine times as long as it worked.
 */
export function createWriter(parts: WriterParts): Writer {
  const { log, snapshot, timers, clock, report, logFloor } = parts;
  const promise = createPromise(parts);
  let pending: string[] = [];
  let cancel: (() => void) | undefined;
  let turn: Promise<void> | undefined;
  let rewriting: Promise<void> | undefined;
  let appendFrom = Number.NEGATIVE_INFINITY;
  let rewriteFrom = Number.NEGATIVE_INFINITY;
  let closed = false;

  function schedule(): void {
    if (closed || cancel !== undefined || turn !== undefined || pending.length === 0) return;
    const wait = Math.min(Math.max(appendFrom - clock.now(), GATHER), LAG);
    cancel = timers.after(wait, () => {
      cancel = undefined;
      turn = takeTurn().finally(() => {
        turn = undefined;
        schedule();
      });
    });
  }

  async function takeTurn(): Promise<void> {
    if (!(await append()) || !rewriteIsDue()) return;
    const began = clock.now();
    if (await attempted(() => log.rotate(), report)) {
      rewriting = rewrite(began).finally(() => {
        rewriting = undefined;
      });
    }
  }

  async function append(): Promise<boolean> {
    const began = clock.now();
    const lines = pending;
    pending = [];
    promise.begun();
    const done = await attempted(
      () => keep(parts, lines, () => rewriting !== undefined),
      (error) => {
        promise.failed(error);
        report(error);
      },
    );
    if (done) promise.kept();
    else pending = [...lines, ...pending];
    appendFrom = clock.now() + (done ? (clock.now() - began) * REST : RETRY);
    return done;
  }

  function rewriteIsDue(): boolean {
    return (
      !closed &&
      rewriting === undefined &&
      log.size > Math.max(logFloor, snapshot.size) &&
      clock.now() >= rewriteFrom
    );
  }

  async function rewrite(began: number): Promise<void> {
    const done = await attempted(async () => {
      await snapshot.write();
      await log.dropFormer();
    }, report);
    const rest = (clock.now() - began) * REST;
    rewriteFrom = clock.now() + (done ? rest : Math.max(rest, RETRY));
  }

  async function idle(): Promise<void> {
    while (turn !== undefined || rewriting !== undefined) await (turn ?? rewriting);
  }

  return {
    get trouble() {
      return promise.trouble;
    },

    add(line) {
      pending.push(line);
      promise.given();
      schedule();
    },

    idle,

    async close() {
      closed = true;
      cancel?.();
      cancel = undefined;
      promise.end();
      await idle();
      if (pending.length > 0) await append();
      if (pending.length > 0 || log.size > 0) await snapshot.write();
      await log.remove();
    },
  };
}
