import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { codeOf, StateFileError, unwritable } from './errors.js';

/** The right of one store to a state file. */
export interface Lock {
  release(): Promise<void>;
}

/** Locks held by this process: its own pid in a file that is not listed here is left from a former life. */
const held = new Set<string>();

/**
 * Takes `path`, a file with the pid of its owner. One whose process has gone is taken over; so is our own pid,
 * which a restarted container meets again. Errors: `in-use`; `unwritable` (the folder is missing or read-only).
 */
export async function acquireLock(path: string): Promise<Lock> {
  if (!(await create(path))) {
    const owner = await ownerOf(path);
    if (owner !== undefined) {
      if (isRunning(path, owner)) throw inUse(path, owner);
      await removeStale(path, owner);
    }
    if (!(await create(path))) throw inUse(path, await ownerOf(path));
  }
  held.add(path);
  return {
    async release() {
      if (held.delete(path) && (await ownerOf(path)) === process.pid) await rm(path, { force: true });
    },
  };
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw unwritable(path, error);
  }
}

/** The pid in the file, NaN when there is none in it, undefined without a file. */
async function ownerOf(path: string): Promise<number | undefined> {
  try {
    return Number.parseInt(await readFile(path, 'utf8'), 10);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unwritable(path, error);
  }
}

function isRunning(path: string, pid: number): boolean {
  if (pid === process.pid) return held.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Moves the lock aside before it is deleted: of two processes that found it stale, one finds it gone. */
async function removeStale(path: string, owner: number): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw unwritable(path, error);
  }
  const moved = await ownerOf(aside);
  if (moved === owner) return rm(aside, { force: true });
  await rename(aside, path);
  throw inUse(path, moved);
}

function inUse(path: string, pid: number | undefined): StateFileError {
  const owner = Number.isSafeInteger(pid) ? `process ${pid}` : 'another process';
  const advice =
    'Stop that process or use another file; if no such process of this program runs, delete the lock.';
  return new StateFileError('in-use', path, `the state file is in use by ${owner}`, advice);
}
