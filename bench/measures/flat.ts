import { startProgram } from '../child.js';
import { progress } from '../progress.js';
import { median } from '../statistics.js';
import type { Section } from '../table.js';
import { type Facts, transfer } from './transfers.js';

const usual = 100_000;
const senders = 8;
/** Transfers between two looks at the clocks. */
const portion = 500;
/** The last tenth against the first one. */
const target = { atMost: 1.15 };
const megabyte = 1024 * 1024;

interface Usage {
  /** Microseconds of processor time since the start. */
  readonly cpu: number;
  readonly rss: number;
  readonly heap: number;
}

/**
 * Whether a transfer costs the same after 100,000 of them, in processor time of the mock and the reference bank: of
 * the wall a busy machine takes as much as it likes. The memory grows by the transfers that are stored, since what
 * users store is theirs to keep; the journal does not.
 */
export async function measureFlat(transfers = usual): Promise<Section> {
  progress('flat: walking the plan up to funded customers');
  const program = await startProgram<Facts>('transfers', [String(senders), 'one']);
  const usage = () => program.ask<Usage>('usage');
  const costs: number[] = [];
  const heaps: number[] = [];
  let before = await usage();
  try {
    for (let done = 0; done < transfers; done += portion) {
      const line = async (from: number) => {
        for (let count = from; count < portion; count += senders) await transfer(program.facts, from);
      };
      await Promise.all(Array.from({ length: senders }, (_none, index) => line(index)));
      const now = await usage();
      costs.push((now.cpu - before.cpu) / portion);
      heaps.push(now.heap);
      before = now;
      progress(`flat: ${done + portion} of ${transfers}, ${costs.at(-1)?.toFixed(0)} µs each`);
    }
    // The compiler is busy at the beginning, so the tenths are those after a warm-up.
    const warm = costs.slice(Math.floor(costs.length / 50));
    const tenth = Math.floor(warm.length / 10);
    const [first, last] = [median(warm.slice(0, tenth)), median(warm.slice(-tenth))];
    const grown = ((heaps.at(-1) ?? 0) - (heaps[tenth] ?? 0)) / (transfers - tenth * portion);
    return {
      title: `${transfers.toLocaleString('en')} transfers in one run, ${senders} at once`,
      unit: 'µs of CPU',
      lines: [
        { what: 'a transfer of the first tenth', figure: first.toFixed(0) },
        { what: 'a transfer of the last tenth', figure: last.toFixed(0), ratio: last / first, target },
      ],
      notes: [
        `memory: ${(before.rss / megabyte).toFixed(0)} MB; a stored transfer with its envelope takes ${(grown / 1024).toFixed(1)} KB`,
      ],
    };
  } finally {
    await program.stop();
  }
}
