import { describe, expect, it } from 'vitest';
import type { Change } from './change.js';
import { describeEngine } from './engine.cases.js';
import { createMemoryStore } from './memory.js';
import { marks, type Note, note, notes } from './notes.testing.js';

describeEngine('memory store', async () => createMemoryStore([notes, marks]));

describe('onCommit', () => {
  it('is told of every commit that changed something, one change per row', async () => {
    const commits: (readonly Change[])[] = [];
    const store = createMemoryStore([notes, marks], { onCommit: (changes) => commits.push(changes) });
    await store.write((tx) => tx.put(notes, note('a')));
    await store.write(async (tx) => {
      await tx.put(notes, note('b'));
      await tx.put(notes, note('b', { amount: 2n }));
      await tx.remove(notes, 'a');
      await tx.remove(notes, 'nobody');
      await tx.put(marks, { name: 'm' });
    });
    await store.write(async () => {});
    await store.write(async () => Promise.reject(new Error('no'))).catch(() => {});
    await store.clear();
    expect(commits).toEqual([
      [{ kind: 'put', collection: 'notes', key: 'a', row: note('a') }],
      [
        { kind: 'put', collection: 'notes', key: 'b', row: note('b', { amount: 2n }) },
        { kind: 'remove', collection: 'notes', key: 'a' },
        { kind: 'put', collection: 'marks', key: 'm', row: { name: 'm' } },
      ],
      [{ kind: 'clear' }],
    ]);
  });

  it('fails the transaction when it throws', async () => {
    const refuse = () => {
      throw new Error('disk');
    };
    const store = createMemoryStore([notes], { onCommit: refuse });
    await expect(store.write((tx) => tx.put(notes, note('a')))).rejects.toThrow('disk');
    expect((await store.read((tx) => tx.page(notes))).total).toBe(0);
  });
});

describe('createMemoryStore', () => {
  it('refuses two collections of one name', () => {
    expect(() => createMemoryStore([notes, notes])).toThrow('Two collections are named notes');
  });

  it('asks where of the rows under the key only', async () => {
    const asked: string[] = [];
    const store = createMemoryStore([notes]);
    await store.write(async (tx) => {
      for (const id of 'abcdefgh') await tx.put(notes, note(id, { owner: id < 'c' ? 'ann' : 'bob' }));
    });
    const where = ({ id }: Note) => asked.push(id) > 0;
    await store.read((tx) => tx.page(notes, { index: 'owner', key: 'ann', where }));
    expect(asked).toEqual(['a', 'b']);
  });
});
