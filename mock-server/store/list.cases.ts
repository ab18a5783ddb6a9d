import { describe, expect, it } from 'vitest';
import type { Query } from '../domain/store.js';
import type { Desk } from './engine.cases.js';
import { ids, type Note, note, notes } from './notes.testing.js';

export function describeLists({ store, put, page, list }: Desk): void {
  describe('lists', () => {
    it('sorts by sort, ties by key, whatever the order of insertion', async () => {
      await put(
        note('c', { at: '1' }),
        note('a', { at: '2' }),
        note('b', { at: '1' }),
        note('d', { at: '0' }),
      );
      expect(await list()).toEqual(['d', 'b', 'c', 'a']);
      expect(await list({ order: 'desc' })).toEqual(['a', 'c', 'b', 'd']);
    });

    it.each<[Query<Note>, string[]]>([
      [{}, ['a', 'b', 'c', 'd']],
      [{ limit: 2 }, ['a', 'b']],
      [{ offset: 1, limit: 2 }, ['b', 'c']],
      [{ offset: 3, limit: 2 }, ['d']],
      [{ offset: 9 }, []],
      [{ limit: 0 }, []],
      [{ order: 'desc', limit: 2 }, ['d', 'c']],
      [{ order: 'desc', offset: 3, limit: 5 }, ['a']],
      [{ order: 'desc', offset: 9, limit: 5 }, []],
    ])('cuts %j out of four rows', async (query, expected) => {
      await put(...['d', 'b', 'a', 'c'].map((id) => note(id)));
      expect(await list(query)).toEqual(expected);
      expect((await page(query)).total).toBe(4);
      const everything = { ...query, where: () => true };
      expect(await page(everything)).toEqual(await page(query));
    });

    it.each<[Query<Note>, string[], number]>([
      [{ after: '1' }, ['c', 'd'], 2],
      [{ after: '1', limit: 1 }, ['c'], 2],
      [{ after: '1', order: 'desc' }, ['a'], 1],
      [{ after: '9', order: 'desc', offset: 1, limit: 2 }, ['c', 'b2'], 4],
      [{ after: '3' }, [], 0],
      [{ after: '', order: 'asc', limit: 2 }, ['a', 'b'], 3],
      [{ after: '15' }, ['c', 'd'], 2],
    ])('gives what follows a position: %j', async (query, expected, total) => {
      await put(...['a', 'b', 'c', 'd'].map((id, at) => note(id, { at: `${at}` })), note('b2', { at: '1' }));
      expect([await list(query), (await page(query)).total]).toEqual([expected, total]);
      expect(await page({ ...query, where: () => true })).toEqual(await page(query));
    });

    it('counts the matches of where before offset and limit', async () => {
      await put(...[1n, 2n, 3n, 4n, 5n].map((amount) => note(`n${amount}`, { amount, owner: 'ann' })));
      const odd = ({ amount }: Note) => amount % 2n === 1n;
      const found = await page({
        index: 'owner',
        key: 'ann',
        where: odd,
        order: 'desc',
        offset: 1,
        limit: 1,
      });
      expect(found).toEqual({ rows: [note('n3', { amount: 3n, owner: 'ann' })], total: 3 });
    });

    it('asks where of rows as they are after replacement, removal and insertion in between', async () => {
      const small = { where: ({ amount }: Note) => amount >= 1n && amount <= 2n };
      await put(...['a', 'c', 'e'].map((id) => note(id, { amount: 1n, owner: 'ann' })));
      expect(await list(small)).toEqual(['a', 'c', 'e']);
      await put(note('c', { amount: 3n, owner: 'ann' }));
      expect(await list(small)).toEqual(['a', 'e']);
      await store().write(async (tx) => {
        await tx.remove(notes, 'a');
        await tx.put(notes, note('b', { amount: 2n }));
        await tx.put(notes, note('d', { amount: 2n, owner: 'bob' }));
      });
      expect(await list({ ...small, order: 'desc' })).toEqual(['e', 'd', 'b']);
      expect(await list({ ...small, order: 'desc', offset: 1, limit: 1 })).toEqual(['d']);
      await store().clear();
      await put(note('z', { amount: 2n }));
      expect(await list(small)).toEqual(['z']);
    });

    it('shows a writer its own puts and removes', async () => {
      await put(...['a', 'c', 'e'].map((id) => note(id, { owner: 'ann' })), note('x', { owner: 'bob' }));
      await store().write(async (tx) => {
        await tx.put(notes, note('b', { owner: 'ann' }));
        await tx.put(notes, note('c', { owner: 'bob' }));
        await tx.remove(notes, 'e');
        await tx.put(notes, note('x', { owner: 'ann' }));
        const mine = await tx.page(notes, { index: 'owner', key: 'ann', offset: 1, limit: 1 });
        expect(mine).toEqual({ rows: [note('b', { owner: 'ann' })], total: 3 });
        const all = await tx.page(notes, { order: 'desc' });
        expect([ids(all.rows), all.total]).toEqual([['x', 'c', 'b', 'a'], 4]);
        expect((await tx.first(notes, 'owner', 'bob'))?.id).toBe('c');
        expect(await tx.get(notes, 'e')).toBeUndefined();
        await tx.put(notes, note('e', { at: '0' }));
        expect((await tx.page(notes, { where: ({ id }) => id !== 'a' })).rows.map(({ id }) => id)).toEqual([
          'e',
          'b',
          'c',
          'x',
        ]);
      });
      expect(await list()).toEqual(['e', 'a', 'b', 'c', 'x']);
    });

    it('is empty after clear', async () => {
      await put(note('a', { owner: 'ann' }));
      await store().clear();
      expect(await page()).toEqual({ rows: [], total: 0 });
      expect(await list({ index: 'owner', key: 'ann' })).toEqual([]);
      await put(note('b', { owner: 'ann' }));
      expect(await list({ index: 'owner', key: 'ann' })).toEqual(['b']);
    });

    it('gives lists that nothing changes later', async () => {
      await put(note('a'));
      const { rows } = await page();
      await put(note('b'), note('a', { amount: 1n }));
      expect(rows).toEqual([note('a')]);
    });
  });
}
