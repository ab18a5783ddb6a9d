import type { Low } from 'lowdb';
import { applyCommit, parseCommit } from './change-codec.js';
import { completeBytes, completeLines, type LogSizes, logPaths, readGeneration } from './change-log.js';
import { reasonOf, StateFileError, unwritable } from './errors.js';
import { corrupt, NO_SNAPSHOT, type Snapshot } from './snapshot.js';
import type { Tables } from './tables.js';

/** What was found on disk, except for the rows. */
export interface Found {
  /** The number of the last transaction. */
  readonly sequence: number;
  readonly sizes: LogSizes;
  /** Whether there was no state at all. */
  readonly fresh: boolean;
}

/**
 * Fills empty tables from the snapshot and the two generations of the change log, changing nothing on disk.
 * Transactions that the snapshot holds are skipped; the others must follow one another without a gap.
 * Only the current generation may end in the middle of a line. Errors: StateFileError.
 */
export async function loadState(file: string, database: Low<Snapshot>, tables: Tables): Promise<Found> {
  const paths = logPaths(file);
  const snapshot = await readSnapshot(file, database);
  const former = await readGeneration(paths.former);
  const current = await readGeneration(paths.current);
  if (snapshot === NO_SNAPSHOT) {
    if (former?.length || current?.length)
      throw corrupt(file, 'the file is missing, but its change log is there');
    return { sequence: 0, sizes: { former: 0, current: 0 }, fresh: true };
  }
  fill(file, tables, snapshot);
  let { sequence } = snapshot;
  if (former !== undefined) {
    if (completeBytes(former) < former.length) throw corrupt(paths.former, 'the last line is cut off');
    sequence = replay(paths.former, former, tables, sequence);
  }
  if (current !== undefined) sequence = replay(paths.current, current, tables, sequence);
  const sizes = { former: former?.length ?? 0, current: current === undefined ? 0 : completeBytes(current) };
  return { sequence, sizes, fresh: false };
}

async function readSnapshot(file: string, database: Low<Snapshot>): Promise<Snapshot> {
  try {
    await database.read();
    return database.data;
  } catch (error) {
    throw error instanceof StateFileError ? error : unwritable(file, error);
  }
}

function fill(file: string, tables: Tables, { collections }: Snapshot): void {
  try {
    for (const [name, table] of tables) {
      for (const row of collections[name] ?? []) table.put(table.entry(row));
    }
  } catch (error) {
    throw corrupt(file, reasonOf(error), error);
  }
}

/** The number of the last transaction after the log. */
function replay(path: string, bytes: Buffer, tables: Tables, after: number): number {
  let sequence = after;
  let number = 0;
  for (const line of completeLines(bytes)) {
    number++;
    try {
      const commit = parseCommit(line);
      if (commit.sequence <= sequence) continue;
      if (commit.sequence !== sequence + 1) throw new Error(`transaction ${sequence + 1} is missing`);
      applyCommit(tables, commit);
      sequence = commit.sequence;
    } catch (error) {
      throw corrupt(path, `line ${number}: ${reasonOf(error)}`, error);
    }
  }
  return sequence;
}
