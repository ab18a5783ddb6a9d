// `npm run build`, or `node .ci/build.mjs FOLDER [--without-types]`: the program that users run, in dist. Everything that it needs of other
// packages is in it, except zod, whose types are part of the library's; so an installation needs no registry.

import { spawnSync } from 'node:child_process';
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { writeTypes } from './types.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = resolve(process.argv[2] ?? join(root, 'dist'));

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
await licenses(await bundle(out));
run('console/build.mjs', join(out, 'console'));
if (!process.argv.includes('--without-types'))
  await writeTypes(root, out, ['library/index.d.ts', 'library/client.d.ts', 'library/contract.d.ts']);
await chmod(join(out, 'cli/main.js'), 0o755);
