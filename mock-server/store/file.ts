import { type open, stat } from 'node:fs/promises';
import { Low } from 'lowdb';
import type { Timers, WallClock } from '../domain/ports.js';
import type { Store } from '../domain/store.js';
import { encodeCommit } from './change-codec.js';
import { createChangeLog } from './change-log.js';
import { codeOf, type StateFileError, unwritable, withoutPath } from './errors.js';
import { loadState } from './load.js';
import { acquireLock, type Lock } from './lock.js';
import { createMemoryStore } from './memory.js';
import { placeOf, refuseMounted } from './place.js';
import { createSnapshotAdapter, NO_SNAPSHOT, type Snapshot } from './snapshot.js';
import type { AnyCollection } from './table.js';
import { byName, createTables } from './tables.js';
import { createWriter } from './writer.js';

export interface FileStoreOptions {
  readonly file: string;
  readonly collections: readonly AnyCollection[];
  readonly timers: Timers;
  readonly clock: WallClock;
  /** Called for each failed background write; it is retried. */
  readonly report?: (problem: StateFileError) => void;
  /** Called when `trouble` begins and when it ends. */
  readonly turned?: () => void;
  /** How to lock the file; tests that open thousands do without. */
  readonly acquire?: typeof acquireLock;
  /** How to open the change log; tests use failing disks. */
  readonly openLog?: typeof open;
  /** Bytes of change log below which the snapshot is not rewritten; 4 MB. */
  readonly logFloor?: number;
}

export interface FileStore extends Store {
  /** Resolves when no write is in progress; later transactions may still be gathered. */
  idle(): Promise<void>;
}

const MEGABYTE = 1024 * 1024;

/**
 * The memory engine with a file: a snapshot (FILE, written through lowdb) and, while the store is open, a log of the
 * transactions since (FILE.log), appended every 50 ms. After `close` the snapshot alone is complete; after a kill at
 * most the last second of transactions is missing, never a part of one.
 *
 * To rewrite the snapshot: FILE.log becomes FILE.log.old and a new FILE.log begins; the snapshot is written aside
 * from the rows of one moment and renamed to FILE; FILE.log.old is deleted. Transactions are numbered, and a snapshot
 * knows its last one, so loading the snapshot, then the old log, then the log, is right wherever it stops:
 * - before FILE is replaced, the former snapshot and both logs hold everything;
 * - after that, the transactions in either log that the snapshot holds are skipped by their number;
 * - after a failed rewrite the old log stays, and is not rotated over, until a later snapshot holds it;
 * - a line cut off at the end was never acknowledged as written; the next append truncates it. Snapshots are synced
 * to the disk, the log is not: a power failure may cost more of its end than a kill does.
 *
 * What cannot be saved (a full disk, a missing folder) is retried about every second. Once a transaction is older
 * than a second and not on disk, the store is in `trouble` until all of it is.
 *
 * Errors: StateFileError from opening (nothing on disk was changed then) and from `close` when the state could not be
 * written completely. A row that JSON cannot hold fails its transaction.
 */
export async function openFileStore(options: FileStoreOptions): Promise<FileStore> {
  const file = await placeOf(options.file);
  await refuseMounted(file);
  const lock = await (options.acquire ?? acquireLock)(file);
  try {
    return await openLocked({ ...options, file }, lock);
  } catch (error) {
    await lock.release();
    throw codeOf(error) === undefined ? error : unwritable(file, error);
  }
}

async function openLocked(options: FileStoreOptions, lock: Lock): Promise<FileStore> {
  const { file, collections, timers, clock, report, logFloor = 4 * MEGABYTE } = options;
  const declared = byName(collections);
  const tables = createTables(declared);
  const database = new Low(createSnapshotAdapter(file, declared, lock), NO_SNAPSHOT);
  const found = await loadState(file, database, tables);
  let { sequence } = found;

  const memory = createMemoryStore(collections, {
    tables,
    onCommit(changes) {
      writer.add(encodeCommit(declared, sequence + 1, changes));
      sequence++;
    },
  });

  const log = createChangeLog(file, found.sizes, options.openLog);
  const snapshot = createSnapshotWriter(file, database, () => ({ sequence, collections: memory.rows() }));
  const writer = createWriter({
    log,
    snapshot,
    lock,
    timers,
    clock,
    logFloor,
    report: (problem) => report?.(unwritable(file, problem)),
    turned: () => options.turned?.(),
  });

  if (found.fresh) await snapshot.write();
  else await snapshot.measure();
  await log.append('');

  return {
    read: memory.read,
    write: memory.write,
    clear: memory.clear,
    idle: writer.idle,
    trouble: () => (writer.trouble === undefined ? undefined : withoutPath(writer.trouble)),
    close: once(async () => {
      await memory.close();
      lock.ends();
      try {
        await writer.close();
      } catch (error) {
        throw unwritable(file, error);
      } finally {
        await lock.release();
      }
    }),
  };
}

function createSnapshotWriter(file: string, database: Low<Snapshot>, take: () => Snapshot) {
  let size = 0;

  async function measure(): Promise<void> {
    size = (await stat(file)).size;
  }

  return {
    get size() {
      return size;
    },
    measure,
    async write() {
      database.data = take();
      try {
        await database.write();
      } finally {
        database.data = NO_SNAPSHOT;
      }
      await measure();
    },
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
