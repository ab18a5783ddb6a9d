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

const find = (url: string, number: number) =>
  timed(() =>
    expectOk(send({ method: 'GET', url: `${url}/s/bench-${number}/api/v1/.well-known/jwks.json` })),
  );

/** How long a request takes to one of so many: the first one to each, and those after it. */
async function found(url: string, count: number): Promise<{ first: number; later: number }> {
  // The same order on every machine, and none in which they were made.
  const picked = Array.from({ length: requests }, (_, index) => (index * 7919) % count);
  const first: number[] = [];
  const seen = new Set<number>();
  for (const number of picked) {
    const ms = await find(url, number);
    if (!seen.has(number)) first.push(ms);
    seen.add(number);
  }
  const later: number[] = [];
  for (const number of picked) later.push(await find(url, number));
  return { first: median(first), later: median(later) };
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
    const ofFew = await found(url, few);
    const before = await memory();
    await make(count);
    const after = await memory();
    const ofMany = await found(url, count);
    const between = Math.min(portion, Math.floor(count / 2));
    // The compiler is busy with the very first ones.
    const [first, last] = [median(making.slice(few, few + between)), median(making.slice(-between))];
    const each = (after.taken - before.taken) / (count - few);
    const eachResident = (after.rss - before.rss) / (count - few);
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
        { what: `a request to one of ${few}`, figure: `${ofFew.later.toFixed(2)} ms` },
        {
          what: `a request to one of ${count.toLocaleString('en')}`,
          figure: `${ofMany.later.toFixed(2)} ms`,
          ratio: ofMany.later / ofFew.later,
          target,
        },
        { what: 'the first request to one of them', figure: `${ofMany.first.toFixed(2)} ms` },
        { what: 'memory of each', figure: `${(each / kilobyte).toFixed(0)} kB` },
        { what: 'resident memory of each', figure: `${(eachResident / kilobyte).toFixed(0)} kB` },
        {
          what: 'resident memory of the process',
          figure: `${(after.rss / kilobyte / kilobyte).toFixed(0)} MB`,
        },
      ],
    };
  } finally {
    await program.stop();
  }
}
