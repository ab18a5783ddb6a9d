import { describe, expect, it } from 'vitest';
import type { ChangeLog } from './change-log.js';
import { createManualTime } from './manual-time.testing.js';
import { createWriter } from './writer.js';

/** Let what was started by a timer come to its end: nothing here waits for the outside. */
const settle = () => new Promise(setImmediate);

/** A writer on a disk whose writes take `appendMs` and `snapshotMs`, and that notes when it wrote what. */
function createDesk({ appendMs = 0, snapshotMs = 0, snapshotBytes = 0, logFloor = 1_000_000 }) {
  const time = createManualTime();
  const written: string[] = [];
  let spent = { append: 0, snapshot: 0 };
  let failing = false;
  let size = 0;
  let former = 0;

  function take(what: 'append' | 'snapshot', ms: number): void {
    if (failing) throw new Error('disk');
    time.pass(ms);
    spent = { ...spent, [what]: spent[what] + ms };
  }

  const log: ChangeLog = {
    get size() {
      return size + former;
    },
    async append(lines) {
      take('append', appendMs);
      written.push(lines);
      size += lines.length;
    },
    async rotate() {
      written.push('rotate');
      former = size;
      size = 0;
    },
    async dropFormer() {
      written.push('drop');
      former = 0;
    },
    async remove() {
      written.push('remove');
      size = former = 0;
    },
  };
  const snapshot = {
    size: snapshotBytes,
    async write() {
      take('snapshot', snapshotMs);
      written.push('snapshot');
    },
  };
  const lock = { check: async () => {}, renew: async () => {} };
  const reported: unknown[] = [];
  const report = (error: unknown) => reported.push(error);
  return {
    writer: createWriter({ log, snapshot, lock, ...time, report, logFloor }),
    time,
    written,
    reported,
    spent: () => spent,
    fail: (now: boolean) => {
      failing = now;
    },
  };
}

describe('createWriter', () => {
  it('gathers what comes within 50 ms into one append', async () => {
    const { writer, time, written } = createDesk({});
    writer.add('a');
    time.pass(49);
    writer.add('b');
    expect(written).toEqual([]);
    time.pass(1);
    await writer.idle();
    expect(written).toEqual(['ab']);
    expect(time.next()).toBeUndefined();
  });

  it('appends one at a time, and afterwards what came meanwhile', async () => {
    const { writer, time, written } = createDesk({});
    writer.add('a');
    time.pass(50);
    writer.add('b');
    time.pass(50);
    expect(time.next()).toBe(1000);
    await settle();
    expect(written).toEqual(['a']);
    time.pass(450);
    await settle();
    expect(written).toEqual(['a', 'b']);
  });

  it('spends at most a tenth of the time on appends', async () => {
    const { writer, time, spent } = createDesk({ appendMs: 60 });
    while (time.clock.now() < 60_000) {
      writer.add('line');
      time.pass(10);
      await settle();
    }
    expect(spent().append).toBeGreaterThan(4_500);
    expect(spent().append).toBeLessThanOrEqual(6_060);
  });

  it('is never more than a second and a write behind', async () => {
    const { writer, time, written } = createDesk({ appendMs: 5_000 });
    writer.add('a');
    time.pass(50);
    await settle();
    writer.add('b');
    time.pass(1_000);
    await settle();
    expect(written).toEqual(['a', 'b']);
  });

  it('spends at most a tenth of the time on snapshots, however fast the log grows', async () => {
    const { writer, time, spent, written } = createDesk({ snapshotMs: 700, logFloor: 1 });
    while (time.clock.now() < 70_000) {
      writer.add('line');
      time.pass(10);
      await settle();
    }
    expect(spent().snapshot).toBeGreaterThan(6_000);
    expect(spent().snapshot).toBeLessThanOrEqual(7_700);
    expect(written.filter((what) => what === 'rotate')).toHaveLength(spent().snapshot / 700);
  });

  it.each([
    ['the floor', { snapshotBytes: 5, logFloor: 20 }],
    ['the snapshot', { snapshotBytes: 20, logFloor: 5 }],
  ])('rewrites the snapshot when the log is larger than %s', async (_what, sizes) => {
    const { writer, time, written } = createDesk(sizes);
    for (const line of ['0123456789', '0123456789', 'x']) {
      writer.add(line);
      time.pass(50);
      await writer.idle();
    }
    expect(written).toEqual(['0123456789', '0123456789', 'x', 'rotate', 'snapshot', 'drop']);
  });

  it('reports an append that failed and tries again within a second', async () => {
    const { writer, time, written, reported, fail } = createDesk({});
    fail(true);
    writer.add('a');
    time.pass(50);
    await writer.idle();
    expect(reported).toHaveLength(1);
    fail(false);
    writer.add('b');
    time.pass(1_000);
    await writer.idle();
    expect(written).toEqual(['ab']);
  });

  it('writes the snapshot at the end and leaves no log and no timer', async () => {
    const { writer, time, written } = createDesk({});
    writer.add('a');
    await writer.close();
    expect(written).toEqual(['a', 'snapshot', 'remove']);
    expect(time.next()).toBeUndefined();
  });

  it('writes nothing at the end when there is nothing to write', async () => {
    const { writer, written } = createDesk({});
    await writer.close();
    expect(written).toEqual(['remove']);
  });

  it('rejects close when the state cannot be written', async () => {
    const { writer, fail } = createDesk({});
    writer.add('a');
    fail(true);
    await expect(writer.close()).rejects.toThrow('disk');
  });
});
