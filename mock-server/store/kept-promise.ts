import type { Timers, WallClock } from '../domain/ports.js';

/** Watches whether everything is on disk within a second. */
export interface Kept {
  /** Why it is not. */
  readonly trouble: unknown;
  /** Something was given. */
  given(): void;
  /** Everything so far is being written. */
  begun(): void;
  /** What was being written is on disk. */
  kept(): void;
  failed(error: unknown): void;
  end(): void;
}

/** Milliseconds within which everything must be on disk. */
const PROMISED = 1000;
/**
 * A write that takes too long is checked this many times, milliseconds apart: each time the event loop has learned
 * which steps have ended, and a write has few of them. So a write that still has not ended shows a slow disk, not a
 * stalled process.
 */
const LOOKS = 30;
const PAUSE = 50;

export function createPromise({
  timers,
  clock,
  turned = () => {},
}: {
  readonly timers: Timers;
  readonly clock: WallClock;
  readonly turned?: () => void;
}): Kept {
  let givenAt: number | undefined;
  let writtenFrom: number | undefined;
  let attempt = 0;
  let failure: unknown;
  let trouble: unknown;
  let cancel: (() => void) | undefined;

  const oldest = () => writtenFrom ?? givenAt;

  function watch(ms: number, work: () => void): void {
    cancel?.();
    cancel = timers.after(ms, () => {
      cancel = undefined;
      work();
    });
  }

  function turn(now: unknown): void {
    const before = trouble;
    trouble = now;
    if ((before === undefined) !== (now === undefined)) turned();
  }

  function look(): void {
    const since = oldest();
    if (since === undefined) return;
    const left = since + PROMISED - clock.now();
    if (left > 0) watch(left, look);
    else if (failure !== undefined) turn(failure);
    else lookAgain(attempt);
  }

  function lookAgain(seen: number, left = LOOKS): void {
    watch(PAUSE, () => {
      if (attempt !== seen || writtenFrom === undefined) look();
      else if (left > 1) lookAgain(seen, left - 1);
      else turn(new Error('the disk takes longer than a second'));
    });
  }

  function goOn(): void {
    if (oldest() !== undefined && cancel === undefined && trouble === undefined) watch(PROMISED, look);
  }

  return {
    get trouble() {
      return trouble;
    },
    given() {
      givenAt ??= clock.now();
      goOn();
    },
    begun() {
      attempt++;
      writtenFrom = oldest();
      givenAt = undefined;
    },
    kept() {
      attempt++;
      writtenFrom = undefined;
      failure = undefined;
      cancel?.();
      cancel = undefined;
      turn(undefined);
      goOn();
    },
    failed(error) {
      attempt++;
      failure = error;
      if (trouble !== undefined) trouble = error;
      else if (cancel === undefined) look();
    },
    end: () => cancel?.(),
  };
}
