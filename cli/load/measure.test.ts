import { expect, it } from 'vitest';
import { type MeasureOptions, measure } from './measure.js';
import type { Hit } from './shot.js';
import { createVirtualTime } from './virtual-time.testing.js';

const limitMs = 1000;
const limits = { user_auth: limitMs, key: limitMs, external_id: limitMs, transfer: 5000 };

/** Measures a bank that answers each request after so many milliseconds, by its number. */
function measured(
  answer: (index: number) => number | (Hit & { ms: number }),
  more: Partial<MeasureOptions> = {},
) {
  const { time, run } = createVirtualTime();
  let underWay = 0;
  let most = 0;
  const source = async (index: number) => ({
    kind: 'key' as const,
    async send(): Promise<Hit> {
      underWay += 1;
      most = Math.max(most, underWay);
      const given = answer(index);
      const { ms, ...hit } = typeof given === 'number' ? { ms: given } : given;
      await new Promise<void>((resolve) => void time.after(ms, resolve));
      underWay -= 1;
      return hit;
    },
  });
  const pace = { rate: 100, seconds: 1 };
  return run(measure({ time, source, pace, kinds: ['key'], limits, fixOf: () => 'a fix', ...more })).then(
    (stage) => ({ stage, most }),
  );
}

it('gives the figures of a bank that is in time', async () => {
  const { stage, most } = await measured((index) => index + 1);
  expect(stage).toMatchObject({
    verdict: 'held',
    rate: 100,
    cut: false,
    all: { due: 100, in_time: 100, failed: 0, max_ms: 100 },
    generator: { max_ms: 0, to_blame: 0 },
    faults: [],
  });
  expect(stage.kinds).toMatchObject([{ kind: 'key', limit_ms: 1000, due: 100, max_ms: 100 }]);
  expect(stage.all.p50_ms).toBeCloseTo(50, 0);
  expect(stage.all.p99_ms).toBeCloseTo(99, 0);
  // Requests go out when they are due, not when the ones before are answered.
  expect(most).toBeGreaterThan(5);
});

it('counts a wrong answer as not in time, however fast', async () => {
  const fault = { fault: 'server-error', example: 'HTTP 500' } as const;
  const { stage } = await measured((index) => (index % 10 === 0 ? { ms: 1, fault } : 1));
  expect(stage).toMatchObject({ verdict: 'broken', all: { due: 100, in_time: 90, failed: 10 } });
  expect(stage.faults).toEqual([{ kind: 'key', ...fault, count: 10, fix: 'a fix' }]);
});

it('does not let refusals make the times look better', async () => {
  const fault = { fault: 'client-error', example: 'HTTP 429' } as const;
  const { stage } = await measured((index) => (index % 2 === 0 ? { ms: 0, fault } : 800));
  expect(stage.all.p50_ms).toBeCloseTo(800, -1);
});

it('lets the bank wait for no more than a thousand, and counts the wait', async () => {
  const { stage, most } = await measured(() => 4000, { pace: { rate: 1000, seconds: 2 } });
  expect(most).toBe(1000);
  expect(stage).toMatchObject({ verdict: 'broken', all: { in_time: 0 }, generator: { to_blame: 0 } });
  expect(stage.all.max_ms).toBeGreaterThan(6000);
});

it('blames itself, not the bank, for what it was too busy to notice', async () => {
  // The answer came after 10 ms, and was read after 1.5 s.
  const { stage } = await measured((index) => (index < 5 ? { ms: 1500, peerMs: 10 } : 10));
  expect(stage).toMatchObject({ verdict: 'not-measured', all: { in_time: 95 }, generator: { to_blame: 5 } });
  expect(stage.generator.max_ms).toBeCloseTo(1490, -1);
  // It was late with the request itself, and the answer took long as well: nobody knows how long without that.
  const { stage: both } = await measured((index) => (index < 5 ? { ms: 3000, peerMs: 1400 } : 10));
  expect(both).toMatchObject({ verdict: 'not-measured', generator: { to_blame: 5 } });
  const { stage: slow } = await measured((index) => (index < 5 ? { ms: 1500, peerMs: 1500 } : 10));
  expect(slow).toMatchObject({ verdict: 'broken', generator: { to_blame: 0 } });
});

it('blames itself for what this machine could not send', async () => {
  const fault = { fault: 'generator', example: 'EMFILE' } as const;
  const { stage } = await measured((index) => (index < 5 ? { ms: 1, fault } : 1));
  expect(stage).toMatchObject({ verdict: 'not-measured', generator: { to_blame: 5 } });
});

it('ends a search early where the limit is broken for certain', async () => {
  const { stage } = await measured(() => 1200, { cutWhenLost: true, pace: { rate: 100, seconds: 10 } });
  expect(stage).toMatchObject({ verdict: 'broken', cut: true, seconds: 10 });
  expect(stage.all.due).toBeLessThan(200);
});

it('shows over time what happened when', async () => {
  const { stage } = await measured((index) => (index >= 200 && index < 300 ? 500 : 5), {
    pace: { rate: 100, seconds: 4 },
  });
  expect(stage.slices.map(({ at_s, due, max_ms }) => [at_s, due, Math.round(max_ms)])).toEqual([
    [0, 100, 5],
    [1, 100, 5],
    [2, 100, 500],
    [3, 100, 5],
  ]);
});

it('tells an error of its own', async () => {
  const failing = measure({
    time: createVirtualTime().time,
    source: async () => {
      throw new Error('no key');
    },
    pace: { rate: 100, seconds: 1 },
    kinds: ['key'],
    limits,
    fixOf: () => '',
  });
  await expect(failing).rejects.toThrow('no key');
});
