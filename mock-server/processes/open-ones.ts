import type { Timers } from '../domain/ports.js';
import type { Claim, WorldsInDatabase } from '../store/postgres/worlds.js';
import type { OwnWorld } from './own-world.js';
import { usedWorld } from './used-world.js';

export interface OpenOnesParts {
  readonly worlds: Pick<WorldsInDatabase, 'claim' | 'release'>;
  /** The number of this process. */
  readonly process: () => number;
  readonly open: (name: string, claim: Claim) => Promise<OwnWorld>;
  readonly timers: Timers;
  /** Milliseconds after which a world that nobody uses is closed; the next request opens it again. */
  readonly restAfterMs: number;
  readonly report: (error: unknown) => void;
}

/** The worlds that are open in this process, by name. */
export function createOpenOnes({ worlds, process, open, timers, restAfterMs, report }: OpenOnesParts) {
  const own = new Map<string, Promise<OwnWorld | undefined>>();
  /** Those that are being closed: they are not opened again before. */
  const closing = new Map<string, Promise<void>>();

  async function claimed(name: string): Promise<OwnWorld | undefined> {
    await closing.get(name);
    const claim = await worlds.claim(name, process());
    if (claim === undefined) return undefined;
    const world = await open(name, claim);
    const resting = { timers, afterMs: restAfterMs };
    return usedWorld(world, { resting, putAside: () => giveBack(name), report });
  }

  /** Asks for the world at most once at a time; one that is not to be had is asked for again next time. */
  function take(name: string): Promise<OwnWorld | undefined> {
    const found = own.get(name);
    if (found) return found;
    const taken = claimed(name);
    own.set(name, taken);
    taken.then(
      (world) => world === undefined && own.get(name) === taken && own.delete(name),
      () => own.get(name) === taken && own.delete(name),
    );
    return taken;
  }

  /** Closes a world; what comes for it from now on waits until that is done. */
  function drop(name: string, lost: boolean, then = async () => {}): Promise<void> {
    const world = own.get(name);
    own.delete(name);
    const closed = Promise.resolve(closing.get(name))
      .then(() => world?.catch(() => undefined))
      .then((opened) => opened?.close(lost))
      .then(then);
    const done = closed
      .catch(() => {})
      .then(() => {
        if (closing.get(name) === done) closing.delete(name);
      });
    closing.set(name, done);
    return closed;
  }

  /** Closes a world, so that another process can have it. */
  const giveBack = (name: string): Promise<void> => drop(name, false, () => worlds.release(process(), name));

  return {
    take,
    get: (name: string) => own.get(name),
    has: (name: string): boolean => own.has(name),
    names: (): readonly string[] => [...own.keys()],
    /** Resolves when nothing of that name is being closed. */
    gone: async (name: string): Promise<void> => closing.get(name),
    /** Closes one that belongs to another process already. */
    lose: (name: string): Promise<void> => drop(name, true),
    async close(): Promise<void> {
      await Promise.all([...closing.values(), ...[...own.keys()].map(giveBack)]);
    },
  };
}
