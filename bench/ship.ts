import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { progress } from './progress.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.programs', 'shipped');
let shipped = false;

/** Bundles the program as users get it, beside the compiled one. Returns the file of the command. */
export function ship(): string {
  if (!shipped) {
    progress('bundling');
    const args = [join(root, '.ci', 'build.mjs'), folder, '--without-types'];
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  shipped = true;
  return join(folder, 'cli', 'main.js');
}
