import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { end, folder, patience, readResult, serving, start } from './cli.testing.js';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');

interface Manifest {
  readonly name: string;
  readonly files: readonly string[];
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Builds into a folder of its own, since `dist` may be in use, and packs what npm would pack. */
async function pack(manifest: Manifest): Promise<string> {
  const source = await folder();
  await run(join(modules, '.bin', 'tsc'), ['-p', 'tsconfig.build.json', '--outDir', join(source, 'dist')], {
    cwd: root,
  });
  await run(process.execPath, ['console/build.mjs', join(source, 'dist', 'console')], { cwd: root });
  await run(process.execPath, ['.ci/shrinkwrap.mjs', 'write', source], { cwd: root });
  const made = ['dist', 'npm-shrinkwrap.json'];
  for (const name of ['package.json', ...manifest.files.filter((file) => !made.includes(file))]) {
    // Documentation is not there yet in every working copy.
    await cp(join(root, name), join(source, name), { recursive: true }).catch(() => undefined);
  }
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts'], { cwd: source });
  const [packed] = JSON.parse(stdout) as { filename: string }[];
  return join(source, packed?.filename ?? '');
}

/** Installs the package where nothing but its dependencies can be found, without the network. */
async function install(): Promise<{ at: string; installed: string; manifest: Manifest }> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
  const archive = await pack(manifest);
  const at = await folder();
  const installed = join(at, 'node_modules', manifest.name);
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', archive, '--strip-components=1', '-C', installed]);
  for (const name of Object.keys(manifest.dependencies)) {
    const link = join(at, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(modules, name), link);
  }
  return { at, installed, manifest };
}

const importing = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g;

/** The pages of the console hold what they need, and texts that look like imports. */
const isBundle = (name: string) => name.startsWith(join('console', 'assets'));

/** Packages that the files of a folder import. */
async function imported(path: string): Promise<Set<string>> {
  const names = await readdir(path, { recursive: true });
  const found = new Set<string>();
  for (const name of names.filter((name) => name.endsWith('.js') && !isBundle(name))) {
    for (const [, from = ''] of (await readFile(join(path, name), 'utf8')).matchAll(importing)) {
      if (/^(?:\.|node:)/.test(from)) continue;
      found.add(from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? ''));
    }
  }
  return found;
}

const linked = /\]\(([^)\s]+)\)|src="([^"]+)"/g;

/** Links and pictures of the pages in a folder that lead to nothing in it. */
async function brokenLinks(installed: string): Promise<string[]> {
  const pages = ['README.md', ...(await readdir(join(installed, 'docs'))).map((name) => join('docs', name))];
  const broken: string[] = [];
  for (const page of pages.filter((name) => name.endsWith('.md'))) {
    const text = await readFile(join(installed, page), 'utf8');
    for (const [, link, picture] of text.matchAll(linked)) {
      const [to = ''] = (link ?? picture ?? '').split('#');
      if (to === '' || /^[a-z]+:/.test(to)) continue;
      const there = await stat(join(installed, dirname(page), to)).catch(() => undefined);
      if (there === undefined) broken.push(`${page}: ${to}`);
    }
  }
  return broken;
}

/** Versions of everything that the package needs, as its shrinkwrap has them. */
async function expectTestedVersions(installed: string, { dependencies }: Manifest): Promise<void> {
  const text = await readFile(join(installed, 'npm-shrinkwrap.json'), 'utf8');
  expect(text).not.toContain('://');
  const { packages } = JSON.parse(text) as { packages: Record<string, { version?: string; dev?: boolean }> };
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
  for (const [name, version] of Object.entries(dependencies))
    expect({ name, ...packages[`node_modules/${name}`] }).toMatchObject({ name, version });
  const paths = Object.keys(packages).filter((path) => path !== '');
  expect(paths.length).toBeGreaterThan(Object.keys(dependencies).length);
  for (const path of paths) expect(packages[path]?.version).toBe(lock.packages[path].version);
  expect(Object.values(packages).filter(({ dev }) => dev)).toEqual([]);
}

describe('the package', { timeout: patience }, () => {
  it('works where it is installed', async () => {
    const { at, installed, manifest } = await install();
    const main = join(installed, 'dist', 'cli', 'main.js');

    const inside = (await readdir(installed, { recursive: true })).filter((name) =>
      /\.tsx?$|\.test\.|testing/.test(name),
    );
    expect(inside).toEqual([]);
    await expectTestedVersions(installed, manifest);
    expect(await brokenLinks(installed)).toEqual([]);
    const readme = await readFile(join(installed, 'README.md'), 'utf8');
    expect(readme).not.toMatch(/`fixtures\//);
    const page = await readFile(join(installed, 'docs', 'verify-your-bank.md'), 'utf8');
    const [, schema = ''] = /yaml-language-server: \$schema=\.\/(\S+)/.exec(page) ?? [];
    expect((await stat(join(at, schema))).isFile()).toBe(true);
    const packages = await imported(join(installed, 'dist'));
    expect(packages.size).toBeGreaterThan(4);
    for (const name of packages) expect(Object.keys(manifest.dependencies)).toContain(name);
    for (const name of packages) expect(builtinModules).not.toContain(name);

    const walk = await end(start([main, 'verify', '--reference', '--steps', '7', '--report', 'reports'], at));
    expect(walk).toMatchObject({ code: 0, err: '' });
    expect(await readResult(join(at, 'reports'))).toMatchObject({ verdict: 'partial', selection: 'steps 7' });

    const begun = await end(start([main, 'init', 'begun', '--yes', '--hook', 'java'], at));
    expect(begun).toMatchObject({ code: 0, err: '' });
    expect(await readdir(join(at, 'begun'))).toContain('DcmActs.java');

    const mock = await serving([main, 'mock', '--port', '0', '--json'], at);
    const { jwks } = JSON.parse(mock.first) as { jwks: string };
    expect((await fetch(jwks)).status).toBe(200);
    expect(await (await fetch(new URL('/console', jwks))).text()).toContain('/console/assets/app-');
    expect(await mock.stop('SIGTERM')).toBe(0);

    const cucumber = join(modules, '@cucumber', 'cucumber', 'bin', 'cucumber.js');
    const plain = await end(start([cucumber, 'features/07-key-keepers.feature'], installed));
    expect(plain.err).toBe('');
    expect(plain.out).toContain('5 scenarios (5 passed)');
    expect(plain.code).toBe(0);
  });
});
