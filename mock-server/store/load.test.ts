import { appendFile, readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { folderWith, line, puts, snapshot } from './files.testing.js';
import { afterKill, openIn, stateIn } from './folder.testing.js';
import { createManualTime } from './manual-time.testing.js';
import { ids, note, notes } from './notes.testing.js';

async function found(folder: string): Promise<string[]> {
  const store = await openIn(folder);
  const { rows } = await store.read((tx) => tx.page(notes));
  return ids(rows);
}

describe('a rewrite of the snapshot that a kill interrupts', () => {
  const old = puts(1, 'a') + puts(2, 'b');
  const log = puts(3, 'c') + puts(4, 'd');
  const everything = ['a', 'b', 'c', 'd'];

  it.each([
    ['before the rotation', { state: snapshot(0), log: old + log }],
    ['after the rotation', { state: snapshot(0), old }, ['a', 'b']],
    ['before the replacement', { state: snapshot(0), old, log }],
    ['after the replacement', { state: snapshot(2, 'a', 'b'), old, log }],
    ['after the replacement by a snapshot ahead of the log', { state: snapshot(3, 'a', 'b', 'c'), old, log }],
    ['after the deletion of the old log', { state: snapshot(2, 'a', 'b'), log }],
    ['after a last snapshot, with all logs', { state: snapshot(4, ...everything), old, log }],
    ['after a last snapshot, with the log', { state: snapshot(4, ...everything), log }],
    ['after a last snapshot, with the old log', { state: snapshot(4, ...everything), old }],
  ])('%s loses nothing and repeats nothing', async (_moment, files, expected = everything) => {
    const folder = await folderWith(files);
    expect(await found(folder)).toEqual(expected);
    expect(await found(await afterKill(folder))).toEqual(expected);
  });

  it('does not repeat a removal that a later put in the snapshot has overtaken', async () => {
    const log = puts(1, 'a') + line(2, ['remove', 'notes', 'a']) + line(3, ['clear']) + puts(4, 'a');
    expect(await found(await folderWith({ state: snapshot(4, 'a'), log }))).toEqual(['a']);
  });

  it('replays removals and clear in their order', async () => {
    const log =
      puts(1, 'a', 'b') +
      line(2, ['remove', 'notes', 'a']) +
      puts(3, 'c') +
      line(4, ['clear']) +
      puts(5, 'd');
    expect(await found(await folderWith({ state: snapshot(0), log: log.slice(0, -1) }))).toEqual([]);
    expect(await found(await folderWith({ state: snapshot(0), log }))).toEqual(['d']);
  });
});

describe('a line cut off at the end', () => {
  const whole = puts(1, 'a') + puts(2, 'b', 'c');

  it('is dropped entirely wherever it is cut', async () => {
    for (let cut = puts(1, 'a').length; cut < whole.length; cut += 7) {
      expect(await found(await folderWith({ state: snapshot(0), log: whole.slice(0, cut) }))).toEqual(['a']);
    }
  });

  it('does not spoil what is appended next', async () => {
    const folder = await folderWith({ state: snapshot(0), log: whole.slice(0, -5) });
    const { clock, timers, pass } = createManualTime();
    const store = await openIn(folder, { clock, timers });
    await store.write((tx) => tx.put(notes, note('z')));
    pass(50);
    await store.idle();
    expect(await found(await afterKill(folder))).toEqual(['a', 'z']);
  });
});

describe('a store that was killed in the midst of its life', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await folderWith({ state: snapshot(0), log: puts(1, 'a') });
  });

  it('goes on numbering where the log ends', async () => {
    const store = await openIn(folder);
    await store.write((tx) => tx.put(notes, note('b')));
    await store.close();
    expect(JSON.parse(await readFile(stateIn(folder), 'utf8')).sequence).toBe(2);
  });

  it('takes a line that someone else appended for a cut off one', async () => {
    const { clock, timers, pass } = createManualTime();
    const store = await openIn(folder, { clock, timers });
    await appendFile(`${stateIn(folder)}.log`, '{"sequ');
    await store.write((tx) => tx.put(notes, note('b')));
    pass(50);
    await store.idle();
    expect(await found(await afterKill(folder))).toEqual(['a', 'b']);
  });
});
