import type { ReadTransaction, Store, WriteTransaction } from '../domain/store.js';
import { type Change, changesOf } from './change.js';
import { type Overlays, overlayOf } from './overlay.js';
import type { AnyCollection } from './table.js';
import { byName, createTables, type Tables } from './tables.js';
import { createReader, createWriter } from './transaction.js';

export interface MemoryStoreOptions {
  /** Rows to begin with; the store owns them from here on. */
  readonly tables?: Tables;
  /**
   * Called for every commit, synchronously and in order, just before it becomes visible. If it throws, the
   * transaction fails and nothing of it is stored.
   */
  readonly onCommit?: (changes: readonly Change[]) => void;
}

export interface MemoryStore extends Store {
  /** All current rows by collection; also after `close`. */
  rows(): Readonly<Record<string, readonly object[]>>;
}

/**
 * The in-memory engine, which is also the core of the file engine.
 *
 * Writing transactions run one after the other and gather their changes in overlays; a commit applies them in one
 * synchronous step. Reading transactions never wait: their own overlays preserve the rows that a commit changes.
 * `clear` gives later transactions new tables and leaves the old ones to their readers.
 *
 * A write that waits for another write of the same store within its own work never ends.
 */
export function createMemoryStore(
  collections: readonly AnyCollection[],
  options: MemoryStoreOptions = {},
): MemoryStore {
  const { onCommit } = options;
  const declared = byName(collections);
  let tables = options.tables ?? createTables(declared);
  let readers = new Set<Overlays>();
  let lastWrite: Promise<unknown> = Promise.resolve();
  let closed = false;

  function refuseClosed(): void {
    if (closed) throw new Error('The store is closed');
  }

  function inTurn<Result>(work: () => Promise<Result> | Result): Promise<Result> {
    const result = lastWrite.then(work);
    lastWrite = result.catch(() => undefined);
    return result;
  }

  function commit(overlays: Overlays): void {
    const changes = changesOf(overlays);
    if (changes.length === 0) return;
    onCommit?.(changes);
    for (const reader of readers) keepFor(reader, overlays);
    for (const { base, rows, masked } of overlays.values()) {
      for (const key of masked) {
        const entry = rows.get(key);
        if (entry === undefined) base.remove(key);
        else base.put(entry);
      }
    }
  }

  function keepFor(reader: Overlays, changed: Overlays): void {
    for (const [name, { masked }] of changed) {
      const former = overlayOf(reader, tables, name);
      for (const key of masked) former.keep(key);
    }
  }

  return {
    async read<Result>(work: (tx: ReadTransaction) => Promise<Result>): Promise<Result> {
      refuseClosed();
      const overlays: Overlays = new Map();
      const peers = readers;
      const transaction = createReader(tables, overlays);
      peers.add(overlays);
      try {
        return await work(transaction);
      } finally {
        transaction.end();
        peers.delete(overlays);
      }
    },

    async write<Result>(work: (tx: WriteTransaction) => Promise<Result>): Promise<Result> {
      refuseClosed();
      return inTurn(async () => {
        const overlays: Overlays = new Map();
        const transaction = createWriter(tables, overlays);
        try {
          const result = await work(transaction);
          commit(overlays);
          return result;
        } finally {
          transaction.end();
        }
      });
    },

    trouble: () => undefined,

    async clear(): Promise<void> {
      refuseClosed();
      return inTurn(() => {
        onCommit?.([{ kind: 'clear' }]);
        tables = createTables(declared);
        readers = new Set();
      });
    },

    async close(): Promise<void> {
      closed = true;
      await lastWrite;
    },

    rows() {
      return Object.fromEntries(
        [...tables].map(([name, { all }]) => [name, all.entries.map(({ row }) => row)]),
      );
    },
  };
}
