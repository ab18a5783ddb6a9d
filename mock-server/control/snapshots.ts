import { mostSnapshots, type snapshotOperations } from '../../contract/control/snapshots.js';
import type { Handlers } from '../api/handler.js';
import { allCollections } from '../domain/collections.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { settingsRows } from '../domain/settings-collection.js';
import { sizeOf } from '../domain/size.js';
import type { Collection } from '../domain/store.js';
import type { Steering } from './steering.js';

interface Snapshot {
  readonly name: string;
  readonly taken_at: string;
  /** Rows never change in place, so it is enough to keep them. */
  readonly tables: readonly (readonly object[])[];
}

/** Memory that the rows of all snapshots may take; a row in several of them counts once. */
export const mostBytes = 128 * 1024 * 1024;

// A collection of any rows; each is put back into the collection that it came from.
const collections = allCollections as unknown as readonly Collection<object>[];

const view = ({ name, taken_at, tables }: Snapshot) => ({
  name,
  taken_at,
  rows: tables.reduce((sum, rows) => sum + rows.length, 0),
});

/** Rows that are counted before other work gets its turn. */
const slice = 2000;

async function memoryOf(tables: readonly (readonly object[])[]): Promise<number> {
  const rows = new Set<object>();
  let bytes = 0;
  for (const row of tables.flat()) {
    if (rows.has(row)) continue;
    rows.add(row);
    bytes += sizeOf(row);
    if (rows.size % slice === 0) await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return bytes;
}

/** Snapshots of the state, to return to in a test or while trying things out. */
export function snapshotHandlers(
  { center }: Domain,
  steering: Steering,
  most = mostBytes,
): Handlers<typeof snapshotOperations> {
  const kept = new Map<string, Snapshot>();

  return {
    takeSnapshot: async ({ body: { name } }) => {
      if (!kept.has(name) && kept.size >= mostSnapshots) {
        throw new Refusal('control-conflict', { problem: `there are already ${mostSnapshots} snapshots` });
      }
      await steering.remember();
      const tables = await center.store.read((tx) =>
        Promise.all(collections.map(async (collection) => (await tx.page(collection)).rows)),
      );
      const others = [...kept.values()].filter((value) => value.name !== name);
      if ((await memoryOf([...others.flatMap((other) => other.tables), ...tables])) > most) {
        throw new Refusal('control-conflict', {
          problem: `the snapshots would take more than ${Math.round(most / 1024 / 1024)} MB; drop them first`,
        });
      }
      const taken: Snapshot = { name, taken_at: center.ledgerClock.timestamp(), tables };
      kept.delete(name);
      kept.set(name, taken);
      return view(taken);
    },

    listSnapshots: async () => ({ snapshots: [...kept.values()].map(view) }),

    restoreSnapshot: async ({ body: { name } }) => {
      const found = kept.get(name);
      if (!found) throw new Refusal('control-unknown', { thing: `snapshot ${name}` });
      // If nothing can be replaced, work in progress continues.
      await steering.remember();
      center.eras.begin();
      await center.store.write(async (tx) => {
        for (const [index, collection] of collections.entries()) {
          for (const row of (await tx.page(collection)).rows)
            await tx.remove(collection, collection.key(row));
          for (const row of found.tables[index] ?? []) await tx.put(collection, row);
        }
      });
      await steering.adopt(await center.store.read((tx) => tx.get(settingsRows, 'settings')));
      return view(found);
    },

    dropSnapshots: async ({ query: { name } }) => {
      if (name === undefined) kept.clear();
      else if (!kept.delete(name)) throw new Refusal('control-unknown', { thing: `snapshot ${name}` });
      return {};
    },
  };
}
