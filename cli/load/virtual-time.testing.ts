import type { WireTime } from '../../contract/wire/loop.js';

interface Timer {
  readonly at: number;
  readonly work: () => void;
}

/** Time that passes only when everybody waits for it. */
export function createVirtualTime() {
  let now = 0;
  const timers = new Set<Timer>();
  const time: WireTime = {
    now: () => now,
    after(ms, work) {
      const timer = { at: now + ms, work };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
  };
  return {
    time,
    /** Lets time pass until the work is done. */
    async run<Outcome>(work: Promise<Outcome>): Promise<Outcome> {
      let done = false;
      work.finally(() => {
        done = true;
      });
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        if (done) return work;
        const next = [...timers].reduce((a, b) => (b.at < a.at ? b : a));
        timers.delete(next);
        now = Math.max(now, next.at);
        next.work();
      }
    },
  };
}
