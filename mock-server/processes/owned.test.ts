import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { createManualTime } from '../store/manual-time.testing.js';
import { settled } from '../world.testing.js';
import type { OwnWorld } from './own-world.js';
import { createOwned } from './owned.js';

/** A process that opens worlds of which it is told what they do, and when they have closed. */
function createProcess(canRest: () => Promise<boolean> = async () => true, orphans: readonly string[] = []) {
  const time = createManualTime();
  const happened: string[] = [];
  let finish = () => {};
  const owned = createOwned({
    worlds: {
      claim: async (name) => {
        happened.push(`claim ${name}`);
        return { world: 1, epoch: 1, clean: true };
      },
      owns: async () => true,
      ownerOf: async () => undefined,
      release: async (_process, name) => void happened.push(`release ${name ?? 'all'}`),
      orphans: async () => orphans,
    },
    processes: { hung: async () => [], living: async () => [], leave: async () => {} },
    process: () => 1,
    open: async (name) => {
      if (name === 'damaged') throw new Error('it cannot be opened');
      return {
        serve: () => happened.push(`serve ${name}`),
        canRest,
        end: () => {},
        close: () =>
          new Promise((resolve) => {
            happened.push(`close ${name}`);
            finish = resolve;
          }),
      };
    },
    hung: () => {},
    timers: time.timers,
    restAfterMs: 60_000,
    report: (error) => happened.push(String(error)),
  });

  /** Sends a request; what is returned ends it. */
  async function request(): Promise<() => void> {
    const place = await owned.placeOf('team');
    const { serve } = (place as { here: OwnWorld }).here;
    const response = new EventEmitter();
    serve({} as IncomingMessage, response as ServerResponse & { req: IncomingMessage });
    return () => response.emit('close');
  }

  const pass = async (ms: number) => {
    time.pass(ms);
    await settled();
  };
  return { owned, happened, request, pass, finish: () => finish() };
}

const opened = ['claim team', 'serve team'];

test('a world that nobody uses is closed and given back, and opened again by the next request', async () => {
  const { happened, request, pass, finish } = createProcess();
  (await request())();
  await pass(59_000);
  expect(happened).toEqual(opened);
  await pass(1000);
  expect(happened).toEqual([...opened, 'close team']);
  const next = request();
  await settled();
  expect(happened).toEqual([...opened, 'close team']);
  finish();
  (await next)();
  expect(happened).toEqual([...opened, 'close team', 'release team', ...opened]);
});

test('one that is used stays: a request that waits is use', async () => {
  const { happened, request, pass } = createProcess();
  const end = await request();
  await pass(600_000);
  expect(happened).toEqual(opened);
  end();
  await pass(120_000);
  expect(happened).toEqual([...opened, 'close team']);
});

test('one that has something to do of itself stays until it is done', async () => {
  let canRest = false;
  const { happened, request, pass } = createProcess(async () => canRest);
  (await request())();
  await pass(600_000);
  expect(happened).toEqual(opened);
  canRest = true;
  await pass(120_000);
  expect(happened).toEqual([...opened, 'close team']);
});

test('one of which it cannot be known whether it may be closed stays', async () => {
  const { happened, request, pass } = createProcess(async () => {
    throw new Error('the database is away');
  });
  (await request())();
  await pass(600_000);
  expect(happened).toEqual(opened);
});

test('the process ends after what is being closed', async () => {
  const { owned, happened, request, pass, finish } = createProcess();
  (await request())();
  await pass(60_000);
  const ended = owned.close().then(() => happened.push('ended'));
  await settled();
  expect(happened).toEqual([...opened, 'close team']);
  finish();
  await ended;
  expect(happened).toEqual([...opened, 'close team', 'release team', 'release all', 'ended']);
});

test('what a process that died has left is taken over; one that cannot be opened keeps none waiting', async () => {
  const { owned, happened, pass } = createProcess(undefined, ['damaged', 'other']);
  await pass(1000);
  expect(happened).toEqual(['claim damaged', 'claim other']);
  expect(await owned.placeOf('other')).toMatchObject({ here: {} });
});
