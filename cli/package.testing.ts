import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../program.testing.js';

export const run = promisify(execFile);
const modules = join(root, 'node_modules');

export interface Packed {
  /** Path of the tarball. */
  readonly archive: string;
  readonly files: readonly { readonly path: string }[];
  /** Bytes. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly entryCount: number;
}

interface Manifest {
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}

/** A built checkout in a folder of its own, since `dist` may be in use. */
export async function built(into: string, ...options: readonly string[]): Promise<void> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
  await run(process.execPath, ['.ci/build.mjs', join(into, 'dist'), ...options], { cwd: root });
  for (const name of ['package.json', ...manifest.files.filter((file) => file !== 'dist')])
    await cp(join(root, name), join(into, name), { recursive: true });
  for (const name of Object.keys(manifest.dependencies))
    await cp(join(modules, name), join(into, 'node_modules', name), { recursive: true });
}

/** Packs what npm would pack. */
export async function pack(into: string): Promise<Packed> {
  await built(into);
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts'], { cwd: into });
  const [packed] = JSON.parse(stdout) as (Omit<Packed, 'archive'> & { readonly filename: string })[];
  if (packed === undefined) throw new Error('nothing was packed');
  return { ...packed, archive: join(into, packed.filename) };
}

/** Installs a tarball into a folder as a user does who has no network and no cache. */
export async function install(archive: string, at: string): Promise<string> {
  const cache = await mkdtemp(join(tmpdir(), 'dcm-no-cache-'));
  await run('npm', ['i', archive, '--offline', '--no-audit', '--no-fund', '--cache', cache], { cwd: at });
  return join(at, 'node_modules', 'dcm-conformance');
}

/** Lets the project in a folder use a package of this one, for what users would install themselves. */
export async function lend(at: string, ...names: readonly string[]): Promise<void> {
  await mkdir(join(at, 'node_modules'), { recursive: true });
  for (const name of names) {
    await mkdir(join(at, 'node_modules', name, '..'), { recursive: true });
    await symlink(join(modules, name), join(at, 'node_modules', name));
  }
}
