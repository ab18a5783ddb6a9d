import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Files that are loaded by name: by Node, by an `import` of the library's users, by cucumber, as a process. */
const entries = async () => [
  'cli/main.ts',
  'cli/prove/worker.ts',
  'cli/load/bank-process.ts',
  'library/index.ts',
  'library/client.ts',
  'library/contract.ts',
  'steps/hooks.ts',
  ...(await readdir(join(root, 'steps/definitions')))
    .filter((name) => name.endsWith('.steps.ts'))
    .map((name) => `steps/definitions/${name}`),
];

/** Cucumber finds out where a step is defined by leaving out its own files, which are chunks here. */
const ownFrames = {
  name: 'own-frames',
  setup: ({ onLoad }) =>
    onLoad({ filter: /cucumber[\\/]lib[\\/]filter_stack_trace\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const own = /projectChildDirs\.some\(.*\);/;
      if (!own.test(text)) throw new Error(`${path} is not as expected`);
      return { contents: text.replace(own, String.raw`/[\\/]chunks[\\/]/.test(fileName);`) };
    }),
};

/** Outside `node_modules`, Node warns of this old constructor. */
const noOldBuffer = {
  name: 'no-old-buffer',
  setup: ({ onLoad }) =>
    onLoad({ filter: /base32\.js[\\/]index\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('new Buffer(', 'Buffer.from('),
    })),
};

/** What CommonJS packages expect, once per file. */
const banner = `import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));`;

/** Bundles the program into a folder: see `bundle.d.mts`. */
export async function bundle(out, more = []) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...(await entries()), ...more],
    outdir: out,
    outbase: '.',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: ['zod'],
    keepNames: true,
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    plugins: [ownFrames, noOldBuffer],
    banner: { js: banner },
  });
  return Object.keys(metafile.inputs);
}
