import type { WireTime } from '../../contract/wire/loop.js';

/** Requests that are due at regular intervals. */
export interface Pace {
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
}

/** At least one. */
export const dueIn = ({ rate, seconds }: Pace): number => Math.max(1, Math.round(rate * seconds));

/**
 * An open loop: calls `due` for each request when it is due, whatever became of the ones before it. A call that comes
 * late is told the moment at which it was due.
 */
export function keepPace(
  time: WireTime,
  pace: Pace,
  due: (index: number, dueAt: number) => void,
): { readonly ended: Promise<void>; stop(): void } {
  const count = dueIn(pace);
  const apart = 1000 / pace.rate;
  const begun = time.now();
  let next = 0;
  let cancel = () => {};
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const dueAt = (index: number) => begun + index * apart;

  function look(): void {
    while (next < count && dueAt(next) <= time.now()) {
      next += 1;
      due(next - 1, dueAt(next - 1));
    }
    if (next >= count) end();
    else cancel = time.after(Math.max(0, dueAt(next) - time.now()), look);
  }

  look();
  return {
    ended,
    stop() {
      cancel();
      next = count;
      end();
    },
  };
}
