import { open, readFile, rename, rm } from 'node:fs/promises';
import { codeOf, lost, unwritable } from './errors.js';

/** Paths of the two generations of the change log of a state file. */
export function logPaths(file: string): { readonly current: string; readonly former: string } {
  return { current: `${file}.log`, former: `${file}.log.old` };
}

/** Bytes of complete lines in each generation. */
export interface LogSizes {
  readonly current: number;
  readonly former: number;
}

/**
 * The appended half of the state: one line per transaction, in two generations. `rotate` makes the current one
 * the former; `dropFormer` deletes it, once a snapshot holds what it says. Not for concurrent `append` and
 * `rotate`. Errors of the operating system pass through.
 */
export interface ChangeLog {
  /** Bytes in both generations. */
  readonly size: number;
  append(lines: string): Promise<void>;
  /** Nothing while a former generation waits for its snapshot. */
  rotate(): Promise<void>;
  dropFormer(): Promise<void>;
  /** Deletes both generations; later ones start from scratch. */
  remove(): Promise<void>;
}

/** @param openFile how the system opens files; tests use failing disks */
export function createChangeLog(file: string, sizes: LogSizes, openFile = open): ChangeLog {
  const paths = logPaths(file);
  let { current, former } = sizes;

  async function dropFormer(): Promise<void> {
    await rm(paths.former, { force: true });
    former = 0;
  }

  return {
    get size() {
      return current + former;
    },

    async append(lines) {
      const bytes = Buffer.from(lines);
      const handle = await openFile(paths.current, 'a', 0o600);
      try {
        const { size } = await handle.stat();
        if (size < current) throw lost(paths.current);
        if (size > current) await handle.truncate(current);
        await handle.appendFile(bytes);
        current += bytes.length;
      } finally {
        await handle.close();
      }
    },

    async rotate() {
      if (former > 0 || current === 0) return;
      await rename(paths.current, paths.former);
      former = current;
      current = 0;
    },

    dropFormer,

    async remove() {
      await dropFormer();
      await rm(paths.current, { force: true });
      current = 0;
    },
  };
}

/** A generation as found on disk; undefined if it does not exist. */
export async function readGeneration(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unwritable(path, error);
  }
}

/** The number of bytes up to the end of the last complete line; what follows was cut off by a kill. */
export function completeBytes(bytes: Buffer): number {
  return bytes.lastIndexOf(NEWLINE) + 1;
}

/** The complete lines, one by one: a log may be longer than the longest string. */
export function* completeLines(bytes: Buffer): Generator<string> {
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}

const NEWLINE = 0x0a;
