import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { progress } from './progress.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const typescript = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));

/** What is measured is what is shipped: JavaScript in `dist`, and the programs of this folder beside it. */
export async function compile(): Promise<void> {
  progress('compiling');
  const compiler = join(typescript, 'bin', 'tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', join(root, 'bench')]);
}

/** A compiled file by its path in the repository, without ending. */
export const compiled = (path: string): string => join(root, 'dist', `${path}.js`);
