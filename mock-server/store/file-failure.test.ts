import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Store } from '../domain/store.js';
import type { StateFileError } from './errors.js';
import { afterKill, makeFolder, openIn, stateIn } from './folder.testing.js';
import { createManualTime } from './manual-time.testing.js';
import { ids, type Note, note, notes } from './notes.testing.js';

const put = (store: Store, row: Note) => store.write((tx) => tx.put(notes, row));
const all = async (store: Store) => (await store.read((tx) => tx.page(notes))).rows;
const allAfterKill = async (folder: string) => all(await openIn(await afterKill(folder)));

describe('when writing fails, a file store', () => {
  it('reports an append, tries again and has lost nothing', async () => {
    const folder = await makeFolder();
    const { clock, timers, pass } = createManualTime();
    const problems: StateFileError[] = [];
    const store = await openIn(folder, { clock, timers, report: (problem) => problems.push(problem) });
    const log = `${stateIn(folder)}.log`;
    await rm(log);
    await mkdir(log);
    await put(store, note('a'));
    pass(50);
    await store.idle();
    expect(problems).toMatchObject([{ code: 'unwritable', file: stateIn(folder) }]);
    await put(store, note('b'));
    await rm(log, { recursive: true });
    pass(1_000);
    await store.idle();
    expect(problems).toHaveLength(1);
    expect(ids(await allAfterKill(folder))).toEqual(['a', 'b']);
  });

  it('reports a snapshot, goes on appending, and rejects close while it fails', async () => {
    const folder = await makeFolder();
    const { clock, timers, pass } = createManualTime();
    const problems: StateFileError[] = [];
    const report = (problem: StateFileError) => problems.push(problem);
    const store = await openIn(folder, { clock, timers, report, logFloor: 1 });
    await mkdir(`${stateIn(folder)}.tmp`);
    await put(store, note('a', { tags: ['x'.repeat(500)] }));
    pass(50);
    await store.idle();
    expect(problems).toMatchObject([{ code: 'unwritable' }]);
    await put(store, note('b'));
    await expect(store.close()).rejects.toMatchObject({ name: 'StateFileError', code: 'unwritable' });
    await rm(`${stateIn(folder)}.tmp`, { recursive: true });
    const again = await openIn(folder);
    expect(ids(await all(again))).toEqual(['a', 'b']);
    await again.close();
    expect(await readdir(folder)).toEqual(['state.json']);
  });

  it('keeps the older log until a later snapshot holds it', async () => {
    const folder = await makeFolder();
    const { clock, timers, pass } = createManualTime();
    const store = await openIn(folder, { clock, timers, logFloor: 1 });
    await mkdir(`${stateIn(folder)}.tmp`);
    for (const id of ['a', 'b', 'c']) {
      await put(store, note(id, { tags: ['x'.repeat(500)] }));
      pass(1_000);
      await store.idle();
    }
    expect(await readdir(await afterTmpRemoved(folder))).toContain('state.json.log.old');
    expect(ids(await allAfterKill(folder))).toEqual(['a', 'b', 'c']);
    await put(store, note('d'));
    pass(1_000);
    await store.idle();
    expect(await readdir(folder)).not.toContain('state.json.log.old');
    expect(ids(await allAfterKill(folder))).toEqual(['a', 'b', 'c', 'd']);
  });

  async function afterTmpRemoved(folder: string): Promise<string> {
    await rm(`${stateIn(folder)}.tmp`, { recursive: true });
    return folder;
  }

  it('finds a folder that is missing, and a file that is a folder, at the start', async () => {
    const folder = await makeFolder();
    await expect(openIn(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'unwritable' });
    await mkdir(stateIn(folder));
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'unwritable' });
    expect(await readdir(folder)).toEqual(['state.json']);
  });
});
