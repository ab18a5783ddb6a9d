import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { SaidError } from '../../contract/texts/said.js';
import { createFront } from './front.js';
import type { Passed } from './hop.js';

/** A process that passes on every request to the one that serves the world, with what comes of it. */
function createPassing(outcomes: () => Passed) {
  const said: string[] = [];
  const sent: { status: number; body: string }[] = [];
  const tried: string[] = [];
  const front = createFront({
    owned: { placeOf: async () => ({ there: 'http://10.0.0.5:4010' }), forget: () => true },
    hops: {
      accept: () => false,
      refuse: () => {},
      async pass(origin) {
        tried.push(origin);
        return outcomes();
      },
    },
    self: () => 'http://10.0.0.4:4010',
    worldOf: () => '',
    exists: async () => true,
    timers: {
      after(_ms, work) {
        setImmediate(work);
        return () => {};
      },
    },
    report: (error) => said.push(error instanceof SaidError ? error.said.en : String(error)),
  });

  /** Sends a request, and waits for what the front itself says; undefined if it was passed on. */
  const ask = (method: string) =>
    new Promise<number>((resolve) => {
      const request = Object.assign(Readable.from([]), { method, url: '/', headers: {} });
      const response = {
        writeHead: (status: number) => sent.push({ status, body: '' }),
        end: () => resolve(sent.at(-1)?.status ?? 0),
        setHeader: () => {},
      };
      front(
        request as unknown as IncomingMessage,
        response as unknown as ServerResponse<IncomingMessage> & { req: IncomingMessage },
      );
    });
  return { ask, said, tried };
}

test('a process that cannot be reached is tried for a while, and said once', async () => {
  const { ask, said, tried } = createPassing(() => 'unreached');
  expect(await ask('GET')).toBe(503);
  expect(tried).toHaveLength(50);
  expect(await ask('POST')).toBe(503);
  expect(said).toEqual([
    expect.stringMatching(/^the process at http:\/\/10\.0\.0\.5:4010 serves a state and/),
  ]);
});

test('what may have been carried out is sent again only if it changes nothing', async () => {
  const reading = createPassing(() => 'unknown');
  expect(await reading.ask('GET')).toBe(503);
  expect(reading.tried).toHaveLength(50);
  const changing = createPassing(() => 'unknown');
  expect(await changing.ask('POST')).toBe(503);
  expect(changing.tried).toHaveLength(1);
});

test('one that gives the world to another one is nothing to complain about', async () => {
  const { ask, said } = createPassing(() => 'not-there');
  expect(await ask('POST')).toBe(503);
  expect(said).toEqual([]);
});
