import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { describe, expect, onTestFinished, test } from 'vitest';
import { systemTime } from '../../mock-server/system.js';
import { createHttpTransport } from './http.js';
import { watchLoop } from './loop.js';

/** How long a peer took is what counts, and not when this program got round to looking. */

/** Time that passes by hand; what is due is done late when it passes in one step. */
function manualTime() {
  let now = 0;
  let due: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    after(ms: number, work: () => void) {
      const timer = { at: now + ms, work };
      due.push(timer);
      return () => {
        due = due.filter((item) => item !== timer);
      };
    },
    /** One step: a program that was busy all the while. */
    stall(ms: number) {
      now += ms;
      const ready = due.filter(({ at }) => at <= now);
      due = due.filter(({ at }) => at > now);
      for (const { work } of ready) work();
    },
    /** Many steps: a program that looks as often as it wants to. */
    pass(ms: number) {
      for (let step = 0; step < ms; step++) this.stall(1);
    },
  };
}

describe('a stopwatch', () => {
  test('reports the time as it passes', () => {
    const time = manualTime();
    const watch = watchLoop(time).start();
    time.pass(700);
    watch.lap();
    time.pass(400);
    expect(watch.waited()).toBe(1100);
    watch.end();
  });

  test('leaves out a stall before something was noticed', () => {
    const time = manualTime();
    const watch = watchLoop(time).start();
    time.pass(100);
    time.stall(5000);
    watch.lap();
    expect(watch.waited()).toBeLessThanOrEqual(100);
    watch.end();
  });

  test('counts a stall that ended long before', () => {
    const time = manualTime();
    const watch = watchLoop(time).start();
    time.stall(500);
    time.pass(800);
    watch.lap();
    // The answer was not there when the program looked again: the peer has taken the whole time.
    expect(watch.waited()).toBe(1300);
    watch.end();
  });

  test('leaves out a stall before its own turn', () => {
    const time = manualTime();
    const watch = watchLoop(time).start();
    time.pass(50);
    time.stall(900);
    watch.lap();
    time.pass(300);
    watch.lap();
    expect(watch.waited()).toBeLessThanOrEqual(350);
    watch.end();
  });
});

/** Keeps this thread busy. */
function block(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** A bank on a thread of its own: it answers after so many milliseconds, whatever the thread of the test does. */
const bankSource = `
  const { createServer } = require('node:http');
  const { parentPort, workerData } = require('node:worker_threads');
  const server = createServer((_request, response) => {
    setTimeout(() => response.end('{"key":"k"}'), workerData.delayMs);
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

async function bankAfter(delayMs: number): Promise<(timeoutMs: number) => Promise<{ ms?: number }>> {
  const worker = new Worker(bankSource, { eval: true, workerData: { delayMs } });
  const [port] = (await once(worker, 'message')) as [number];
  const transport = createHttpTransport(systemTime);
  onTestFinished(async () => {
    transport.close();
    await worker.terminate();
  });
  const url = `http://127.0.0.1:${port}/key`;
  return (timeoutMs) => transport.send({ method: 'GET', url, headers: {}, timeoutMs });
}

describe('with a thread that is blocked,', () => {
  test('an answer that came in time is in time', async () => {
    const ask = await bankAfter(100);
    await ask(5000);
    const asked = ask(500);
    // The question is on its way when the thread is blocked beyond the limit.
    await new Promise((resolve) => setTimeout(resolve, 20));
    block(1500);
    expect((await asked).ms).toBeLessThan(500);
  });

  test('an answer that never comes is still given up', async () => {
    const ask = await bankAfter(60_000);
    const asked = ask(400);
    const ended = expect(asked).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    block(800);
    await ended;
  });

  test('an answer after the limit is late', async () => {
    const ask = await bankAfter(1200);
    const asked = ask(500);
    const ended = expect(asked).rejects.toThrow('no answer within 500 ms');
    block(300);
    await ended;
  });
});
