import type { Timers, WallClock } from '../domain/ports.js';

/** What is given is on disk a second later: watches whether that holds. */
export interface Kept {
  /** Why it does not hold now. */
  readonly trouble: unknown;
  /** Something was given. */
  given(): void;
  /** All that was given so far is being written. */
  begun(): void;
  /** What was being written is on disk. */
  kept(): void;
  failed(error: unknown): void;
  end(): void;
}

/** Milliseconds after which what was given has to be on disk. */
const PROMISED = 1000;
/**
 * A write that takes too long is looked at so many times, with milliseconds in between: each time the event loop has heard
 * of what has ended, and a write is a few steps. So it is the disk that is slow, and not we who stood still.
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
