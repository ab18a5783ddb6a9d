// `npm run archive [-- FOLDER]`: dcm-VERSION.tar.gz, the product as one folder that runs with Node alone, without npm:
// `tar -xzf dcm-*.tar.gz && node dcm/dcm.mjs mock`. A second argument names a built checkout other than this one.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [to = root, from = root] = process.argv.slice(2).map((path) => resolve(path));
const { version, files, dependencies } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8'));

/** Types, sources and CommonJS are for programs that import a package. */
const runs = (path) => !/\.(?:d\.[cm]?ts|cjs|map)$|[\\/]zod[\\/]src(?:[\\/]|$)/.test(path);

await stat(join(from, 'dist/cli/main.js')).catch(() => {
  console.error('dist is missing: run npm run build first');
  process.exit(1);
});

const made = await mkdtemp(join(tmpdir(), 'dcm-archive-'));
try {
  const folder = join(made, 'dcm');
  for (const name of ['package.json', ...files])
    await cp(join(from, name), join(folder, name), { recursive: true, filter: runs });
  for (const name of Object.keys(dependencies)) {
    const place = join('node_modules', name);
    await cp(join(from, place), join(folder, place), { recursive: true, filter: runs, dereference: true });
  }
  await mkdir(to, { recursive: true });
  const archive = join(to, `dcm-${version}.tar.gz`);
  const { status } = spawnSync('tar', ['-czf', archive, '-C', made, 'dcm'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('tar failed');
  const { size } = await stat(archive);
  console.log(`${archive} (${(size / 1e6).toFixed(1)} MB): tar -xzf it, then node dcm/dcm.mjs --help`);
} finally {
  await rm(made, { recursive: true, force: true });
}
