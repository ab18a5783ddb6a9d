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
    /** From now on it gives no sign of life. */
    hang(): void;
    end(as: WorkerEnd): void;
  }[] = [];
  const notes: string[] = [];
  const kept = keepWorkers(count, {
    timers: time.timers,
    report: (note: SaidError) => notes.push(note.message),
    begin(number, speaks) {
      const [serving, ended] = [deferred<void>(), deferred<WorkerEnd>()];
      const signals: string[] = [];
      let signs = 0;
      let step = 1;
      const hang = () => {
        step = 0;
      };
      begun.push({ number, speaks, signals, serve: serving.resolve, hang, end: ended.resolve });
      return {
        serving: serving.promise,
        ended: ended.promise,
        signs: () => (signs += step),
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
  /** Milliseconds until another one is begun. */
  async function untilBegun(): Promise<number> {
    const [before, from] = [begun.length, time.clock.now()];
    while (begun.length === before) {
      time.pass(100);
      await settled();
    }
    return time.clock.now() - from;
  }
  const waits: number[] = [];
  for (let tried = 0; tried < 7; tried++) {
    waits.push(await untilBegun());
    await last(away);
  }
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
  expect(notes[1]).toBe(
    'process 2 cannot be started again (2), next attempt in 1 s: dcm: the database is away',
  );
  await untilBegun();
  await last('serve');
  await last({ by: 0, why: undefined });
  expect(await untilBegun()).toBe(500);
  expect(begun[0]?.signals).toEqual([]);
  await kept.stop();
  expect([begun[0]?.signals, time.next()]).toEqual([['SIGTERM'], undefined]);
});

it('ends one that hangs, and starts another', async () => {
  const { begun, last, notes, time, kept } = workers(2);
  await last('serve');
  await last('serve');
  time.pass(60_000);
  expect(begun).toHaveLength(2);
  begun[0]?.hang();
  time.pass(11_000);
  await settled();
  expect(notes).toEqual([]);
  time.pass(3000);
  await settled();
  expect([begun[0]?.signals, begun[1]?.signals]).toEqual([['SIGKILL'], []]);
  expect(notes).toEqual([
    'process 1 hangs: it gives no sign of life; it is ended',
    'process 1 has ended (SIGKILL); starting another',
  ]);
  time.pass(500);
  await settled();
  expect(begun.map(({ number }) => number)).toEqual([1, 2, 1]);
  await kept.stop();
});
