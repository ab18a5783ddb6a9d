import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { codeOf, StateFileError } from './errors.js';

/**
 * Exclusive locks of the operating system: on the file, whatever name leads to it; seen by every process on the
 * machine, even in another container; released with the process that holds them, however it ends.
 */

/** Open flags that lock (BSD's O_EXLOCK, libuv's share mode on Windows) and the error when another has the lock. */
const byFlags: Readonly<Record<string, { readonly flags: number; readonly busy: string }>> = {
  darwin: { flags: 0x20 | constants.O_NONBLOCK, busy: 'EAGAIN' },
  freebsd: { flags: 0x20 | constants.O_NONBLOCK, busy: 'EAGAIN' },
  win32: { flags: 0x10000000, busy: 'EBUSY' },
};

/**
 * Opens a file for reading and writing and locks it until the handle is closed.
 *
 * @param create flags beyond that, such as O_CREAT
 * @returns undefined if someone else has the lock
 */
export async function openLocked(path: string, create = 0): Promise<FileHandle | undefined> {
  const system = byFlags[process.platform];
  const flags = constants.O_RDWR | create | (system?.flags ?? 0);
  const handle = await open(path, flags, 0o600).catch((error: unknown) => {
    if (system !== undefined && codeOf(error) === system.busy) return undefined;
    throw error;
  });
  if (handle === undefined || system !== undefined) return handle;
  try {
    if (await flock(path, handle)) return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return undefined;
}

/**
 * Node has no flock(2). A lock belongs to the open file and not to the process that asks for it, so the command
 * `flock` can take it for us: ours is the same open file.
 */
async function flock(path: string, handle: FileHandle): Promise<boolean> {
  const child = spawn('flock', ['-x', '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', handle.fd] });
  try {
    const [code] = await once(child, 'exit');
    if (code === 0 || code === 1) return code === 0;
    throw new Error(`flock ended with ${code}`);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    const advice = 'Install it (package util-linux), or run without a state file.';
    throw new StateFileError('unwritable', path, 'the command flock, which locks it, is missing', advice);
  }
}
