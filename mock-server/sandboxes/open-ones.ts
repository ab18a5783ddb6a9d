import type { Timers, WallClock } from '../domain/ports.js';
import { isOver as isOverAt, type OpenSandbox } from './open-sandbox.js';

/** Milliseconds after which is looked again; timers of Node cannot wait for a month. */
const longestWaitMs = 3_600_000;
/** Milliseconds before what could not be removed is tried again. */
const againAfterMs = 1000;

export interface OpenOnesParts {
  readonly clock: WallClock;
  readonly timers: Timers;
  /** Called for faults of the mock. */
  readonly report: (error: unknown) => void;
}

/** The sandboxes that are open, by name, until they are deleted or their time is over. */
export function createOpenOnes({ clock, timers, report }: OpenOnesParts) {
  const open = new Map<string, OpenSandbox>();
  /** Those whose time will be over: a look at them costs nothing for all others. */
  const ending = new Set<OpenSandbox>();
  /** Those that are being removed, by name: nothing of them may be there when the name is used again. */
  const leaving = new Map<string, Promise<void>>();
  let cancel = () => {};

  const isOver = ({ sandbox }: OpenSandbox): boolean => isOverAt(sandbox, clock.now());

  function enter(one: OpenSandbox): void {
    open.set(one.sandbox.name, one);
    if (one.sandbox.expires_at !== '') ending.add(one);
  }

  /** One that cannot be removed stays. */
  function remove(one: OpenSandbox): Promise<void> {
    const { name } = one.sandbox;
    open.delete(name);
    ending.delete(one);
    const left = one.world
      .remove()
      .catch((error: unknown) => {
        enter(one);
        throw error;
      })
      .finally(() => leaving.delete(name));
    leaving.set(name, left);
    return left;
  }

  /** Removes those whose time is over, and looks again when the next one's is. */
  function sweep(): void {
    cancel();
    for (const one of ending) if (isOver(one)) remove(one).catch(sweepAgain);
    const ends = [...ending].map(({ sandbox: { expires_at } }) => Date.parse(expires_at) - clock.now());
    if (ends.length === 0) return;
    cancel = timers.after(Math.min(longestWaitMs, Math.max(1, Math.min(...ends))), sweep);
  }

  /** What could not be removed, because a disk or a database is away, is removed a little later. */
  function sweepAgain(error: unknown): void {
    report(error);
    cancel();
    cancel = timers.after(againAfterMs, sweep);
  }

  return {
    enter,
    remove,
    sweep,
    isOver,
    has: (name: string): boolean => open.has(name),
    get: (name: string): OpenSandbox | undefined => open.get(name),
    get size(): number {
      return open.size;
    },
    /** Without those whose time is over. */
    list: (): OpenSandbox[] => [...open.values()].filter((one) => !isOver(one)),
    /** Resolves when nothing of that name is being removed any more. */
    gone: (name: string): Promise<void> => leaving.get(name)?.catch(() => {}) ?? Promise.resolve(),
    async close(): Promise<void> {
      cancel();
      await Promise.all([...leaving.values(), ...[...open.values()].map(({ world }) => world.close())]);
    },
  };
}
