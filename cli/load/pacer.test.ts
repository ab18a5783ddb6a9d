import { expect, it } from 'vitest';
import { dueIn, keepPace } from './pacer.js';

/** Time that moves when a timer is due, and when somebody is slow. */
function handTime() {
  let now = 0;
  const timers: { at: number; work: () => void }[] = [];
  return {
    time: {
      now: () => now,
      after(ms: number, work: () => void) {
        const timer = { at: now + ms, work };
        timers.push(timer);
        return () => void timers.splice(timers.indexOf(timer), 1);
      },
    },
    pass(ms: number) {
      now += ms;
    },
    /** Runs the timers that are due, however late it is. */
    run() {
      for (let timer = timers.shift(); timer; timer = timers.shift()) {
        now = Math.max(now, timer.at);
        timer.work();
      }
    },
  };
}

it('sends each request when it is due, whatever the ones before it do', async () => {
  const { time, run } = handTime();
  const seen: [number, number, number][] = [];
  const pacer = keepPace(time, { rate: 100, seconds: 0.05 }, (index, dueAt) => {
    // An answer that never comes delays nothing: nobody waits for it here.
    seen.push([index, dueAt, time.now()]);
  });
  run();
  await pacer.ended;
  expect(seen).toEqual([0, 1, 2, 3, 4].map((index) => [index, index * 10, index * 10]));
});

it('makes up for a stall of its own, and tells when the requests were due', () => {
  const { time, run, pass } = handTime();
  const seen: [number, number][] = [];
  keepPace(time, { rate: 100, seconds: 0.06 }, (index, dueAt) => {
    seen.push([dueAt, time.now()]);
    if (index === 1) pass(35);
  });
  run();
  expect(seen).toEqual([
    [0, 0],
    [10, 10],
    [20, 45],
    [30, 45],
    [40, 45],
    [50, 50],
  ]);
});

it('can be stopped', async () => {
  const { time, run } = handTime();
  let seen = 0;
  const pacer = keepPace(time, { rate: 100, seconds: 1 }, () => {
    seen += 1;
    if (seen === 3) pacer.stop();
  });
  run();
  await pacer.ended;
  expect(seen).toBe(3);
});

it('has at least one request', () => {
  expect(dueIn({ rate: 0.1, seconds: 1 })).toBe(1);
  expect(dueIn({ rate: 50, seconds: 60 })).toBe(3000);
});
