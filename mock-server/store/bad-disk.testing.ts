import { type FileHandle, open } from 'node:fs/promises';
import { acquireLock } from './lock.js';

/** What a disk may answer, by the names of the system. */
export const diskErrors = {
  EIO: 'i/o error',
  EROFS: 'read-only file system',
  EACCES: 'permission denied',
  ENOSPC: 'no space left on device',
} as const;
export type DiskError = keyof typeof diskErrors;

/**
 * A real disk that answers every write with an error from `fail` on until `mend`. EIO and ENOSPC come in the middle of a
 * write, after a part of it is there; EROFS and EACCES when a file is opened for writing.
 */
export function badDisk() {
  let present: DiskError | undefined;

  const refuse = (call: string, path: string): never => {
    const code = present ?? 'EIO';
    throw Object.assign(new Error(`${code}: ${diskErrors[code]}, ${call} '${path}'`), { code });
  };
  const opens = () => present !== 'EROFS' && present !== 'EACCES';

  /** A file in which, while the disk is bad, half of what is written arrives. */
  function failing(handle: FileHandle, path: string): FileHandle {
    const write = handle.appendFile.bind(handle);
    handle.appendFile = async (data) => {
      if (present === undefined) return write(data);
      const bytes = Buffer.from(data as Uint8Array);
      await write(bytes.subarray(0, bytes.length / 2));
      return refuse('write', path);
    };
    return handle;
  }

  const openLog: typeof open = async (path, flags, mode) => {
    if (!opens()) refuse('open', String(path));
    return failing(await open(path, flags, mode), String(path));
  };

  const acquire: typeof acquireLock = async (file) => {
    const lock = await acquireLock(file);
    return {
      ...lock,
      async create(path) {
        if (!opens()) refuse('open', path);
        return failing(await lock.create(path), path);
      },
    };
  };

  return {
    /** Options of a store that lies on this disk. */
    ports: { openLog, acquire },
    fail(error: DiskError): void {
      present = error;
    },
    mend(): void {
      present = undefined;
    },
  };
}
