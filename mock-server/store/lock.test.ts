import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { link, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from './folder.testing.js';
import { acquireLock, type Lock } from './lock.js';
import { mountPoints, placeOf } from './place.js';

const us = `${process.pid} ${hostname()}\n`;
const busy = { name: 'StateFileError', code: 'in-use' };

async function stateIn(folder: string): Promise<string> {
  const file = join(folder, 'state.json');
  await writeFile(file, '{}');
  return file;
}

async function lockOf(file: string): Promise<Lock> {
  const lock = await acquireLock(file);
  onTestFinished(() => lock.release().catch(() => {}));
  return lock;
}

/** Another process that holds the system's lock of a file until it is killed. */
async function holder(path: string) {
  const child = spawn('flock', ['-x', path, 'sh', '-c', 'echo locked; exec sleep 60'], { detached: true });
  const end = () => process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) end();
  });
  await once(child.stdout, 'data');
  return { end, ended: once(child, 'exit') };
}

/** Writes a state anew, as a snapshot does. */
async function replace(lock: Lock, file: string): Promise<void> {
  const handle = await lock.create(`${file}.tmp`);
  await rename(`${file}.tmp`, file);
  await lock.follow(handle);
}

describe('acquireLock', () => {
  it('says who has it, and leaves nothing on release', async () => {
    const folder = await makeFolder();
    const lock = await acquireLock(join(folder, 'state.json'));
    expect(await readFile(join(folder, 'state.json.lock'), 'utf8')).toBe(us);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
    await (await acquireLock(join(folder, 'state.json'))).release();
  });

  it('refuses a second one in this process, and one of another process, and names the owner', async () => {
    const file = await stateIn(await makeFolder());
    await lockOf(file);
    await expect(acquireLock(file)).rejects.toMatchObject({
      ...busy,
      message: expect.stringContaining(`process ${us.trim().replace(' ', ' of ')}`),
    });
    const other = await stateIn(await makeFolder());
    await holder(`${other}.lock`);
    await expect(acquireLock(other)).rejects.toMatchObject(busy);
  });

  it.each(['', `${process.pid}\n`, us, '1 elsewhere\n'])(
    'takes over a lock with %j that nobody holds',
    async (left) => {
      const file = await stateIn(await makeFolder());
      await writeFile(`${file}.lock`, left);
      await lockOf(file);
      expect(await readFile(`${file}.lock`, 'utf8')).toBe(us);
    },
  );

  it('takes over what a killed process has held', async () => {
    const file = await stateIn(await makeFolder());
    const other = await holder(`${file}.lock`);
    other.end();
    await other.ended;
    await lockOf(file);
  });

  it('protects the state from processes that reach it by a hard link, before and after it was rewritten', async () => {
    const folder = await makeFolder();
    const file = await stateIn(folder);
    const old = join(folder, 'old.json');
    await link(file, old);
    const lock = await lockOf(file);
    await expect(acquireLock(old)).rejects.toMatchObject(busy);
    expect(await readdir(folder)).toEqual(['old.json', 'state.json', 'state.json.lock']);
    await replace(lock, file);
    await replace(lock, file);
    const young = join(folder, 'young.json');
    await link(file, young);
    for (const name of [old, young]) await expect(acquireLock(name)).rejects.toMatchObject(busy);
    await lock.release();
    for (const name of [old, young]) await (await acquireLock(name)).release();
  });

  it.each([
    ['the lock', (file: string) => rm(`${file}.lock`)],
    ['the state', (file: string) => rm(file)],
  ])('notices that %s was deleted, and may be had again', async (_what, harm) => {
    const file = await stateIn(await makeFolder());
    const lock = await lockOf(file);
    await lock.check();
    await harm(file);
    await expect(lock.check()).rejects.toMatchObject({ code: 'lost' });
    await lock.renew();
    await replace(lock, file);
    await lock.check();
  });

  it('does not come back if someone else has put a state there', async () => {
    const folder = await makeFolder();
    const file = await stateIn(folder);
    const lock = await lockOf(file);
    await rm(`${file}.lock`);
    await rm(file);
    const other = await acquireLock(file);
    await expect(lock.renew()).rejects.toMatchObject(busy);
    await other.release();
    await writeFile(file, 'of somebody else');
    await expect(lock.renew()).rejects.toMatchObject({ code: 'lost' });
  });

  it('finds a missing folder', async () => {
    const path = join(await makeFolder(), 'nowhere', 'state.json');
    await expect(acquireLock(path)).rejects.toMatchObject({ code: 'unwritable' });
  });
});

describe('placeOf', () => {
  it('follows links of files and folders, also to a file that is yet to be made', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'data'));
    await symlink('data', join(folder, 'link'));
    await symlink('link/state.json', join(folder, 'first.json'));
    await symlink(join(folder, 'first.json'), join(folder, 'second.json'));
    expect(await placeOf(join(folder, 'second.json'))).toBe(join(folder, 'data', 'state.json'));
  });

  it('refuses links in a circle', async () => {
    const folder = await makeFolder();
    await symlink('b', join(folder, 'a'));
    await symlink('a', join(folder, 'b'));
    await expect(placeOf(join(folder, 'a'))).rejects.toMatchObject({ code: 'unwritable' });
  });
});

it('reads mount points with special characters', () => {
  const line = '36 35 98:0 /dir /mnt/a\\040b\\134c rw,noatime master:1 - ext3 /dev/root rw\n';
  expect(mountPoints(line)).toContain('/mnt/a b\\c');
});
