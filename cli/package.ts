import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ending, packageRoot, programRoot } from '../mock-server/installation.js';

export { ending, packageRoot, programRoot };

export const packageVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;

const steps = relative(packageRoot, join(programRoot, 'steps'));

/** Hooks and step definitions: compiled like this module, or the sources under a TypeScript loader. */
export const stepFiles = [`${steps}/hooks.${ending}`, `${steps}/definitions/*.steps.${ending}`];
