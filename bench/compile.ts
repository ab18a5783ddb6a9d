import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { progress } from './progress.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/**
 * Compiles what is measured, and the programs of this folder beside it: module by module, unlike the bundle that is
 * shipped, so that a profile can tell the parts apart.
 */
export function compile(): void {
  progress('compiling');
  execFileSync(process.execPath, [compiler, '-p', join(root, 'bench')], { stdio: 'inherit' });
}

/** A compiled file by its path in the repository, without ending. */
export const compiled = (path: string): string => join(root, '.programs', `${path}.js`);

/** Builds the pages that the mock serves, as `npm run build` does: those that are there may be older than their sources. */
export function buildPages(): void {
  progress('building the pages');
  execFileSync(process.execPath, [join(root, 'console', 'build.mjs')], { stdio: 'inherit' });
}
