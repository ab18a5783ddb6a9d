import type { Timers, WallClock } from '../domain/ports.js';

export interface ManualTime {
  readonly clock: WallClock;
  readonly timers: Timers;
  /** Moves the clock, running what becomes due in its order. */
  pass(ms: number): void;
  /** The time of the next timer. */
  next(): number | undefined;
}

/** Time that stands still until it is moved. */
export function createManualTime(): ManualTime {
  let now = 0;
  const waiting = new Set<{ at: number; work: () => void }>();
  const first = () => [...waiting].sort((a, b) => a.at - b.at)[0];

  return {
    clock: { now: () => now },
    timers: {
      after(ms, work) {
        const timer = { at: now + ms, work };
        waiting.add(timer);
        return () => waiting.delete(timer);
      },
    },
    pass(ms) {
      const end = now + ms;
      for (let due = first(); due !== undefined && due.at <= end; due = first()) {
        waiting.delete(due);
        now = Math.max(now, due.at);
        due.work();
      }
      now = Math.max(now, end);
    },
    next: () => first()?.at,
  };
}
