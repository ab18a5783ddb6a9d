import { timestampOf } from './dated.js';
import type { Timers, WallClock } from './ports.js';

/**
 * The ledger clock: the wall clock and an offset that an officer moves forward. It governs dates of creation and
 * everything that a test would otherwise wait for.
 */
export interface LedgerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** RFC 3339, UTC. */
  timestamp(): string;
  readonly offsetMs: number;
  forward(ms: number): void;
  /** Sets the offset, e.g. to a stored one; ends all waits. */
  set(offsetMs: number): void;
  /** Waits until `ms` milliseconds of this clock have passed; false if the clock is stopped or set first. */
  wait(ms: number): Promise<boolean>;
  /** Ends all waits, and allows no new ones. */
  stop(): void;
}

export function createLedgerClock(wall: WallClock, timers: Timers): LedgerClock {
  let offsetMs = 0;
  let stopped = false;
  const waiting = new Set<(passed: boolean) => void>();
  const now = () => wall.now() + offsetMs;
  const endWaiting = () => {
    for (const look of [...waiting]) look(false);
  };

  return {
    now,
    timestamp: () => timestampOf(now()),
    get offsetMs() {
      return offsetMs;
    },
    forward(ms) {
      offsetMs += ms;
      for (const look of [...waiting]) look(true);
    },
    set(ms) {
      offsetMs = ms;
      endWaiting();
    },
    async wait(ms) {
      if (stopped) return false;
      const due = now() + ms;
      return new Promise((resolve) => {
        let cancel = () => {};
        const look = (running: boolean) => {
          cancel();
          if (running && now() < due) {
            cancel = timers.after(due - now(), () => look(true));
            return;
          }
          waiting.delete(look);
          resolve(running);
        };
        waiting.add(look);
        look(true);
      });
    },
    stop() {
      stopped = true;
      endWaiting();
    },
  };
}
