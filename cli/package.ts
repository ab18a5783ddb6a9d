import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
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

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;

const steps = relative(packageRoot, join(dirname(dirname(fileURLToPath(import.meta.url))), 'steps'));
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/** Hooks and step definitions: compiled like this module, or the sources under a TypeScript loader. */
export const stepFiles = [`${steps}/hooks.${ending}`, `${steps}/definitions/*.steps.${ending}`];
