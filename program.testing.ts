import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('.', import.meta.url));

/** Where the sources are compiled to before the tests. */
export const programsFolder = join(root, '.programs');

/** A program of this Node by the path of its source, e.g. `cli/main.ts`. */
export const program = (source: string): string => join(programsFolder, source.replace(/\.ts$/, '.js'));
