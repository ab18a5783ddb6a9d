import { describe, expect, it } from 'vitest';
import { collection } from '../domain/store.js';
import type { Desk } from './engine.cases.js';
import { type Note, note, notes } from './notes.testing.js';

export function describeIndexes({ store, put, page, list }: Desk): void {
  describe('indexes', () => {
    it('finds a row under its key, under each of several keys once, and nowhere without one', async () => {
      await put(note('a', { owner: 'ann', tags: ['x', 'y', 'x'] }), note('b', { tags: ['y'] }), note('c'));
      expect(await list({ index: 'owner', key: 'ann' })).toEqual(['a']);
      expect(await list({ index: 'tag', key: 'x' })).toEqual(['a']);
      expect(await list({ index: 'tag', key: 'y' })).toEqual(['a', 'b']);
      expect(await list({ index: 'owner', key: 'undefined' })).toEqual([]);
      expect(await list()).toEqual(['a', 'b', 'c']);
    });

    it('gives the first row in sort order', async () => {
      await put(note('b', { owner: 'ann' }), note('a', { owner: 'ann' }));
      expect((await store().read((tx) => tx.first(notes, 'owner', 'ann')))?.id).toBe('a');
      expect(await store().read((tx) => tx.first(notes, 'owner', 'bob'))).toBeUndefined();
    });

    it('moves a replaced row to its new keys', async () => {
      await put(note('a', { owner: 'ann', tags: ['x', 'y'] }), note('b', { owner: 'bob', tags: ['y'] }));
      await put(note('a', { owner: 'bob', tags: ['y', 'z'], amount: 5n }));
      expect(await list({ index: 'owner', key: 'ann' })).toEqual([]);
      expect(await list({ index: 'owner', key: 'bob' })).toEqual(['a', 'b']);
      expect(await list({ index: 'tag', key: 'x' })).toEqual([]);
      expect(await list({ index: 'tag', key: 'y' })).toEqual(['a', 'b']);
      expect(await list({ index: 'tag', key: 'z' })).toEqual(['a']);
      expect((await store().read((tx) => tx.first(notes, 'tag', 'y')))?.amount).toBe(5n);
      expect(await list()).toEqual(['a', 'b']);
    });

    it('forgets a removed row everywhere; one that was never there is no error', async () => {
      await put(note('a', { owner: 'ann', tags: ['x'] }), note('b', { owner: 'ann' }));
      await store().write(async (tx) => {
        await tx.remove(notes, 'a');
        await tx.remove(notes, 'nobody');
      });
      expect(await list()).toEqual(['b']);
      expect(await list({ index: 'owner', key: 'ann' })).toEqual(['b']);
      expect(await list({ index: 'tag', key: 'x' })).toEqual([]);
    });

    it('names an unknown index and an unknown collection', async () => {
      await expect(page({ index: 'colour', key: 'red' })).rejects.toThrow('notes has no index "colour"');
      await expect(store().read((tx) => tx.first(notes, 'colour', 'red'))).rejects.toThrow(
        'no index "colour"',
      );
      await expect(page({ index: 'owner' })).rejects.toThrow('both an index and a key');
      const strange = collection<Note>({ ...notes, name: 'strange' });
      await expect(store().read((tx) => tx.get(strange, 'a'))).rejects.toThrow('no collection "strange"');
      await expect(store().write((tx) => tx.put(strange, note('a')))).rejects.toThrow(
        'no collection "strange"',
      );
    });
  });
}
