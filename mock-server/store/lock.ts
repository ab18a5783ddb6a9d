import { constants } from 'node:fs';
import { type FileHandle, open, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { codeOf, lost, StateFileError, unwritable } from './errors.js';
import { openLocked } from './system-lock.js';

/** The right of one store to a state file. */
export interface Lock {
  /** Fails if the state file, or the lock, is no longer the one that was locked. */
  check(): Promise<void>;
  /** Takes the lock again after `check` failed; fails if someone else has put a state there. */
  renew(): Promise<void>;
  /** Nothing created from now on needs a lock: the store is closing, and holds its own lock to the end. */
  ends(): void;
  /** Creates a file that is locked from its first moment, and is to become the state file. */
  create(path: string): Promise<FileHandle>;
  /** What was created has become the state file: it stays locked. */
  follow(created: FileHandle): Promise<void>;
  release(): Promise<void>;
}

/** On Windows no one else can open or rename a locked file: there only the lock's own file is locked. */
const locksState = process.platform !== 'win32';

/**
 * Locks a state file, given without symbolic links. Two files are locked: FILE.lock, since there may be no state yet and
 * another file takes its place whenever it is written, and the state itself, since a hard link leads to it under
 * another name, beside which there is no FILE.lock. Errors: `in-use`; `unwritable` (the folder is missing or read-only).
 */
export async function acquireLock(file: string): Promise<Lock> {
  const path = `${file}.lock`;
  let own = await takeFile(path, file).catch(because(path));
  let state = await takeState(file).catch(async (error: unknown) => {
    await drop(path, own);
    return because(file)(error);
  });
  let ending = !locksState;
  /** Former states that still have another name. */
  const former: FileHandle[] = [];

  async function check(): Promise<void> {
    const [ours, kept] = await Promise.all([isAt(path, own), state === undefined || isAt(file, state)]);
    if (!ours) throw lost(path);
    if (!kept) throw lost(file);
  }

  return {
    check,

    async renew() {
      if (!(await isAt(path, own))) {
        const again = await takeFile(path, file);
        await own.close();
        own = again;
      }
      if (state !== undefined && (await exists(file)) && !(await isAt(file, state))) throw lost(file);
    },

    ends() {
      ending = true;
    },

    async create(created) {
      if (ending) return open(created, 'wx', 0o600);
      const handle = await openLocked(created, constants.O_CREAT | constants.O_EXCL);
      if (handle === undefined) throw new Error(`${created} is locked by someone else`);
      return handle;
    },

    async follow(created) {
      if (ending) return created.close();
      const replaced = state;
      state = created;
      if (replaced === undefined) return;
      if ((await replaced.stat()).nlink > 0) former.push(replaced);
      else await replaced.close();
    },

    async release() {
      await drop(path, own);
      await state?.close();
      for (const fileHandle of former) await fileHandle.close();
    },
  };
}

/** The lock's own file; tried again if its last owner is just deleting it. */
async function takeFile(path: string, file: string): Promise<FileHandle> {
  for (;;) {
    const handle = await openLocked(path, constants.O_CREAT);
    if (handle === undefined) throw inUse(file, await ownerOf(path));
    if (await isAt(path, handle)) {
      // Only for readers: on a full disk the lock works without it.
      await handle.truncate(0).catch(() => {});
      await handle.write(`${process.pid} ${hostname()}\n`, 0).catch(() => {});
      return handle;
    }
    await handle.close();
  }
}

async function takeState(file: string): Promise<FileHandle | undefined> {
  if (!locksState || !(await exists(file)) || (await stat(file)).isDirectory()) return undefined;
  for (;;) {
    const handle = await openLocked(file);
    if (handle === undefined) throw inUse(file, 'another process, which reaches it by another name');
    if (await isAt(file, handle)) return handle;
    await handle.close();
  }
}

async function drop(path: string, handle: FileHandle): Promise<void> {
  if (await isAt(path, handle)) await rm(path, { force: true }).catch(() => {});
  await handle.close();
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

interface Identity {
  readonly ino: number;
  readonly dev: number;
}

/** Of an open file, asked for once: it never changes, and the state is checked before each time something is written. */
const identities = new WeakMap<FileHandle, Promise<Identity>>();

/** Whether a name leads to an open file. */
async function isAt(path: string, handle: FileHandle): Promise<boolean> {
  const identity = identities.get(handle) ?? handle.stat();
  identities.set(handle, identity);
  const [there, here] = await Promise.all([stat(path).catch(() => undefined), identity]);
  return there?.ino === here.ino && there.dev === here.dev;
}

/** The owner written in the lock: the process id may be one of another container. */
async function ownerOf(path: string): Promise<string> {
  const handle = await open(path).catch(() => undefined);
  const [pid, host] = (await handle?.readFile('utf8'))?.trim().split(' ') ?? [];
  await handle?.close();
  return pid && host ? `process ${pid} of ${host}` : 'another process';
}

function inUse(file: string, owner: string): StateFileError {
  const advice = 'Stop that process, or use another file.';
  return new StateFileError('in-use', file, `the state file is in use by ${owner}`, advice);
}

const because =
  (path: string) =>
  (error: unknown): never => {
    throw codeOf(error) === undefined ? error : unwritable(path, error);
  };
