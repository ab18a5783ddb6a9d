import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { root } from '../program.testing.js';

/** Paths of what a file imports, and what that imports, except what is loaded when it is needed. */
async function loadedBy(entry: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: 'none',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  });
  const found = new Set([entry]);
  for (const path of found)
    for (const { path: next, kind, external } of metafile.inputs[path]?.imports ?? [])
      if (kind !== 'dynamic-import' && !external) found.add(next);
  return [...found];
}

it('no command waits for cucumber unless it walks the plan', async () => {
  const loaded = await loadedBy('cli/main.ts');
  expect(loaded).toContain('cli/program.ts');
  expect(loaded.filter((path) => path.includes('@cucumber/cucumber/'))).toEqual([]);
});
