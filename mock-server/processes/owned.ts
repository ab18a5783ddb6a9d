import { Refusal } from '../domain/refusal.js';
import type { Processes } from '../store/postgres/processes.js';
import type { WorldsInDatabase } from '../store/postgres/worlds.js';
import { createOpenOnes, type OpenOnesParts } from './open-ones.js';
import type { OwnWorld } from './own-world.js';

export interface OwnedParts extends OpenOnesParts {
  readonly worlds: Pick<WorldsInDatabase, 'claim' | 'owns' | 'ownerOf' | 'release' | 'orphans'>;
  readonly processes: Pick<Processes, 'hung' | 'living' | 'leave'>;
  /** Called again and again for a process that hangs, with its URL. */
  readonly hung: (url: string) => void;
}

/** Milliseconds between two looks for worlds whose process has died. */
const lookMs = 1000;

/** Where a world is served: here, by another process, or nowhere. */
export type Place = { readonly here: OwnWorld } | { readonly there: string } | undefined;

/** The worlds that this process owns, and where the others are. */
export function createOwned(parts: OwnedParts) {
  const { worlds, processes, process, hung, timers, report } = parts;
  const own = createOpenOnes(parts);
  const elsewhere = new Map<string, string>();
  let cancel = () => {};
  let closed = false;

  async function lose(name: string): Promise<void> {
    elsewhere.delete(name);
    await own.lose(name);
  }

  /** Takes over what a process that has died or hangs has left, and waits for that one no longer. */
  async function look(): Promise<void> {
    for (const url of await processes.hung()) {
      for (const [name, there] of elsewhere) if (there === url) elsewhere.delete(name);
      hung(url);
    }
    for (const name of await worlds.orphans()) {
      if (closed) return;
      elsewhere.delete(name);
      // One that cannot be opened says so to whoever asks for it, and keeps no other one waiting.
      await own.take(name).catch(() => {});
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

  /** Where a request goes that comes while this process is being stopped. @throws {Refusal} `process-ended` */
  async function elsewhereOf(name: string): Promise<Place> {
    const here = await own.get(name);
    if (here) return { here };
    await own.gone(name);
    const [other] = await processes.living();
    const there = (await worlds.ownerOf(name)) ?? other;
    if (there === undefined) throw new Refusal('process-ended');
    return { there };
  }

  return {
    async placeOf(name: string): Promise<Place> {
      if (closed) return elsewhereOf(name);
      const there = own.has(name) ? undefined : elsewhere.get(name);
      if (there !== undefined) return { there };
      const here = await own.take(name);
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
      lose(name).catch(report);
    },

    /** Others may have taken worlds over while the database was away. */
    check(): void {
      elsewhere.clear();
      for (const name of own.names())
        worlds
          .owns(name, process())
          .then((mine) => (mine ? undefined : lose(name)))
          .catch(report);
    },

    async close(): Promise<void> {
      closed = true;
      cancel();
      await processes.leave(process()).catch(report);
      await own.close();
      await worlds.release(process()).catch(report);
    },
  };
}

export type Owned = ReturnType<typeof createOwned>;
