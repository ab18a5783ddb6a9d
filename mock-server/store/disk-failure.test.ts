import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Store } from '../domain/store.js';
import { badDisk, type DiskError, diskErrors } from './bad-disk.testing.js';
import type { StateFileError } from './errors.js';
import { afterKill, makeFolder, openIn, stateIn } from './folder.testing.js';
import { createManualTime } from './manual-time.testing.js';
import { ids, note, notes } from './notes.testing.js';

/** A disk that answers with errors: nothing is lost, nothing comes twice, and what is not kept is said. */

const put = (store: Store, id: string) => store.write((tx) => tx.put(notes, note(id)));
const all = async (store: Store) => ids((await store.read((tx) => tx.page(notes))).rows);

async function onBadDisk(logFloor?: number) {
  const folder = await makeFolder();
  const disk = badDisk();
  const time = createManualTime();
  const problems: StateFileError[] = [];
  const store = await openIn(folder, {
    ...disk.ports,
    ...time,
    ...(logFloor === undefined ? {} : { logFloor }),
    report: (problem) => problems.push(problem),
  });
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= 50) {
      time.pass(50);
      await store.idle();
    }
  };
  return { folder, disk, store, problems, pass };
}

describe.each(Object.entries(diskErrors) as [DiskError, string][])('%s', (code, says) => {
  it('of the log is trouble after a second, and over when the disk works again', async () => {
    const { folder, disk, store, problems, pass } = await onBadDisk();
    await put(store, 'before');
    await pass(1000);
    disk.fail(code);
    await put(store, 'meanwhile');
    await pass(900);
    expect(store.trouble()).toBeUndefined();
    await pass(200);
    expect(store.trouble()).toContain(code);
    expect(store.trouble()).not.toContain(folder);
    expect(problems[0]).toMatchObject({
      ...{ code: 'unwritable', file: stateIn(folder) },
      says: expect.stringContaining(says),
      advice: expect.stringContaining('is writable, and that the disk has free space'),
    });
    expect(await all(await openIn(await afterKill(folder)))).toEqual(['before']);
    await put(store, 'later');
    disk.mend();
    await pass(2000);
    expect(store.trouble()).toBeUndefined();
    expect(await all(await openIn(await afterKill(folder)))).toEqual(['before', 'later', 'meanwhile']);
    const lines = (await readFile(`${stateIn(folder)}.log`, 'utf8')).trim().split('\n');
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('of the snapshot loses nothing, and the snapshot is written later', async () => {
    const { folder, disk, store, problems, pass } = await onBadDisk(1);
    await put(store, 'a');
    disk.fail(code);
    await pass(2000);
    disk.mend();
    await pass(100);
    disk.fail(code);
    await put(store, 'b');
    await pass(2000);
    expect(problems.length).toBeGreaterThan(1);
    expect(await all(store)).toEqual(['a', 'b']);
    disk.mend();
    await pass(4000);
    expect(store.trouble()).toBeUndefined();
    expect(await all(await openIn(await afterKill(folder)))).toEqual(['a', 'b']);
  });

  it('at the end makes close fail, and the next start has all that was kept', async () => {
    const { folder, disk, store, pass } = await onBadDisk();
    await put(store, 'kept');
    await pass(1000);
    disk.fail(code);
    await put(store, 'lost');
    await expect(store.close()).rejects.toMatchObject({ name: 'StateFileError', code: 'unwritable' });
    expect(await all(await openIn(folder))).toEqual(['kept']);
  });

  it('at the start says so, and leaves nothing behind', async () => {
    const folder = await makeFolder();
    const disk = badDisk();
    disk.fail(code);
    await expect(openIn(folder, disk.ports)).rejects.toMatchObject({ code: 'unwritable' });
    const store = await openIn(folder);
    expect(await all(store)).toEqual([]);
  });
});
