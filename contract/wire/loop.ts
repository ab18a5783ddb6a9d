/** Time for outgoing requests: milliseconds that never go back, and a timer. */
export interface WireTime {
  now(): number;
  /** Calls `work` once after `ms` milliseconds; the result cancels it. */
  after(ms: number, work: () => void): () => void;
}

/** Milliseconds between two looks at the clock. */
const beatMs = 20;
/** A look that is this much too late was delayed by this program's own work. */
const slackMs = 20;

/** Says how long a peer took, without what this program was too busy to notice. */
export interface Stopwatch {
  /** The peer has done its part; it is its turn again once this program has sent something. */
  lap(): void;
  /** Milliseconds that the peer has had so far. */
  waited(): number;
}

/**
 * Watches whether this process gets to read its sockets. What is noticed after a stall may have arrived when the
 * stall began, so that moment counts: a peer is never blamed for a stall.
 */
export function watchLoop(time: WireTime) {
  let watchers = 0;
  let cancel = () => {};
  let last = 0;
  /** Whatever was there before this moment has been noticed by now: the newest look, or the one before it, was on time. */
  let awake = 0;

  function look(): void {
    const now = time.now();
    awake = now - last <= beatMs + slackMs ? now : last;
    last = now;
    cancel = time.after(beatMs, look);
  }

  /** The earliest moment at which something noticed now may have arrived. */
  function since(now: number): number {
    return now - awake <= beatMs + slackMs ? now : awake;
  }

  return {
    /** Starts a stopwatch; `end` must be called once. */
    start(): Stopwatch & { end(): void } {
      let turn = time.now();
      let spent = 0;
      if (watchers === 0) {
        last = turn;
        awake = turn;
        cancel = time.after(beatMs, look);
      }
      watchers += 1;
      const ended = { done: false };
      const running = (now: number) => Math.max(0, since(now) - turn);
      return {
        lap() {
          const now = time.now();
          spent += running(now);
          turn = now;
        },
        waited: () => spent + (ended.done ? 0 : running(time.now())),
        end() {
          if (ended.done) return;
          ended.done = true;
          watchers -= 1;
          if (watchers === 0) cancel();
        },
      };
    },
  };
}
