import { type Program, startProgram } from '../child.js';
import { createPlainClient, expectOk } from '../plain-client.js';
import { progress } from '../progress.js';
import { interleaved, median, pairedRatio } from '../statistics.js';
import type { Line, Section } from '../table.js';

const rounds = 21;
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

type Times = Record<'direct' | 'bare' | 'ours', number[]>;

/** Medians of the rounds, with a stage of that speed. */
async function timesOf(speed: Speed): Promise<Times> {
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

/** The lines of one speed; what is added is the difference to a request without anything between. */
function linesOf(speed: Speed, { direct, bare, ours }: Times, goal?: Line['target']): Line[] {
  const addedByBare = added(bare, direct);
  const addedByOurs = added(ours, direct);
  const wanted = goal && { target: goal };
  return [
    { what: `stage ${speed}, direct`, figure: shown(direct) },
    { what: `stage ${speed}, bare pass-through of node:http`, figure: shown(bare) },
    { what: `stage ${speed}, dcm proxy`, figure: shown(ours), ratio: pairedRatio(ours, bare), ...wanted },
    { what: `stage ${speed}, added by the bare pass-through`, figure: shown(addedByBare) },
    {
      what: `stage ${speed}, added by dcm proxy`,
      figure: shown(addedByOurs),
      // Differences of a round may be close to none: their medians are compared.
      ratio: median(addedByOurs) / median(addedByBare),
      ...wanted,
    },
  ];
}

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
    lines: [...linesOf('in 5 ms', slow, target), ...linesOf('at once', fast)],
    notes: [
      'one request after the other, of a client with kept connections',
      'what is added: the medians of all rounds, one by the other',
      'dcm proxy reads, judges and redacts a request while the stage works on it, and its response before the client has the whole of it',
    ],
  };
}
