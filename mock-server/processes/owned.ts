import type { Timers } from '../domain/ports.js';
import type { Claim, WorldsInDatabase } from '../store/postgres/worlds.js';
import type { OwnWorld } from './own-world.js';
import { restingWorld } from './resting-world.js';

export interface OwnedParts {
  readonly worlds: Pick<WorldsInDatabase, 'claim' | 'owns' | 'ownerOf' | 'release' | 'orphans' | 'hung'>;
  /** The number of this process. */
  readonly process: () => number;
  readonly open: (name: string, claim: Claim) => Promise<OwnWorld>;
  /** Called again and again for a process that hangs, with its URL. */
  readonly hung: (url: string) => void;
  readonly timers: Timers;
  /** Milliseconds after which a world that nobody uses is closed; the next request opens it again. */
  readonly restAfterMs: number;
  readonly report: (error: unknown) => void;
}

/** Milliseconds between two looks for worlds whose process has died. */
const lookMs = 1000;

/** Where a world is served: here, by another process, or nowhere. */
export type Place = { readonly here: OwnWorld } | { readonly there: string } | undefined;

/** The worlds that this process owns, and where the others are. */
export function createOwned({ worlds, process, open, hung, timers, restAfterMs, report }: OwnedParts) {
  const own = new Map<string, Promise<OwnWorld | undefined>>();
  const elsewhere = new Map<string, string>();
  /** Those that are being closed: they are not opened again before. */
  const closing = new Map<string, Promise<void>>();
  let cancel = () => {};
  let closed = false;

  async function claimed(name: string): Promise<OwnWorld | undefined> {
    await closing.get(name);
    const claim = await worlds.claim(name, process());
    if (claim === undefined) return undefined;
    const world = await open(name, claim);
    const { canRest } = world;
    if (!canRest) return world;
    const resting = { timers, afterMs: restAfterMs };
    return restingWorld({ ...world, canRest }, resting, () => putAside(name), report);
  }

  async function putAside(name: string): Promise<void> {
    await drop(name, false, () => worlds.release(process(), name));
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
    elsewhere.delete(name);
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

  /** Takes over what a process that has died or hangs has left, and waits for that one no longer. */
  async function look(): Promise<void> {
    for (const url of await worlds.hung()) {
      for (const [name, there] of elsewhere) if (there === url) elsewhere.delete(name);
      hung(url);
    }
    for (const name of await worlds.orphans()) {
      if (closed) return;
      elsewhere.delete(name);
      await take(name);
    }
  }

  function lookLater(): void {
    cancel = timers.after(lookMs, () => {
      // While the database is away, every request says so.
      look()
        .catch(() => {})
        .finally(() => !closed && lookLater());
    });
  }
  lookLater();

  return {
    async placeOf(name: string): Promise<Place> {
      const known = own.get(name);
      const there = known ? undefined : elsewhere.get(name);
      if (there !== undefined) return { there };
      const here = await take(name);
      if (here) return { here };
      const url = await worlds.ownerOf(name);
      if (url === undefined) return undefined;
      elsewhere.set(name, url);
      return { there: url };
    },

    /** The process that was believed to serve it does not. */
    forget: (name: string) => elsewhere.delete(name),

    /** Another process has taken it over. */
    lost(name: string): void {
      drop(name, true).catch(report);
    },

    /** Others may have taken worlds over while the database was away. */
    check(): void {
      elsewhere.clear();
      for (const name of own.keys())
        worlds
          .owns(name, process())
          .then((mine) => (mine ? undefined : drop(name, true)))
          .catch(report);
    },

    async close(): Promise<void> {
      closed = true;
      cancel();
      await Promise.all([...closing.values(), ...[...own.keys()].map((name) => drop(name, false))]);
      await worlds.release(process()).catch(report);
    },
  };
}

export type Owned = ReturnType<typeof createOwned>;
