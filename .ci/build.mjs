// `npm run build`, or `node .ci/build.mjs FOLDER [--without-types]`: the program that users run, in dist. Everything that it needs of other
// packages is in it, except zod, whose types are part of the library's; so an installation needs no registry.

import { spawnSync } from 'node:child_process';
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeTypes } from './types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = resolve(process.argv[2] ?? join(root, 'dist'));

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

async function bundle() {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: await entries(),
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

/** Licenses of the packages that the program contains. */
async function licenses(inputs) {
  const folders = new Set(
    inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const texts = [];
  for (const folder of [...folders].sort()) {
    const at = join(root, folder);
    const { name, version, license } = JSON.parse(await readFile(join(at, 'package.json'), 'utf8'));
    const file = (await readdir(at)).find((one) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(one));
    const text = file === undefined ? '' : `\n\n${(await readFile(join(at, file), 'utf8')).trim()}`;
    texts.push(`${name} ${version}: ${license ?? 'see below'}${text}`);
  }
  await writeFile(join(out, 'licenses.txt'), `${texts.join('\n\n---\n\n')}\n`);
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

await rm(out, { recursive: true, force: true });
await licenses(await bundle());
run('console/build.mjs', join(out, 'console'));
if (!process.argv.includes('--without-types'))
  await writeTypes(root, out, ['library/index.d.ts', 'library/client.d.ts', 'library/contract.d.ts']);
await chmod(join(out, 'cli/main.js'), 0o755);
