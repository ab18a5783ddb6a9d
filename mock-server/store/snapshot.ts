import { rename, rm } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { TextFile } from 'lowdb/node';
import { reasonOf, StateFileError } from './errors.js';
import type { Lock } from './lock.js';
import { decodeRow, encodeRow, isRecord } from './row-codec.js';
import { type Collections, named } from './tables.js';

/** All rows at one moment and the number of the last transaction in them. */
export interface Snapshot {
  readonly sequence: number;
  readonly collections: Readonly<Record<string, readonly object[]>>;
}

/** The state without a file. */
export const NO_SNAPSHOT: Snapshot = { sequence: 0, collections: {} };

const FORMAT = 'dcm-mock-state';
/** Raised when the rows of earlier versions can no longer be read. */
const VERSION = 2;

/** Characters of JSON that are produced at once; the event loop runs in between. About 2 ms. */
const CHUNK = 256 * 1024;

/**
 * A lowdb adapter for a snapshot. Read: nothing without a file, StateFileError for one that is not a snapshot.
 *
 * Unlike lowdb's JSONFile it writes in chunks, which the immutability of rows allows: no stall grows with
 * the state, and no string does. The file is private (0600) and on disk before it takes the place of the
 * former one, in one step: it is never torn.
 */
export function createSnapshotAdapter(
  file: string,
  declared: Collections,
  lock: Pick<Lock, 'create' | 'follow'>,
): Adapter<Snapshot> {
  const text = new TextFile(file);
  const unfinished = `${file}.tmp`;
  return {
    async read() {
      const written = await text.read();
      return written === null ? null : parseSnapshot(file, declared, written);
    },

    async write(snapshot) {
      await rm(unfinished, { force: true });
      const handle = await lock.create(unfinished);
      try {
        for (const chunk of chunksOf(declared, snapshot)) await handle.appendFile(chunk);
        await handle.sync();
        await rename(unfinished, file);
      } catch (error) {
        await handle.close();
        await rm(unfinished, { force: true }).catch(() => {});
        throw error;
      }
      await lock.follow(handle);
    },
  };
}

/** The snapshot as JSON with one row per line. */
function* chunksOf(declared: Collections, { sequence, collections }: Snapshot): Generator<string> {
  let chunk = `{"format":"${FORMAT}","version":${VERSION},"sequence":${sequence},"collections":{`;
  let between = '';
  for (const [name, rows] of Object.entries(collections)) {
    const collection = named(declared, name);
    chunk += `${between}\n${JSON.stringify(name)}:[`;
    between = '';
    for (const row of rows) {
      chunk += `${between}\n${JSON.stringify(encodeRow(collection, row))}`;
      between = ',';
      if (chunk.length < CHUNK) continue;
      yield chunk;
      chunk = '';
    }
    chunk += ']';
    between = ',';
  }
  yield `${chunk}}}\n`;
}

function parseSnapshot(file: string, declared: Collections, written: string): Snapshot {
  const value = parseJson(file, written);
  if (!isRecord(value) || value.format !== FORMAT) {
    const advice = 'The file was not changed; give the path of a new file or of a state file.';
    throw new StateFileError('foreign', file, `the file has no "format": "${FORMAT}"`, advice);
  }
  if (value.version !== VERSION) {
    const advice = 'Use the version of this program that wrote it, or another file.';
    throw new StateFileError(
      'version',
      file,
      `the file has version ${value.version}, this program reads version ${VERSION}`,
      advice,
    );
  }
  const { sequence, collections } = value;
  if (!Number.isSafeInteger(sequence) || !isRecord(collections)) throw corrupt(file, 'members are missing');
  for (const [name, rows] of Object.entries(collections)) decodeRows(file, declared, name, rows);
  return value as unknown as Snapshot;
}

function decodeRows(file: string, declared: Collections, name: string, rows: unknown): void {
  const collection = declared.get(name);
  if (collection === undefined) {
    const advice = 'Use the version of this program that wrote it, or another file.';
    throw new StateFileError('version', file, `the file has the unknown collection "${name}"`, advice);
  }
  if (!Array.isArray(rows)) throw corrupt(file, `collection ${name} is not a list`);
  try {
    for (const row of rows) decodeRow(collection, row);
  } catch (error) {
    throw corrupt(file, reasonOf(error), error);
  }
}

function parseJson(file: string, written: string): unknown {
  try {
    return JSON.parse(written);
  } catch (error) {
    throw corrupt(file, `not JSON (${reasonOf(error)})`, error);
  }
}

/** Something in a state file or its log that this program did not write. */
export function corrupt(file: string, says: string, cause?: unknown): StateFileError {
  const advice =
    'The file was not changed; restore it with its logs from a backup, or move all of them away to start over.';
  return new StateFileError('corrupt', file, says, advice, cause);
}
