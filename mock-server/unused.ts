import type { Timers } from './domain/ports.js';

/** What has something put aside that nobody uses. */
export interface Resting {
  readonly timers: Timers;
  /** Milliseconds without use after which it rests; at most twice as many. */
  readonly afterMs: number;
}

/** Calls `rest` once nobody has called `use` for a while; again after the next use. */
export function whenUnused({ timers, afterMs }: Resting, rest: () => void) {
  /** Since the time that is running now began. */
  let used = false;
  let running = false;
  let cancel = () => {};
  let stopped = false;

  function wait(): void {
    used = false;
    // Set before, since the time may be over at once.
    running = true;
    cancel = timers.after(afterMs, () => {
      running = false;
      if (used) wait();
      else rest();
    });
  }

  return {
    use(): void {
      if (running) used = true;
      else if (!stopped) wait();
    },
    stop(): void {
      stopped = true;
      cancel();
    },
  };
}
