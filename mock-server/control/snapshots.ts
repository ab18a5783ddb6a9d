import { mostSnapshots, type snapshotOperations } from '../../contract/control/snapshots.js';
import type { Handlers } from '../api/handler.js';
import { allCollections } from '../domain/collections.js';
import type { Domain } from '../domain/index.js';
import { Refusal } from '../domain/refusal.js';
import { allRows, type Rows, replaceRows } from '../domain/rows.js';
import { type Settings, settingsRows } from '../domain/settings-collection.js';
import { sizeOf } from '../domain/size.js';
import type { Snapshot, Snapshots } from './kept-snapshots.js';
import type { Steering } from './steering.js';

/** Memory that the rows of all snapshots may take; a row in several of them counts once. */
export const mostBytes = 128 * 1024 * 1024;

const view = ({ name, taken_at, tables }: Snapshot) => ({
  name,
  taken_at,
  rows: tables.reduce((sum, rows) => sum + rows.length, 0),
});

const settingsIn = (tables: Rows) =>
  tables[allCollections.indexOf(settingsRows)]?.[0] as Settings | undefined;

/** Rows that are counted before other work gets its turn. */
const slice = 2000;

async function memoryOf(tables: Rows): Promise<number> {
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
  kept: Snapshots,
  most = mostBytes,
): Handlers<typeof snapshotOperations> {
  return {
    takeSnapshot: ({ body: { name } }) =>
      steering.alone(async () => {
        if (!kept.get(name) && kept.all().length >= mostSnapshots) {
          throw new Refusal('control-conflict', { problem: `there are already ${mostSnapshots} snapshots` });
        }
        await steering.remember();
        const tables = await allRows(center.store);
        const others = kept.all().filter((value) => value.name !== name);
        if ((await memoryOf([...others.flatMap((other) => other.tables), ...tables])) > most) {
          throw new Refusal('control-conflict', {
            problem: `the snapshots would take more than ${Math.round(most / 1024 / 1024)} MB; drop them first`,
          });
        }
        const taken: Snapshot = { name, taken_at: center.ledgerClock.timestamp(), tables };
        kept.put(taken);
        return view(taken);
      }),

    listSnapshots: async () => ({ snapshots: kept.all().map(view) }),

    restoreSnapshot: ({ body: { name } }) =>
      steering.alone(async () => {
        const found = kept.get(name);
        if (!found) throw new Refusal('control-unknown', { thing: `snapshot ${name}` });
        // If nothing can be replaced, work in progress continues.
        await steering.remember();
        center.eras.begin();
        await center.store.write((tx) => replaceRows(tx, found.tables));
        // Others may have stored theirs meanwhile.
        await steering.adopt(settingsIn(found.tables));
        return view(found);
      }),

    dropSnapshots: async ({ query: { name } }) => {
      if (!kept.drop(name)) throw new Refusal('control-unknown', { thing: `snapshot ${name}` });
      return {};
    },
  };
}
