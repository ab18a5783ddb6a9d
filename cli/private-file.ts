import { open } from 'node:fs/promises';
import { type Said, said, UsageError } from '../contract/texts/said.js';
import { causeOf } from '../contract/wire/cause.js';
import { requireNoRecording } from './proxy/no-recording.js';

export interface PrivateFile {
  /** The option that named it, for errors. */
  readonly option?: string;
  /** A file that is there already is left alone, and this is said; without it, it is replaced. */
  readonly kept?: Said | undefined;
}

/**
 * Writes a file about customers: only its owner can read it, also if it was there with another mode. A recording is
 * never overwritten.
 *
 * @throws {UsageError} if it cannot be written
 */
export async function writePrivate(
  file: string,
  content: string | Uint8Array,
  { option, kept }: PrivateFile = {},
): Promise<void> {
  await requireNoRecording(file);
  try {
    const opened = await open(file, kept === undefined ? 'w' : 'wx', 0o600);
    try {
      // A device, such as /dev/stdout, keeps its mode.
      if ((await opened.stat()).isFile()) await opened.chmod(0o600);
      await opened.writeFile(content);
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (kept && (error as NodeJS.ErrnoException).code === 'EEXIST') throw new UsageError(kept);
    const label = option === undefined ? file : `${option} ${file}`;
    const cause = causeOf(error);
    throw new UsageError(
      said(`${label}: cannot be written: ${cause}`, `${label}: не вдається записати: ${cause}`),
    );
  }
}
