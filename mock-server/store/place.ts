import { readFile, readlink, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { codeOf, StateFileError, unwritable } from './errors.js';

/** Where a state file really is: symbolic links are followed, even to a file that does not exist yet. */
export async function placeOf(path: string): Promise<string> {
  let at = resolve(path);
  for (let links = 0; links < 40; links++) {
    const folder = await realpath(dirname(at)).catch((error: unknown) => {
      throw unwritable(at, error);
    });
    const file = join(folder, basename(at));
    const target = await readlink(file).catch((error: unknown) => {
      if (codeOf(error) === 'EINVAL' || codeOf(error) === 'ENOENT') return undefined;
      throw unwritable(file, error);
    });
    if (target === undefined) return file;
    at = resolve(folder, target);
  }
  throw unwritable(path, new Error('symbolic links lead in a circle'));
}

/** A file that is mounted by itself cannot be replaced (EBUSY), which would show only at the first rewrite. */
export async function refuseMounted(file: string): Promise<void> {
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  if (!mountPoints(mounts).includes(file)) return;
  const advice = `Mount its folder instead, and give --state the path of a file in that folder.`;
  throw new StateFileError('mounted', file, 'the file is mounted separately and cannot be replaced', advice);
}

/** Mount points in the form of proc(5), where special characters are octal numbers. */
export const mountPoints = (mountinfo: string): string[] =>
  mountinfo
    .split('\n')
    .map((line) =>
      (line.split(' ')[4] ?? '').replaceAll(/\\([0-7]{3})/g, (_whole, octal: string) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      ),
    );
