import type { Timers, WallClock } from '../../mock-server/domain/ports.js';
import type { Life } from './quiet.js';

export interface VirtualTime {
  readonly clock: WallClock;
  readonly timers: Timers;
  /** Resolves after the given milliseconds of virtual time. */
  sleep(ms: number): Promise<void>;
  /** Lets a moment pass, so that no two events happen at the same time. */
  tick(): void;
}

/**
 * Time that passes only when there is nothing to do but wait: then it jumps to the next timer. So nothing waits in real
 * time, and the speed of the machine does not matter.
 *
 * @param waiting whether anything is waiting now; otherwise time stands still
 */
export function createVirtualTime(beginMs: number, life: Life, waiting: () => boolean): VirtualTime {
  let now = beginMs;
  let running = false;
  const due = new Set<{ readonly at: number; readonly work: () => void }>();

  async function run(): Promise<void> {
    running = true;
    while (due.size > 0) {
      await life.quiet();
      if (!waiting()) break;
      const next = [...due].reduce<{ at: number; work: () => void } | undefined>(
        (first, item) => (first === undefined || item.at < first.at ? item : first),
        undefined,
      );
      if (next === undefined) break;
      due.delete(next);
      now = Math.max(now, next.at);
      life.stir();
      next.work();
    }
    running = false;
  }

  const wake = () => {
    if (!running) void run();
  };

  const after: Timers['after'] = (ms, work) => {
    const timer = { at: now + ms, work };
    due.add(timer);
    wake();
    return () => due.delete(timer);
  };

  return {
    clock: { now: () => now },
    timers: { after },
    sleep: (ms) => new Promise((resolve) => after(ms, resolve)),
    tick() {
      now += 1;
      life.stir();
      wake();
    },
  };
}
