import { expect, it } from 'vitest';
import type { SaidError } from '../contract/texts/said.js';
import { createManualTime } from '../mock-server/store/manual-time.testing.js';
import { settled } from '../mock-server/world.testing.js';
import { keepWorkers, type WorkerEnd } from './kept-workers.js';

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Processes that begin, serve and end when the test says so. */
function workers(count: number) {
  const time = createManualTime();
  const begun: {
    readonly number: number;
    readonly speaks: boolean;
    readonly signals: string[];
    serve(): void;
    end(as: WorkerEnd): void;
  }[] = [];
  const notes: string[] = [];
  const kept = keepWorkers(count, {
    timers: time.timers,
    report: (note: SaidError) => notes.push(note.message),
    begin(number, speaks) {
      const [serving, ended] = [deferred<void>(), deferred<WorkerEnd>()];
      const signals: string[] = [];
      begun.push({ number, speaks, signals, serve: serving.resolve, end: ended.resolve });
      return {
        serving: serving.promise,
        ended: ended.promise,
        kill(signal) {
          signals.push(signal);
          ended.resolve({ by: signal, why: undefined });
        },
      };
    },
  });
  /** The process that was begun last does something. */
  const last = async (act: 'serve' | WorkerEnd) => {
    const worker = begun.at(-1);
    if (act === 'serve') worker?.serve();
    else worker?.end(act);
    await settled();
  };
  return { time, begun, notes, kept, last };
}

const away: WorkerEnd = { by: 2, why: 'dcm: the database is away\n    at somewhere' };

it('starts the first alone, and the others when it serves', async () => {
  const { begun, last, kept } = workers(3);
  expect(begun.map(({ speaks }) => speaks)).toEqual([true]);
  await last('serve');
  expect(begun.map(({ number, speaks }) => [number, speaks])).toEqual([
    [1, true],
    [2, false],
    [3, false],
  ]);
  await kept.stop();
  expect(begun.map(({ signals }) => signals)).toEqual([['SIGTERM'], ['SIGKILL'], ['SIGKILL']]);
});

it.each([1, 2])('gives up if process %s cannot be started in the first place', async (failing) => {
  const { begun, last, kept, notes } = workers(2);
  if (failing === 2) await last('serve');
  await last(away);
  expect(await kept.failed).toEqual(away);
  await kept.stop();
  expect([begun.length, notes]).toEqual([failing, []]);
});

it('starts one that has ended again and again, less and less often, until it serves', async () => {
  const { begun, last, notes, time, kept } = workers(2);
  await last('serve');
  await last('serve');
  await last({ by: 'SIGKILL', why: undefined });
  expect(notes).toEqual(['process 2 has ended (SIGKILL); starting another']);
  const waits: (number | undefined)[] = [];
  for (let tried = 0; tried < 7; tried++) {
    const began = time.clock.now();
    const next = time.next() ?? began;
    waits.push(next - began);
    time.pass(next - began);
    await settled();
    await last(away);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  expect(notes[1]).toBe(
    'process 2 cannot be started again (2), next attempt in 1 s: dcm: the database is away',
  );
  time.pass(10_000);
  await settled();
  await last('serve');
  await last({ by: 0, why: undefined });
  expect(time.next()).toBe(time.clock.now() + 500);
  expect(begun[0]?.signals).toEqual([]);
  await kept.stop();
  expect([begun[0]?.signals, time.next()]).toEqual([['SIGTERM'], undefined]);
});
