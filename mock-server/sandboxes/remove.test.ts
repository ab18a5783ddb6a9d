import { expect, it } from 'vitest';
import { createManualTime } from '../store/manual-time.testing.js';
import { createSandboxes } from './sandboxes.js';
import type { World } from './world.js';

/** Sandboxes whose worlds are nothing but their removal, which fails while the disk or the database is away. */
async function failing() {
  const { clock, timers, pass } = createManualTime();
  const state = { away: true, removed: 0 };
  const world = {
    async remove() {
      if (state.away) throw new Error('away');
      state.removed += 1;
    },
    close: async () => {},
  } as World;
  const problems: unknown[] = [];
  const sandboxes = await createSandboxes({
    worlds: {
      keys: async () => ({}) as never,
      open: async () => world,
      kept: async () => ({ sandboxes: [], damaged: [] }),
      discard: async () => {},
    },
    limits: { most: 5, rows: 1, requestsPerS: 1, journalBytes: 1 },
    clock,
    timers,
    random: (length) => new Uint8Array(length),
    operator: () => ({ who: 'operator' }) as never,
    publicUrl: () => () => '',
    report: (problem) => problems.push(problem),
  });
  const passed = async (ms: number) => {
    pass(ms);
    await new Promise(setImmediate);
  };
  return { sandboxes, state, problems, passed };
}

it('one whose time is over is removed a little later, if it could not be removed at once', async () => {
  const { sandboxes, state, problems, passed } = await failing();
  await sandboxes.create({ name: 'team', ttl_s: 10 });
  await passed(10_000);
  expect(problems).toHaveLength(1);
  expect(sandboxes.list()).toEqual([]);
  await passed(1000);
  expect(problems).toHaveLength(2);
  state.away = false;
  await passed(1000);
  expect(state.removed).toBe(1);
  await sandboxes.create({ name: 'team' });
});

it('one that could not be deleted is still there, and can be deleted once more', async () => {
  const { sandboxes, state } = await failing();
  await sandboxes.create({ name: 'team' });
  await expect(sandboxes.remove('team')).rejects.toThrow('away');
  expect(sandboxes.list()).toHaveLength(1);
  await expect(sandboxes.create({ name: 'team' })).rejects.toThrow('already exists');
  state.away = false;
  await sandboxes.remove('team');
  expect(sandboxes.list()).toEqual([]);
});
