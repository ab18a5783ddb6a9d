import { describe, expect, it } from 'vitest';
import { describeEngine } from './engine.cases.js';
import { createManualTime } from './manual-time.testing.js';
import { marks, note, notes } from './notes.testing.js';
import { createRestingStore } from './resting.js';

const never = { timers: { after: () => () => {} }, afterMs: 1000 };
/** It rests after each transaction, as soon as no other one is under way. */
const always = {
  timers: {
    after(_ms: number, work: () => void) {
      work();
      return () => {};
    },
  },
  afterMs: 1000,
};

describeEngine('resting store that never rests', async () => createRestingStore([notes, marks], never));
describeEngine('resting store that always rests', async () => createRestingStore([notes, marks], always));

describe('a resting store', () => {
  it('rests when it was not used for a while, not before, and comes back by the next transaction', async () => {
    const { timers, pass } = createManualTime();
    const store = createRestingStore([notes, marks], { timers, afterMs: 1000 });
    const rows = [
      note('a', { owner: 'ann', amount: 12345678901234567890n, limit: -1n }),
      note('b', { tags: ['x', '\ud800 "\u2028'] }),
    ];
    await store.write(async (tx) => {
      for (const row of rows) await tx.put(notes, row);
    });
    pass(600);
    await store.read((tx) => tx.get(notes, 'a'));
    pass(600);
    expect(store.rests).toBe(false);
    pass(1000);
    expect(store.rests).toBe(true);
    expect((await store.read((tx) => tx.page(notes))).rows).toEqual(rows);
    expect(store.rests).toBe(false);
    pass(1000);
    expect(store.rests).toBe(true);
    await store.close();
    await expect(store.read((tx) => tx.page(notes))).rejects.toThrow('The store is closed');
  });

  it('does not rest within a transaction, nor with too many rows', async () => {
    const { timers, pass } = createManualTime();
    const store = createRestingStore([notes, marks], { timers, afterMs: 1000 });
    await store.write((tx) => tx.put(notes, note('a')));
    await store.read(async (tx) => {
      pass(1000);
      expect(store.rests).toBe(false);
      expect((await tx.page(notes)).total).toBe(1);
    });
    pass(1000);
    expect(store.rests).toBe(true);
    await store.write(async (tx) => {
      for (let count = 0; count < 2000; count += 1) await tx.put(notes, note(`n${count}`));
    });
    pass(10_000);
    expect(store.rests).toBe(false);
    await store.close();
  });

  it('is closed without being unpacked if nobody needs its rows', async () => {
    const { timers, pass } = createManualTime();
    const store = createRestingStore([notes, marks], { timers, afterMs: 1000 });
    await store.write((tx) => tx.put(notes, note('a')));
    store.forgo();
    expect((await store.read((tx) => tx.page(notes))).total).toBe(1);
    pass(1000);
    // It was used meanwhile.
    pass(1000);
    expect(store.rests).toBe(true);
    store.forgo();
    expect((await store.read((tx) => tx.page(notes))).total).toBe(0);
    await store.close();
  });
});
