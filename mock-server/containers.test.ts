import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { program } from '../program.testing.js';

/**
 * Two containers on one folder: the same process number in two namespaces of processes, as Docker gives it; a file that is a
 * mount of its own; a disk that is full. It takes the rights to make namespaces: root has them in CI, where the tests are not to be skipped.
 */

const SCRIPT = program('mock-server/containers.testing.ts');
const namespaces = ['--mount', '--pid', '--fork', '--mount-proc'];
const permitted = spawnSync('unshare', [...namespaces, 'true']).status === 0;
if (!permitted)
  console.warn('no right to make namespaces (unshare): the tests of two containers are skipped');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dcm-containers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A mock in namespaces of its own, after some commands of a shell; tells its process number once it serves. */
function container(state: string, before = 'true') {
  const command = `${before} && exec "$0" "$1" "$2"`;
  const child = spawn('unshare', [
    ...namespaces,
    '--kill-child',
    'sh',
    '-c',
    command,
    process.execPath,
    SCRIPT,
    state,
  ]);
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  const ended = once(child, 'exit');
  const began = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    void ended.then(() => resolve(`ended: ${output}`));
  });
  return { began, ended, child, lines: () => text.trim().split('\n') };
}

const stop = async ({ child, ended }: ReturnType<typeof container>) => {
  child.stdin.end();
  await ended;
};

it('may be run where it has to be', () => {
  expect(permitted || process.env.CI !== 'true' || process.getuid?.() !== 0).toBe(true);
});

describe.skipIf(!permitted)('of two containers on one folder', () => {
  it('one has the state, though both have the same process number, and a kill leaves it to the other', async () => {
    const state = join(folder, 'shared.json');
    const first = container(state);
    expect(await first.began).toMatch(/^serves as \d+$/);
    const second = container(state);
    expect(await second.began).toMatch(/^ended: .*in use by process \d+ of/s);
    first.child.kill('SIGKILL');
    await first.ended;
    const third = container(state);
    expect(await third.began).toBe(await first.began);
    await stop(third);
  }, 60_000);

  it('one that mounts the file alone hears at the start that it cannot be replaced', async () => {
    const state = join(folder, 'single.json');
    await writeFile(state, '');
    const alone = container(state, `mount --bind ${state} ${state}`);
    expect(await alone.began).toMatch(/^ended: .*mounted separately.*Mount its folder/s);
    expect((await readdir(folder)).filter((name) => name.startsWith('single'))).toEqual(['single.json']);
  }, 60_000);
});

describe.skipIf(!permitted)('on a full disk', () => {
  it('writes are refused after a second, and are kept again when there is room', async () => {
    const disk = join(folder, 'disk');
    await mkdir(disk);
    const full = container(join(disk, 'state.json'), `mount -t tmpfs -o size=1m tmpfs ${disk}`);
    expect(await full.began).toMatch(/^serves/);
    const said = async (order: string) => {
      const before = full.lines().length;
      full.child.stdin.write(`${order}\n`);
      while (full.lines().length === before) await once(full.child.stdout, 'data');
      return full.lines().at(-1);
    };
    expect(await said('write')).toBe('200 200');
    expect(await said('fill')).toBe('filled');
    expect(await said('until 503')).toBe('503 503');
    expect(await said('free')).toBe('freed');
    expect(await said('until 200')).toBe('200 200');
    await stop(full);
  }, 60_000);

  it('a first start leaves nothing that is in the way of the next one', async () => {
    const disk = join(folder, 'small');
    await mkdir(disk);
    const fill = `mount -t tmpfs -o size=64k tmpfs ${disk} && { head -c 1m /dev/zero > ${disk}/rest || true; }`;
    const first = container(
      join(disk, 'state.json'),
      `${fill} && sh -c '"$0" "$1" "$2" || true' "$0" "$1" "$2"; ls -s ${disk} >&2; rm ${disk}/rest`,
    );
    const output = await first.began;
    expect(output).toMatch(/^serves as/);
    await stop(first);
  }, 60_000);
});
