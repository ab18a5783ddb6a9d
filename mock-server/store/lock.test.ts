import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeFolder } from './folder.testing.js';
import { acquireLock } from './lock.js';

/** A process that lives until it is killed, or the pid of one that has ended. */
async function processThat(fate: 'lives' | 'has ended'): Promise<number> {
  const child = spawn(process.execPath, ['-e', fate === 'lives' ? 'process.stdin.resume()' : '']);
  onTestFinished(() => void child.kill());
  await once(child, fate === 'lives' ? 'spawn' : 'exit');
  return child.pid ?? Number.NaN;
}

async function lockOf(content: string): Promise<string> {
  const path = join(await makeFolder(), 'state.json.lock');
  await writeFile(path, content);
  return path;
}

describe('acquireLock', () => {
  it('writes our pid and removes it on release', async () => {
    const path = join(await makeFolder(), 'lock');
    const lock = await acquireLock(path);
    expect(await readFile(path, 'utf8')).toBe(`${process.pid}\n`);
    await lock.release();
    expect(await readdir(join(path, '..'))).toEqual([]);
    await (await acquireLock(path)).release();
  });

  it('refuses while another process lives, and names it', async () => {
    const pid = await processThat('lives');
    const path = await lockOf(`${pid}\n`);
    await expect(acquireLock(path)).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(`process ${pid}`),
    });
    expect(await readFile(path, 'utf8')).toBe(`${pid}\n`);
  });

  it('refuses a second lock in this process', async () => {
    const path = join(await makeFolder(), 'lock');
    await acquireLock(path);
    await expect(acquireLock(path)).rejects.toMatchObject({ code: 'in-use' });
  });

  it.each([
    ['a process that has ended', () => processThat('has ended')],
    ['a former process with our pid', async () => process.pid],
  ])('takes over the lock of %s', async (_who, pid) => {
    const path = await lockOf(`${await pid()}\n`);
    const lock = await acquireLock(path);
    expect(await readFile(path, 'utf8')).toBe(`${process.pid}\n`);
    expect(await readdir(join(path, '..'))).toEqual(['state.json.lock']);
    await lock.release();
  });

  it('does not guess about a lock without a pid', async () => {
    await expect(acquireLock(await lockOf(''))).rejects.toMatchObject({ code: 'in-use' });
  });

  it('leaves a lock that is no longer ours', async () => {
    const path = join(await makeFolder(), 'lock');
    const lock = await acquireLock(path);
    await writeFile(path, '1\n');
    await lock.release();
    expect(await readFile(path, 'utf8')).toBe('1\n');
  });

  it('finds a missing folder', async () => {
    const path = join(await makeFolder(), 'nowhere', 'lock');
    await expect(acquireLock(path)).rejects.toMatchObject({ code: 'unwritable' });
  });
});
