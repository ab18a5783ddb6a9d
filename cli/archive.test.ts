import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../program.testing.js';
import { freePort } from './bank.testing.js';
import { end, folder, patience, serving, start } from './cli.testing.js';
import { compose, containerfile } from './container.testing.js';
import { built, run } from './package.testing.js';

/** Milliseconds for building. */
const long = 4 * patience;

describe('the archive', { timeout: patience }, () => {
  let base = '';
  let unpacked = '';

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'dcm-archive-'));
    const source = join(base, 'source');
    await mkdir(source);
    await built(source, '--without-types');
    const place = await mkdtemp(join(base, 'elsewhere-'));
    await run(process.execPath, ['.ci/archive.mjs', place, source], { cwd: root });
    await rm(source, { recursive: true });
    const [archive = ''] = await readdir(place);
    await run('tar', ['-xzf', archive], { cwd: place });
    unpacked = join(place, 'dcm');
  }, long);
  afterAll(() => rm(base, { recursive: true, force: true }));

  it('runs with Node alone', async () => {
    const files = await readdir(unpacked, { recursive: true });
    expect(files.filter((name) => /\.(?:ts|map)$/.test(name))).toEqual([]);
    const dcm = join(unpacked, 'dcm.mjs');
    const nothing = { PATH: base };
    const walk = await end(start([dcm, 'verify', '--reference', '--steps', '7'], base, nothing));
    expect(walk).toMatchObject({ code: 0, err: '' });
    const mock = await serving([dcm, 'mock', '--port', '0', '--json'], base, nothing);
    expect((await fetch(JSON.parse(mock.first).health)).status).toBe(200);
    expect(await mock.stop('SIGTERM')).toBe(0);
  });

  it('runs in a container as any user, is healthy, and ends at SIGTERM', async () => {
    const image = await containerfile();
    const { dcm, bank } = await compose();
    expect(image).toMatchObject({ user: 'node', stopSignal: 'SIGTERM', exposed: '4010' });
    expect(image.build).toContain('node .ci/archive.mjs /out');
    expect(bank.network_mode).toBe('service:dcm');
    const token = Object.fromEntries(Object.keys(dcm.environment ?? {}).map((name) => [name, 'of-a-test']));
    expect(token).toEqual({ DCM_CONTROL_TOKEN: 'of-a-test' });
    const data = join(base, 'data');
    await mkdir(data);
    const ports = { 4010: String(await freePort()), 4020: String(await freePort()) };
    // The same commands, with other folders and ports.
    const here = (words: readonly string[]) =>
      words
        .slice(1)
        .map((word) => word.replace('/opt/dcm', unpacked).replace('/data', data))
        .map((word) => word.replaceAll(/\b40[12]0\b/g, (port) => ports[port as unknown as 4010]));
    const healthy = async (check: readonly string[] = []) => (await end(start(here(check), data))).code;

    expect(await healthy(image.healthCheck)).toBe(1);
    const mock = await serving([...here(image.command), '--port', ports[4010]], data, token);
    expect(await healthy(image.healthCheck)).toBe(0);
    const asked = (headers: Record<string, string> = {}) =>
      fetch(`http://127.0.0.1:${ports[4010]}/control/v1/clock`, { headers }).then(({ status }) => status);
    expect([await asked(), await asked({ authorization: 'bearer of-a-test' })]).toEqual([403, 200]);
    const check = bank.healthcheck?.test.slice(1);
    expect(await healthy(check)).toBe(1);
    const entrance = image.command.slice(0, 2);
    const service = await serving(here([...entrance, ...(bank.command ?? [])]), data);
    expect(await healthy(check)).toBe(0);
    expect([await service.stop('SIGTERM'), await mock.stop('SIGTERM')]).toEqual([0, 0]);
    expect(await healthy(image.healthCheck)).toBe(1);
    expect(await readdir(data)).toEqual(expect.arrayContaining(['dcm-state.json', 'dcm-state.json.keys']));
  });
});

describe('a checkout that is not built', { timeout: patience }, () => {
  async function bare(): Promise<string> {
    const at = await folder();
    for (const name of ['package.json', '.ci', 'dcm.mjs'])
      await cp(join(root, name), join(at, name), { recursive: true });
    return at;
  }

  it('says what to do after an installation without scripts', async () => {
    const { code, err } = await end(start(['dcm.mjs', 'mock'], await bare()));
    expect(code).toBe(2);
    expect(err).toContain('not built yet');
    expect(err).toContain('npm run build');
    const ukrainian = await end(start(['dcm.mjs', 'mock', '--lang', 'uk'], await bare()));
    expect(ukrainian.err).toContain('ще не зібрано');
  });

  it('says what to do if the packages that building needs are left out', async () => {
    const { code, err } = await end(start(['.ci/prepare.mjs'], await bare(), { NODE_ENV: 'production' }));
    expect(code).toBe(1);
    expect(err).toContain('esbuild and typescript are not installed');
    expect(err).toContain('npm ci --include=dev');
  });
});
