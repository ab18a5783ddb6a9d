import { type Program, startProgram } from '../child.js';
import { createPlainClient, expectOk } from '../plain-client.js';
import { progress } from '../progress.js';
import { interleaved, median, pairedRatio } from '../statistics.js';
import type { Section } from '../table.js';

const rounds = 15;
/** Milliseconds that a stage takes: none, and fewer than any over the internet. */
const stages = { 'at once': 0, 'in 5 ms': 5 } as const;
const each = { 'at once': 300, 'in 5 ms': 40 } as const;
const target = { atMost: 1.5 };

type Speed = keyof typeof stages;

interface Facts {
  readonly url: string;
}

const send = createPlainClient({ keepAlive: true });
const guid = '7d7b4c9a-8f0e-4c55-9a53-0f6ad2f6f8a1';
const order = { sender_id: guid, receiver_id: guid, amount: 12.5, description: 'a payment of the bench' };

/** Milliseconds of a request, as the median of so many, one after the other. */
async function run({ facts }: Program<Facts>, count: number): Promise<number> {
  const times: number[] = [];
  for (let done = 0; done < count; done++) {
    const begun = performance.now();
    await expectOk(
      send({
        method: 'POST',
        url: `${facts.url}/api/v1/counterparty/${guid}/payments`,
        headers: { authorization: `bearer ${guid}` },
        body: JSON.stringify(order),
      }),
    );
    times.push(performance.now() - begun);
  }
  return median(times);
}

/** Medians of the rounds, with a stage of that speed. */
async function timesOf(speed: Speed): Promise<Record<'direct' | 'bare' | 'ours', number[]>> {
  const stage = await startProgram<Facts>('proxy', ['stage', String(stages[speed])]);
  const bare = await startProgram<Facts>('proxy', ['bare', stage.facts.url]);
  const ours = await startProgram<Facts>('proxy', ['ours', stage.facts.url]);
  const turn = (program: Program<Facts>) => () => run(program, each[speed]);
  const candidates = { direct: turn(stage), bare: turn(bare), ours: turn(ours) };
  try {
    await interleaved(5, candidates, () => progress(`proxy: warming up, a stage that answers ${speed}`));
    return await interleaved(rounds, candidates, (round, name) =>
      progress(`proxy: ${name}, round ${round} of ${rounds}, a stage that answers ${speed}`),
    );
  } finally {
    await Promise.all([stage.stop(), bare.stop(), ours.stop()]);
  }
}

const shown = (values: readonly number[]) => median(values).toFixed(2);
const added = (values: readonly number[], direct: readonly number[]) =>
  values.map((value, round) => value - (direct[round] ?? Number.NaN));

/**
 * What `dcm proxy` adds to a request, beside a bare pass-through of node:http between the same client and the same stage,
 * each in a process of its own.
 */
export async function measureProxy(): Promise<Section> {
  const fast = await timesOf('at once');
  const slow = await timesOf('in 5 ms');
  return {
    title: 'A request through dcm proxy, with recording and findings',
    unit: 'ms',
    lines: [
      { what: 'stage in 5 ms, direct', figure: shown(slow.direct) },
      { what: 'stage in 5 ms, bare pass-through of node:http', figure: shown(slow.bare) },
      {
        what: 'stage in 5 ms, dcm proxy',
        figure: shown(slow.ours),
        ratio: pairedRatio(slow.ours, slow.bare),
        target,
      },
      { what: 'stage at once, direct', figure: shown(fast.direct) },
      { what: 'stage at once, bare pass-through of node:http', figure: shown(fast.bare) },
      {
        what: 'stage at once, dcm proxy',
        figure: shown(fast.ours),
        ratio: pairedRatio(fast.ours, fast.bare),
      },
      { what: 'added by the bare pass-through', figure: shown(added(fast.bare, fast.direct)) },
      {
        what: 'added by dcm proxy',
        figure: shown(added(fast.ours, fast.direct)),
        ratio: pairedRatio(added(fast.ours, fast.direct), added(fast.bare, fast.direct)),
      },
    ],
    notes: [
      'one request after the other, of a client with kept connections',
      'dcm proxy reads, judges, redacts and writes an exchange before its client has the whole response',
    ],
  };
}
