import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collection, type Store } from '../domain/store.js';
import { describeEngine } from './engine.cases.js';
import { afterKill, contentsOf, makeFolder, openIn, stateIn, unlocked } from './folder.testing.js';
import { createManualTime } from './manual-time.testing.js';
import { ids, type Note, note, notes } from './notes.testing.js';

describeEngine('file store', async () => openIn(await makeFolder(), { acquire: unlocked }));

const put = (store: Store, ...rows: Note[]) =>
  store.write(async (tx) => {
    for (const row of rows) await tx.put(notes, row);
  });
const all = async (store: Store) => (await store.read((tx) => tx.page(notes))).rows;
const names = async (folder: string) => Object.keys(await contentsOf(folder));
const allAfterKill = async (folder: string) => all(await openIn(await afterKill(folder)));

describe('after a clean stop', () => {
  it('has everything in the snapshot alone', async () => {
    const folder = await makeFolder();
    const rows = [
      note('a', { owner: 'ann', amount: 12345678901234567890n, limit: -1n }),
      note('b', { tags: ['x', '\ud800 "\u2028'] }),
    ];
    const store = await openIn(folder);
    await put(store, ...rows);
    await store.close();
    expect(await names(folder)).toEqual(['state.json']);
    const again = await openIn(folder);
    expect(await all(again)).toEqual(rows);
    expect(ids((await again.read((tx) => tx.page(notes, { index: 'owner', key: 'ann' }))).rows)).toEqual([
      'a',
    ]);
  });

  it('leaves a file without changes as it was', async () => {
    const folder = await makeFolder();
    await (await openIn(folder)).close();
    const before = await stat(stateIn(folder));
    await (await openIn(folder)).close();
    expect((await stat(stateIn(folder))).ino).toBe(before.ino);
  });

  it('closes once', async () => {
    const store = await openIn(await makeFolder());
    await Promise.all([store.close(), store.close()]);
  });
});

describe('while open', () => {
  it('keeps its files from others', async () => {
    const folder = await makeFolder();
    await openIn(folder);
    expect(await names(folder)).toEqual(['state.json', 'state.json.lock', 'state.json.log']);
    for (const name of await names(folder)) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  it('has everything on disk that was committed before the gathering time ran out', async () => {
    const folder = await makeFolder();
    const { clock, timers, pass } = createManualTime();
    const store = await openIn(folder, { clock, timers });
    await put(store, note('a', { amount: 1n }), note('b'));
    await store.write((tx) => tx.remove(notes, 'b'));
    expect(await allAfterKill(folder)).toEqual([]);
    pass(50);
    await store.idle();
    expect(await allAfterKill(folder)).toEqual([note('a', { amount: 1n })]);
    await store.clear();
    await put(store, note('c'));
    pass(50);
    await store.idle();
    expect(await allAfterKill(folder)).toEqual([note('c')]);
  });

  it('rewrites the snapshot when the log has outgrown it, and loses nothing at any moment', async () => {
    const folder = await makeFolder();
    const { clock, timers, pass } = createManualTime();
    const store = await openIn(folder, { clock, timers, logFloor: 500 });
    const rows: Note[] = [];
    for (let n = 10; n < 40; n++) {
      rows.push(note(`n${n}`, { amount: BigInt(n) }));
      await put(store, ...rows.slice(-1));
      pass(50);
      if (n % 3 === 0) expect(await readable(folder)).toBe(true);
      await store.idle();
      expect(await allAfterKill(folder)).toEqual(rows);
    }
    expect((await stat(stateIn(folder))).size).toBeGreaterThan(1_000);
    expect((await stat(`${stateIn(folder)}.log`)).size).toBeLessThan(3_000);
  });

  /** A copy taken while files change may mix moments, as no kill does; it must only never be torn. */
  async function readable(folder: string): Promise<boolean> {
    const { 'state.json': snapshot = '' } = await contentsOf(folder);
    return JSON.parse(snapshot).format === 'dcm-mock-state';
  }

  it('refuses a second store on the file', async () => {
    const folder = await makeFolder();
    const store = await openIn(folder);
    await expect(openIn(folder)).rejects.toMatchObject({ name: 'StateFileError', code: 'in-use' });
    await put(store, note('a'));
    await store.close();
    expect(await all(await openIn(folder))).toEqual([note('a')]);
  });

  it('fails a transaction that JSON cannot hold, and goes on', async () => {
    const folder = await makeFolder();
    const undeclared = collection<Note>({ ...notes, bigints: [] });
    const store = await openIn(folder, { collections: [undeclared] });
    await expect(store.write((tx) => tx.put(undeclared, note('a')))).rejects.toThrow('bigints');
    expect(await all(store)).toEqual([]);
    await store.close();
    expect(await all(await openIn(folder))).toEqual([]);
  });
});
