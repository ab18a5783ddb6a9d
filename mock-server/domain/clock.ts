import type { WallClock } from './ports.js';

/**
 * The ledger clock: the wall clock and an offset that an officer moves forward. It rules dates of creation and
 * everything that would otherwise be waited for.
 */
export interface LedgerClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** RFC 3339, UTC. */
  timestamp(): string;
  readonly offsetMs: number;
  forward(ms: number): void;
  /** Sets the offset, e.g. to a stored one. */
  set(offsetMs: number): void;
}

export function createLedgerClock(wall: WallClock): LedgerClock {
  let offsetMs = 0;
  return {
    now: () => wall.now() + offsetMs,
    timestamp: () => new Date(wall.now() + offsetMs).toISOString(),
    get offsetMs() {
      return offsetMs;
    },
    forward(ms) {
      offsetMs += ms;
    },
    set(ms) {
      offsetMs = ms;
    },
  };
}
