import { Agent, get } from 'node:http';
import { expect, it } from 'vitest';
import { measureKeys, questionsTo, slowBank } from './load.testing.js';

/** A bank whose event loop stands still for 300 ms every 2 seconds: no user is spared, and no figure may be. */

const keepAlive = new Agent({ keepAlive: true });
const ask = (url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = performance.now();
    get(url, { agent: keepAlive }, (response) => {
      response.resume().once('end', () => resolve(performance.now() - begun));
    }).once('error', reject);
  });

/** A closed loop: the next request waits for the answer before, and so spares the bank while it pauses. */
async function closedLoop(url: string, ms: number): Promise<number[]> {
  const begun = performance.now();
  const times: number[] = [];
  while (performance.now() - begun < ms) times.push(await ask(url));
  return times.sort((a, b) => a - b);
}

it('shows pauses of the bank that a closed loop hides', async () => {
  const url = await slowBank('pauses');
  const [stage, times] = await Promise.all([
    measureKeys(questionsTo(url), 50, 2.5, 1000),
    closedLoop(url, 2500),
  ]);
  // Seven in a hundred requests are due during a pause, and the first of them waits for all of it.
  expect(stage.all.p99_ms).toBeGreaterThan(200);
  expect(stage.all.max_ms).toBeGreaterThan(250);
  expect(stage.verdict).toBe('held');
  // The closed loop has seen the pause as well, as one request of very many.
  expect(times.at(-1)).toBeGreaterThan(200);
  expect(times[Math.ceil(times.length * 0.99) - 1]).toBeLessThan(200);
  const [worst] = stage.slices.toSorted((a, b) => b.max_ms - a.max_ms);
  expect(worst?.max_ms).toBe(stage.all.max_ms);
});

it('is broken by them if the limit is shorter', async () => {
  const url = await slowBank('pauses');
  const stage = await measureKeys(questionsTo(url), 50, 2.5, 150);
  expect(stage).toMatchObject({ verdict: 'broken', all: { due: 125, failed: 0 } });
  expect(stage.all.in_time).toBeLessThan(124);
});
