import { readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package folder: the nearest one above this file that has a package.json. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    try {
      readFileSync(join(folder, 'package.json'));
      return folder;
    } catch {
      const above = dirname(folder);
      if (above === folder) throw new Error('the package has no package.json');
      folder = above;
    }
  }
}

export const packageRoot = findRoot();

const [first = ''] = relative(packageRoot, fileURLToPath(import.meta.url)).split(sep);

/**
 * The folder that has `cli`, `steps` and the other parts as they are running: the compiled program, wherever its
 * chunks are, or the sources under a TypeScript loader.
 */
export const programRoot = ['dist', '.programs'].includes(first) ? join(packageRoot, first) : packageRoot;

/** Ending of its files. */
export const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
