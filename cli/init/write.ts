import { access, mkdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { said, UsageError } from '../../contract/texts/said.js';

/** A path within the folder, and the text of the file. */
export type NewFile = readonly [path: string, text: string];

export interface Outcome {
  readonly written: readonly string[];
  /** Files that already existed. */
  readonly left: readonly string[];
}

/** Whether the file was written, and not there before. */
async function writeIfNew(file: string, text: string): Promise<boolean> {
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    await rm(file, { force: true }).catch(() => undefined);
    throw error;
  }
}

/**
 * Makes a folder and those above it, and adds each to `made`. Not with `recursive`: where the system refuses with
 * ENOENT, as in /proc, that never ends.
 */
async function makeFolder(folder: string, made: string[]): Promise<void> {
  const there = await access(folder).then(
    () => true,
    () => false,
  );
  if (there || dirname(folder) === folder) return;
  await makeFolder(dirname(folder), made);
  await mkdir(folder);
  made.push(folder);
}

const cannotWrite = (file: string, { message }: Error) =>
  new UsageError(
    said(
      `${file}: cannot be written: ${message}; nothing was written. Choose another folder: dcm init FOLDER`,
      `${file}: файл не записується: ${message}; нічого не записано. Укажіть іншу теку: dcm init ТЕКА`,
    ),
  );

/**
 * Writes files that do not exist yet. If one cannot be written, none stays, nor a folder that was made for it.
 *
 * @throws {UsageError}
 */
export async function writeNew(folder: string, files: readonly NewFile[]): Promise<Outcome> {
  const written: string[] = [];
  const left: string[] = [];
  const made: string[] = [];
  for (const [path, text] of files) {
    const file = join(folder, path);
    try {
      await makeFolder(resolve(dirname(file)), made);
      (await writeIfNew(file, text)) ? written.push(path) : left.push(path);
    } catch (error) {
      for (const one of written) await rm(join(folder, one), { force: true });
      for (const one of made.reverse()) await rmdir(one).catch(() => undefined);
      throw cannotWrite(file, error as Error);
    }
  }
  return { written, left };
}
