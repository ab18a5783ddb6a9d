import { existsSync } from 'node:fs';
import { readdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { programsFolder, root } from './program.testing.js';
import { sourceFolders } from './source-folders.testing.js';

/** What tests start as programs of their own: the product, and scripts beside the tests. */
const folders = sourceFolders.filter((folder) => folder !== 'console');

const sourcesOf = async (folder: string): Promise<string[]> =>
  (await readdir(join(root, folder), { recursive: true }))
    .filter((file) => /\.(?:ts|mjs)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file));

/** Compiles the programs that tests start: loading the sources would cost each of them a second. */
async function compile(): Promise<void> {
  await rm(programsFolder, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: (await Promise.all(folders.map(sourcesOf))).flat(),
    outdir: programsFolder,
    outbase: '.',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  const pages = join(root, 'dist/console');
  if (existsSync(pages)) await symlink(pages, join(programsFolder, 'console'));
}

export default async function setup(project: TestProject): Promise<void> {
  await compile();
  project.onTestsRerun(compile);
}
