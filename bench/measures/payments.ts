import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Program, startProgram } from '../child.js';
import { progress } from '../progress.js';
import { interleaved, median, pairedRatio } from '../statistics.js';
import type { Section } from '../table.js';

const rounds = 9;
const seconds = 1;
const connections = 10;
const few = 10;
const many = 100_000;
const target = { atLeast: 0.7 };
const autocannon = fileURLToPath(import.meta.resolve('autocannon'));

interface MockFacts {
  readonly url: string;
  readonly guid: string;
  readonly token: string;
  readonly order: object;
}

/** Requests per second that create a draft, with few and with many transfers stored, beside a bare route. */
export async function measurePayments(): Promise<Section> {
  progress(`createPayment: storing ${many} transfers`);
  const [bare, empty, full] = await Promise.all([
    startProgram<{ url: string }>('bare-payments'),
    startProgram<MockFacts>('mock-payments', [String(few)]),
    startProgram<MockFacts>('mock-payments', [String(many)]),
  ]);
  const turn = async (program: Program<{ url: string }>, facts: MockFacts) => {
    await program.ask('begin');
    return load(program.facts.url, facts);
  };
  const candidates = {
    bare: () => turn(bare, empty.facts),
    few: () => turn(empty, empty.facts),
    many: () => turn(full, full.facts),
  };
  try {
    await interleaved(1, candidates, () => progress('createPayment: warming up'));
    const rates = await interleaved(rounds, candidates, (round, name) =>
      progress(`createPayment: ${name}, round ${round} of ${rounds}`),
    );
    const against = (values: readonly number[]) => ({
      figure: median(values).toFixed(0),
      ratio: pairedRatio(values, rates.bare),
      target,
    });
    return {
      title: 'createPayment with a session',
      unit: 'requests/s',
      lines: [
        { what: 'bare: express.json, the same schema, { guid }', figure: median(rates.bare).toFixed(0) },
        { what: `mock, ${few} transfers stored`, ...against(rates.few) },
        { what: `mock, ${many.toLocaleString('en')} transfers stored`, ...against(rates.many) },
      ],
    };
  } finally {
    await Promise.all([bare.stop(), empty.stop(), full.stop()]);
  }
}

/** Requests per second, counted by autocannon in its own process. */
async function load(url: string, { guid, token, order }: MockFacts): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[autocannon, '--json', '--no-progress'],
    ...['--connections', String(connections), '--duration', String(seconds)],
    ...['--method', 'POST', '--headers', `authorization: bearer ${token}`],
    ...['--headers', 'content-type: application/json', '--body', JSON.stringify(order)],
    `${url}/api/v1/counterparty/${guid}/payments`,
  ]);
  const result = JSON.parse(stdout) as { '2xx': number; non2xx: number; errors: number; duration: number };
  if (result.non2xx + result.errors > 0 || result['2xx'] === 0) {
    throw new Error(`createPayment: ${result.non2xx} refused, ${result.errors} failed`);
  }
  return result['2xx'] / result.duration;
}
