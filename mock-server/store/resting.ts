import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Store } from '../domain/store.js';
import { type Resting, whenUnused } from '../unused.js';
import { createMemoryStore, type MemoryStore } from './memory.js';
import type { AnyCollection } from './table.js';
import { byName, createTables } from './tables.js';

export interface RestingStore extends Store {
  /** Whether its rows are packed at this moment. */
  readonly rests: boolean;
  /** Its rows are needed no more: if it rests, it is empty from here on, and is not unpacked only to be closed. */
  forgo(): void;
}

/** One with more rows stays as it is: packing them would hold up all other requests. */
const mostRows = 2000;

type Rows = ReturnType<MemoryStore['rows']>;

/** In memory of its own, because what the library returns is a part of something larger. */
function pack(rows: Rows): Buffer {
  const packed = deflateRawSync(serialize(rows));
  const exact = Buffer.allocUnsafeSlow(packed.length);
  packed.copy(exact);
  return exact;
}

/**
 * The in-memory engine for many stores that are seldom used: one that has not been used for a while keeps its rows packed,
 * in a tenth of the memory, and the next transaction unpacks them. Between two transactions it is one or the other, and
 * both steps are synchronous, so that nobody can tell.
 */
export function createRestingStore(collections: readonly AnyCollection[], resting: Resting): RestingStore {
  let engine: MemoryStore | undefined = createMemoryStore(collections);
  let packed: Buffer | undefined;
  let busy = 0;
  let closed = false;

  function awake(): MemoryStore {
    if (engine) return engine;
    const tables = createTables(byName(collections));
    const rows: Rows = packed === undefined ? {} : deserialize(inflateRawSync(packed));
    for (const [name, table] of tables) for (const row of rows[name] ?? []) table.put(table.entry(row));
    packed = undefined;
    engine = createMemoryStore(collections, { tables });
    return engine;
  }

  const { use, stop } = whenUnused(resting, () => {
    if (busy > 0 || closed || !engine) return;
    const rows = engine.rows();
    if (Object.values(rows).reduce((sum, { length }) => sum + length, 0) > mostRows) return;
    packed = pack(rows);
    engine = undefined;
  });

  async function using<Result>(work: (engine: MemoryStore) => Promise<Result>): Promise<Result> {
    if (closed) throw new Error('The store is closed');
    busy += 1;
    try {
      return await work(awake());
    } finally {
      busy -= 1;
      use();
    }
  }

  return {
    read: (work) => using((engine) => engine.read(work)),
    write: (work) => using((engine) => engine.write(work)),
    clear: () => using((engine) => engine.clear()),
    trouble: () => undefined,
    async close() {
      closed = true;
      stop();
      await engine?.close();
    },
    get rests() {
      return engine === undefined;
    },
    forgo() {
      packed = undefined;
    },
  };
}
