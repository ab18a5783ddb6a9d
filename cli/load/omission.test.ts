import { expect, it } from 'vitest';
import { createHttpTransport } from '../../contract/wire/http.js';
import { systemTime } from '../../mock-server/system.js';
import { program } from '../../program.testing.js';
import { serving } from '../cli.testing.js';
import { keysAt } from './load.testing.js';
import { type MeasureOptions, measure } from './measure.js';
import { createVirtualTime } from './virtual-time.testing.js';

/** A bank whose event loop stands still for 300 ms every 2 seconds: no user is spared, and no figure may be. */

const measureWithin = (limitMs: number, more: Pick<MeasureOptions, 'time' | 'source' | 'pace'>) =>
  measure({
    ...more,
    kinds: ['key'],
    limits: { user_auth: limitMs, key: limitMs, external_id: limitMs, transfer: limitMs },
    fixOf: () => '',
  });

it.each([
  [1000, 'held'],
  [150, 'broken'],
])('pauses show in the 99th percentile; within %d ms they are %s', async (limitMs, verdict) => {
  const { first: url } = await serving([program('cli/load/pausing-bank.testing.ts')]);
  const stage = await measureWithin(limitMs, {
    time: systemTime,
    source: keysAt(url, createHttpTransport(systemTime).send),
    pace: { rate: 50, seconds: 2.5 },
  });
  // At least every tenth request is due during a pause, and the first of them waits for all of it.
  expect(stage.all.p99_ms).toBeGreaterThan(200);
  expect(stage).toMatchObject({ verdict, all: { due: 125, failed: 0 } });
});

it('a closed loop hides them', async () => {
  const { time, run } = createVirtualTime();
  const wait = (ms: number) => new Promise<void>((resolve) => void time.after(ms, resolve));
  /** Two milliseconds, and until the end of a pause. */
  const answer = async () => {
    const pause = 1300 - (time.now() % 2000);
    await wait(pause > 0 && pause <= 300 ? pause + 2 : 2);
  };
  const source = async () => ({ kind: 'key' as const, send: () => answer().then(() => ({})) });

  const stage = await run(measureWithin(1000, { time, source, pace: { rate: 100, seconds: 10 } }));
  expect(stage.all.p50_ms).toBeCloseTo(2, 0);
  expect(stage.all.p99_ms).toBeGreaterThan(270);

  // The next request waits for the answer before: during a pause, one waits instead of thirty.
  const closed = async () => {
    const times: number[] = [];
    const begun = time.now();
    while (time.now() - begun < 10_000) {
      const sent = time.now();
      await answer();
      times.push(time.now() - sent);
    }
    return times.sort((a, b) => a - b);
  };
  const times = await run(closed());
  expect(times.at(-1)).toBeGreaterThan(290);
  expect(times[Math.ceil(times.length * 0.99) - 1]).toBeCloseTo(2, 0);
});
