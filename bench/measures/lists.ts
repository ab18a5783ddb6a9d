import { type Program, startProgram } from '../child.js';
import { progress } from '../progress.js';
import { interleaved, median } from '../statistics.js';
import type { Line, Section } from '../table.js';

const rounds = 15;
const few = { transfers: 100, customers: 100 };
const many = { transfers: 100_000, customers: 10_000 };
/** A filter looks at each row of the list, for some milliseconds at 100,000 of them. */
const target = { atMost: 10 };

interface Facts {
  readonly url: string;
  readonly token: string;
  readonly asked: readonly { readonly what: string; readonly path: string }[];
}

/** Milliseconds of one page of every list under every filter, with few and with many rows stored. */
export async function measureLists(): Promise<Section> {
  progress(`lists: storing ${many.transfers} transfers and ${many.customers} customers`);
  const [small, large] = await Promise.all(
    [few, many].map(({ transfers, customers }) =>
      startProgram<Facts>('lists', [String(transfers), String(customers)]),
    ),
  );
  if (!small || !large) throw new Error('both programs are needed');
  try {
    const lines: Line[] = [];
    for (const [index, { what }] of large.facts.asked.entries()) {
      progress(`lists: ${what}`);
      const candidates = { few: () => ask(small, index), many: () => ask(large, index) };
      await interleaved(5, candidates, () => {});
      const times = await interleaved(rounds, candidates, () => {});
      lines.push({
        what,
        figure: `${median(times.few).toFixed(1)} → ${median(times.many).toFixed(1)}`,
        ratio: median(times.many) / median(times.few),
        target,
      });
    }
    return {
      title: `A filtered page: ${few.transfers} and ${many.transfers.toLocaleString('en')} transfers`,
      unit: 'ms',
      lines,
      notes: [
        `customers, entities and requests: ${few.customers} and ${many.customers.toLocaleString('en')}`,
      ],
    };
  } finally {
    await Promise.all([small.stop(), large.stop()]);
  }
}

async function ask({ facts }: Program<Facts>, index: number): Promise<number> {
  const { what, path } = facts.asked[index] ?? { what: '', path: '' };
  const began = performance.now();
  const response = await fetch(facts.url + path, { headers: { authorization: `bearer ${facts.token}` } });
  await response.arrayBuffer();
  const took = performance.now() - began;
  if (response.status !== 200) throw new Error(`${what}: HTTP ${response.status}`);
  return took;
}
