import { describe, expect, it } from 'vitest';
import { program } from '../../program.testing.js';
import { end, start } from '../cli.testing.js';
import { measure } from './measure.js';
import { climb } from './ramp.js';
import { createVirtualTime } from './virtual-time.testing.js';

/** How far one number is from another, as a part of it. */
const apart = (one: number, other: number) => Math.abs(one - other) / other;

const search = { from: 10, to: 400, seconds: 2, limitMs: 200 };
/** Milliseconds that a bank takes for a request, one after the other. */
const serviceMs = 10;

/** Of a queue, by arithmetic alone: no clock, no requests, no histogram. */
function percentile99(rate: number): number {
  let free = 0;
  const times = Array.from({ length: Math.round(rate * search.seconds) }, (_, index) => {
    const due = (index * 1000) / rate;
    free = Math.max(free, due) + serviceMs;
    return free - due;
  });
  return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? 0;
}

function highestByArithmetic(): number {
  let rate = search.from;
  while (percentile99(rate + 0.5) <= search.limitMs) rate += 0.5;
  return rate;
}

it('finds the highest rate of a bank that works on one request at a time', async () => {
  const { time, run } = createVirtualTime();
  const wait = (ms: number) => new Promise<void>((resolve) => void time.after(ms, resolve));
  const { seconds, limitMs } = search;
  const limits = { user_auth: limitMs, key: limitMs, external_id: limitMs, transfer: limitMs };
  const p99 = new Map<number, number>();
  const found = await run(
    climb(search, async (rate) => {
      let free = 0;
      const source = async () => ({
        kind: 'key' as const,
        async send() {
          free = Math.max(free, time.now()) + serviceMs;
          await wait(free - time.now());
          return {};
        },
      });
      const pace = { rate, seconds };
      const stage = await measure({ time, source, pace, kinds: ['key'], limits, fixOf: () => '' });
      p99.set(rate, stage.all.p99_ms);
      return stage.verdict;
    }),
  );
  expect(apart(found ?? 0, highestByArithmetic())).toBeLessThan(0.06);
  // Every figure on the way, too, whether held or not.
  expect(p99.size).toBeGreaterThan(5);
  for (const [rate, ms] of p99) expect(apart(ms, percentile99(rate)), `${rate}/s`).toBeLessThan(0.02);
});

/** Takes minutes, and a machine that does nothing else: LOAD_AGREES=1 npx vitest run cli/load/agreement.test.ts */
describe.runIf(process.env.LOAD_AGREES !== undefined)(
  'agrees with another generator about the reference bank',
  () => {
    it('within a fifth', { timeout: 30 * 60_000 }, async () => {
      const { code, out, err } = await end(start([program('cli/load/agreement.testing.ts')]));
      expect({ code, err }).toEqual({ code: 0, err: '' });
      console.log(out);
      const { found, independent } = JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<
        string,
        number
      >;
      expect(apart(found ?? 0, independent ?? 0)).toBeLessThan(0.2);
    });
  },
);
