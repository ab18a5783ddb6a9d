import type { Store } from '../../domain/store.js';
import type { AnyCollection } from '../table.js';
import { openWorldsInDatabase, type WorldsInDatabase } from './worlds.js';

/** A number that no process has: its worlds may be taken by any other. */
const nobody = 2_000_000_000;

export interface TestWorlds {
  readonly worlds: WorldsInDatabase;
  /** The store of a world, made if it is not there; whoever had it open before cannot write any more. */
  open(name: string): Promise<Store>;
  close(): Promise<void>;
}

/** The worlds of a database, for tests that need no other processes. */
export async function openTestWorlds(
  collections: readonly AnyCollection[],
  url: string,
  program?: string,
): Promise<TestWorlds> {
  const worlds = await openWorldsInDatabase(collections, { url, report: () => {} }, program);
  return {
    worlds,
    async open(name) {
      await worlds.make(name, {});
      const claim = await worlds.claim(name, nobody);
      if (claim === undefined) throw new Error(`the world ${name} belongs to another process`);
      return worlds.store(claim);
    },
    close: worlds.close,
  };
}
