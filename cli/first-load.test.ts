import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { root } from '../program.testing.js';

/** Packages that each of these files needs before its first line runs, and not only later when they are wanted. */
async function packagesBy(entryPoints: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entryPoints],
    outdir: 'none',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const packagesOf = (entry: string) => {
    const loaded = new Set([entry]);
    for (const path of loaded)
      for (const { path: next, kind, external } of metafile.inputs[path]?.imports ?? [])
        if (kind !== 'dynamic-import' && !external) loaded.add(next);
    const names = [...loaded].flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
    return [...new Set(names)].sort();
  };
  return new Map(entryPoints.map((entry) => [entry, packagesOf(entry)]));
}

const commandFiles = async () =>
  (await readdir(join(root, 'cli/commands')))
    .filter((name) => /^[\w-]+\.ts$/.test(name))
    .map((name) => `cli/commands/${name}`);

it('the program starts with one package, and only commands that walk the plan wait for cucumber', async () => {
  const packages = await packagesBy(['cli/main.ts', ...(await commandFiles())]);
  expect(packages.get('cli/main.ts')).toEqual(['commander']);
  const walking = [...packages].filter(([, names]) => names.includes('@cucumber/cucumber'));
  expect(walking.map(([file]) => file)).toEqual(['cli/commands/prove.ts', 'cli/commands/verify.ts']);
});
