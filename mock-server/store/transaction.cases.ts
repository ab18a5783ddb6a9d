import { describe, expect, it } from 'vitest';
import type { Desk } from './engine.cases.js';
import { ids, type Note, note, notes } from './notes.testing.js';

export function describeTransactions({ store, put, get, list }: Desk): void {
  describe('transactions', () => {
    it('keeps what the work has put and gives what it returns', async () => {
      expect(await store().write(async (tx) => tx.put(notes, note('a')).then(() => 'done'))).toBe('done');
      expect(await get('a')).toEqual(note('a'));
      expect(await get('b')).toBeUndefined();
    });

    it('keeps nothing of a work that throws, and lets the error and later works through', async () => {
      await put(note('a', { owner: 'ann' }));
      const failed = store().write(async (tx) => {
        await tx.put(notes, note('a', { owner: 'bob' }));
        await tx.put(notes, note('b'));
        await tx.remove(notes, 'a');
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      expect(await list()).toEqual(['a']);
      expect(await list({ index: 'owner', key: 'ann' })).toEqual(['a']);
      await put(note('c'));
      expect(await list()).toEqual(['a', 'c']);
    });

    it('keeps nothing when a function of the collection throws', async () => {
      const broken = { ...note('b'), tags: undefined } as unknown as Note;
      const shouting = {
        ...broken,
        get owner(): string {
          throw new Error('shout');
        },
      };
      await expect(put(note('a'), shouting as Note)).rejects.toThrow('shout');
      expect(await list()).toEqual([]);
    });

    it('runs concurrent writers one after the other', async () => {
      await put(note('sum'));
      const add = () =>
        store().write(async (tx) => {
          const row = await tx.get(notes, 'sum');
          await new Promise(setImmediate);
          await tx.put(notes, note('sum', { amount: (row?.amount ?? 0n) + 1n }));
        });
      await Promise.all(Array.from({ length: 20 }, add));
      expect((await get('sum'))?.amount).toBe(20n);
    });

    it('does not show a reader what a running writer has put', async () => {
      await store().write(async (tx) => {
        await tx.put(notes, note('a', { owner: 'ann' }));
        expect(await list()).toEqual([]);
        expect(await get('a')).toBeUndefined();
      });
      expect(await list()).toEqual(['a']);
    });

    it('shows a reader one state from beginning to end', async () => {
      const before = [note('a', { owner: 'ann' }), note('b', { owner: 'ann' }), note('c')];
      await put(...before);
      await store().read(async (tx) => {
        expect(await tx.get(notes, 'a')).toEqual(before[0]);
        await put(note('a', { owner: 'bob' }), note('aa', { owner: 'ann' }));
        await store().write((writer) => writer.remove(notes, 'b'));
        await put(note('b', { amount: 9n }));
        expect(await tx.page(notes)).toEqual({ rows: before, total: 3 });
        await store().clear();
        await put(note('z'));
        expect(await tx.page(notes)).toEqual({ rows: before, total: 3 });
        expect(await tx.get(notes, 'b')).toEqual(before[1]);
        expect(await tx.get(notes, 'aa')).toBeUndefined();
        expect(ids((await tx.page(notes, { index: 'owner', key: 'ann' })).rows)).toEqual(['a', 'b']);
        expect(await tx.first(notes, 'owner', 'bob')).toBeUndefined();
      });
      expect(await list()).toEqual(['z']);
    });

    it('refuses a transaction after its end', async () => {
      const reader = await store().read(async (tx) => ({ tx }));
      const writer = await store().write(async (tx) => ({ tx }));
      await expect(reader.tx.get(notes, 'a')).rejects.toThrow('has ended');
      await expect(writer.tx.put(notes, note('a'))).rejects.toThrow('has ended');
      await expect(writer.tx.remove(notes, 'a')).rejects.toThrow('has ended');
      expect(await list()).toEqual([]);
    });

    it('gives a reader nothing to write with', async () => {
      const reader = await store().read(async (tx) => tx);
      expect(['put', 'remove'].filter((name) => name in reader)).toEqual([]);
      expect(Object.keys(reader)).toEqual([]);
    });

    it('ends with close, after the writers that were waiting', async () => {
      const last = put(note('a'));
      await store().close();
      await expect(last).resolves.toBeUndefined();
      await expect(get('a')).rejects.toThrow('closed');
      await expect(put(note('b'))).rejects.toThrow('closed');
      await expect(store().clear()).rejects.toThrow('closed');
    });
  });
}
