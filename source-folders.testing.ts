import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './program.testing.js';

/** Folders beside the sources, and the measurements, which are no part of the product. */
const others = ['node_modules', 'dist', 'bench'];

const holdsSources = (folder: string): boolean =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).some((name) => /\.tsx?$/.test(name));

/** The folders of the product's sources, as they are: a new one is under every guard from its first file on. */
export const sourceFolders: readonly string[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !others.includes(entry.name))
  .map(({ name }) => name)
  .filter(holdsSources);
