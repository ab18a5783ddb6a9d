import { startProgram } from '../child.js';
import { createPlainClient, expectOk } from '../plain-client.js';
import { progress } from '../progress.js';
import { median } from '../statistics.js';
import type { Section } from '../table.js';

const usual = 10_000;
const rows = 100;
/** Sandboxes at the beginning and at the end whose making is compared. */
const portion = 100;
const few = 10;
const requests = 400;
/** The last ones, and one of many, against the first ones, and one of few. */
const target = { atMost: 1.5 };
/** Seconds until all of them rest. */
const restS = 125;
const kilobyte = 1024;

interface Facts {
  readonly url: string;
  readonly rows: number;
}

interface Memory {
  /** Bytes of the heap and beside it, after a collection. */
  readonly taken: number;
  readonly rss: number;
}

const send = createPlainClient({ keepAlive: true });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const fork = (url: string, number: number) =>
  timed(() =>
    expectOk(
      send({
        method: 'POST',
        url: `${url}/control/v1/sandboxes/prepared/fork`,
        body: JSON.stringify({ name: `bench-${number}` }),
      }),
    ),
  );

/** A request that needs nothing but the sandbox, or one that needs its rows and pages. */
const paths = { light: '/api/v1/.well-known/jwks.json', whole: '/control/v1/counterparties' } as const;

/** How long a request takes to one of so many: the median. */
async function found(url: string, count: number, path: keyof typeof paths): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < Math.min(requests, count * 20); index += 1) {
    // The same order on every machine, and none in which they were made.
    const name = `bench-${(index * 7919) % count}`;
    times.push(await timed(() => expectOk(send({ method: 'GET', url: `${url}/s/${name}${paths[path]}` }))));
  }
  return median(times);
}

/** What many sandboxes cost that hold something: to make one, to find one, and the memory that each takes. */
export async function measureSandboxes(count = usual): Promise<Section> {
  const program = await startProgram<Facts>('sandboxes', [String(count), String(rows)]);
  const memory = () => program.ask<Memory>('memory');
  const { url } = program.facts;
  try {
    const making: number[] = [];
    const make = async (upTo: number) => {
      while (making.length < upTo) {
        making.push(await fork(url, making.length));
        if (making.length % 500 === 0) progress(`sandboxes: ${making.length} of ${count}`);
      }
    };
    await make(few);
    const ofFew = await found(url, few, 'light');
    const before = await memory();
    await make(count);
    const after = await memory();
    const ofMany = await found(url, count, 'light');
    progress(`sandboxes: waiting ${restS} s until they rest`);
    await new Promise((resolve) => setTimeout(resolve, restS * 1000));
    const resting = await memory();
    const woken = await found(url, count, 'whole');
    const again = await found(url, count, 'whole');
    const between = Math.min(portion, Math.floor(count / 2));
    // The compiler is busy with the very first ones.
    const [first, last] = [median(making.slice(few, few + between)), median(making.slice(-between))];
    const each = (now: Memory, of: keyof Memory) =>
      `${((now[of] - before[of]) / (count - few) / kilobyte).toFixed(0)} kB`;
    return {
      title: `${count.toLocaleString('en')} sandboxes with ${program.facts.rows} rows each`,
      unit: '',
      lines: [
        { what: `to make one of the first ${between}, by copying`, figure: `${first.toFixed(1)} ms` },
        {
          what: `to make one of the last ${between}`,
          figure: `${last.toFixed(1)} ms`,
          ratio: last / first,
          target,
        },
        { what: `a request to one of ${few}`, figure: `${ofFew.toFixed(2)} ms` },
        {
          what: `a request to one of ${count.toLocaleString('en')}`,
          figure: `${ofMany.toFixed(2)} ms`,
          ratio: ofMany / ofFew,
          target,
        },
        { what: 'a request for its rows, to one at rest', figure: `${woken.toFixed(2)} ms` },
        { what: 'the same once more', figure: `${again.toFixed(2)} ms` },
        { what: 'memory of each, in use', figure: each(after, 'taken') },
        {
          what: 'memory of each, at rest',
          figure: each(resting, 'taken'),
          ratio: (resting.taken - before.taken) / (after.taken - before.taken),
        },
        { what: 'resident memory of each, in use', figure: each(after, 'rss') },
        {
          what: 'resident memory of the process at its end',
          figure: `${(resting.rss / kilobyte / kilobyte).toFixed(0)} MB`,
        },
      ],
    };
  } finally {
    await program.stop();
  }
}
