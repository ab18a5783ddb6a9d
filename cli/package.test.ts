import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../program.testing.js';
import { end, patience, readResult, serving, start } from './cli.testing.js';
import { install, lend, type Packed, pack, run } from './package.testing.js';

const importing = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g;

/** Packages that the entry points and chunks of the program import; strings in them look like imports, too. */
async function imported(path: string): Promise<Set<string>> {
  const found = new Set<string>();
  const names = await readdir(path, { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.js') && !one.startsWith('console'))) {
    const lines = (await readFile(join(path, name), 'utf8')).split('\n');
    const text = lines.filter((line) => /^(?:import|export|\} from)\b/.test(line)).join('\n');
    for (const [, from = ''] of text.matchAll(importing))
      if (!/^(?:\.|node:)/.test(from) && !builtinModules.includes(from)) found.add(from.split('/')[0] ?? '');
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

/** Example programs in Markdown and in docblocks, each with its place. */
function examplesIn(place: string, text: string): [string, string][] {
  const blocks = place.endsWith('.md')
    ? [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code)
    : [...text.matchAll(/@example\n((?: \*.*\n)+?) \*\//g)].map(([, code = '']) =>
        code.replaceAll(/^ \* ?/gm, ''),
      );
  return blocks
    .filter((code) => code.includes('import '))
    .map((code, index) => [`${place} ${index + 1}`, code]);
}

/** What a program prints, as the comments after its `console.log` say. */
const promised = (code: string): string[] =>
  [...code.matchAll(/console\.log\(.*\);? \/\/ (.*)/g)].map(([, text = '']) => text);

/** Milliseconds for building, packing and installing. */
const long = 4 * patience;

describe('the package', { timeout: patience }, () => {
  let base = '';
  let at = '';
  let installed = '';
  let packed: Packed;

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'dcm-package-'));
    const source = join(base, 'source');
    at = join(base, 'bank');
    await mkdir(source);
    await mkdir(at);
    packed = await pack(source);
    installed = await install(packed.archive, at);
  }, long);
  afterAll(() => rm(base, { recursive: true, force: true }));

  it('installs from one file without network and cache, and is small', async () => {
    const packages = await readdir(join(at, 'node_modules'));
    expect(packages.filter((name) => !name.startsWith('.'))).toEqual(['dcm-conformance']);
    expect(packed.size).toBeLessThan(5_000_000);
    expect(packed.unpackedSize).toBeLessThan(22_000_000);
    const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'));
    const zod = JSON.parse(await readFile(join(installed, 'node_modules/zod/package.json'), 'utf8'));
    expect(zod.version).toBe(lock.packages['node_modules/zod'].version);
  });

  it('holds what users need and nothing else', async () => {
    const own = packed.files.map(({ path }) => path).filter((path) => !path.startsWith('node_modules/'));
    expect(own.filter((path) => /(?<!\.d)\.tsx?$|\.test\.|testing/.test(path))).toEqual([]);
    expect(await brokenLinks(installed)).toEqual([]);
    expect(await readFile(join(installed, 'README.md'), 'utf8')).not.toMatch(/`fixtures\//);
    const page = await readFile(join(installed, 'docs', 'verify-your-bank.md'), 'utf8');
    const [, schema = ''] = /yaml-language-server: \$schema=\.\/(\S+)/.exec(page) ?? [];
    expect((await stat(join(at, schema))).isFile()).toBe(true);
    expect([...(await imported(join(installed, 'dist')))]).toEqual(['zod']);
    const licenses = await readFile(join(installed, 'dist', 'licenses.txt'), 'utf8');
    for (const name of ['express', '@cucumber/cucumber', 'jose', '@stellar/stellar-base'])
      expect(licenses).toContain(`\n${name} `);
    expect(licenses).not.toContain('see below');
  });

  it('has the commands', async () => {
    const main = join(at, 'node_modules', '.bin', 'dcm');
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
    expect(await (await fetch(new URL('/fidelity', jwks))).text()).toContain('<h1');
    expect(await mock.stop('SIGTERM')).toBe(0);
  });

  it('runs the examples of the library, and they print what they say', async () => {
    const names = (await readdir(join(root, 'library'))).filter((name) => /^[\w-]+\.ts$/.test(name));
    const texts = await Promise.all(
      ['docs/library.md', ...names.map((name) => `library/${name}`)].map(
        async (place) => [place, await readFile(join(root, place), 'utf8')] as const,
      ),
    );
    const examples = texts.flatMap(([place, text]) => examplesIn(place, text));
    expect(examples.length).toBeGreaterThan(8);
    // One that needs a mock at the usual address has it.
    const mock = await serving([join(installed, 'dcm.mjs'), 'mock', '--json'], at).catch(() => undefined);
    for (const [index, [place, code]] of examples.entries()) {
      if (mock === undefined && code.includes(':4010')) continue;
      const file = join(at, `example-${index}.mjs`);
      await writeFile(file, code);
      const { err, code: exit, out } = await end(start([file], at));
      expect({ place, err, exit }).toEqual({ place, err: '', exit: 0 });
      expect({ place, out: out.trim() }).toEqual({ place, out: promised(code).join('\n') });
    }
    await mock?.stop('SIGTERM');
  });

  it('tests a bank with vitest and with node:test, in less than a second and 30 lines', async () => {
    const project = join(at, 'project');
    await cp(join(root, 'fixtures/example-tests'), project, { recursive: true });
    await lend(at, 'vitest');
    const seconds: number[] = [];
    // A second of a machine that has nothing else to do.
    const most = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    while (seconds.length < 5 && !seconds.some((one) => one < most)) {
      const tests = ['run', '--reporter=json', '--outputFile=vitest.json'];
      await run(process.execPath, [vitest, ...tests], { cwd: project });
      const report = JSON.parse(await readFile(join(project, 'vitest.json'), 'utf8'));
      expect(report).toMatchObject({ success: true, numPassedTests: 1 });
      const [{ startTime, endTime }] = report.testResults as [{ startTime: number; endTime: number }];
      seconds.push((endTime - startTime) / 1000);
    }
    expect(Math.min(...seconds)).toBeLessThan(most);
    const { stdout } = await run(process.execPath, ['--test', 'payments.node-test.mjs'], { cwd: project });
    expect(stdout).toMatch(/pass 1\n[\s\S]*fail 0\n/);
    const old = "require('dcm-conformance').startMock().then((mock) => mock.close())";
    expect(await end(start(['-e', old], project))).toEqual({ code: 0, out: '', err: '' });
    for (const name of ['payments.test.mjs', 'payments.node-test.mjs'])
      expect((await readFile(join(project, name), 'utf8')).split('\n').length).toBeLessThan(30);
  });

  it('has types that hold by themselves', async () => {
    await lend(at, '@types/node', 'undici-types');
    const code = `import { startMock, verify, prove, type TestBank } from 'dcm-conformance';
import { dcmClient } from 'dcm-conformance/client';
import { claims, type Profile } from 'dcm-conformance/contract';
const mock = await startMock({ profile: {} satisfies Partial<Profile> });
const bank: TestBank = await mock.registerBank();
const { account_list }: { account_list?: never } = {};
const entry = await mock.journal.next({ operation: 'createPayment' });
const status: number = entry.status;
const draft: { guid: string } = await dcmClient(mock.url, { token: bank.session }).createPayment({
  params: { counterparty_guid: bank.guid }, body: { amount: 1 },
});
const obj: string = claims.parse({}).obj;
// @ts-expect-error no such operation
await mock.journal.next({ operation: 'createPaymnt' });
const exit: number = (await verify('bank.yaml')).exit_code;
const proven: boolean = (await prove()).proven;
export { account_list, draft, exit, obj, proven, status };
`;
    await writeFile(join(at, 'types.mts'), code);
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [tsc, ...options, 'types.mts'], { cwd: at }).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe('');
  });
});

it('plain cucumber walks the plan in a checkout', { timeout: patience }, async () => {
  const cucumber = join(root, 'node_modules', '@cucumber', 'cucumber', 'bin', 'cucumber.js');
  const plain = await end(start([cucumber, 'features/07-key-keepers.feature']));
  expect(plain.err).toBe('');
  expect(plain.out).toContain('5 scenarios (5 passed)');
  expect(plain.code).toBe(0);
});
