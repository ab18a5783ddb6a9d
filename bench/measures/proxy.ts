import { type Program, startProgram } from '../child.js';
import { createPlainClient, expectOk } from '../plain-client.js';
import { progress } from '../progress.js';
import { interleaved, median, pairedRatio } from '../statistics.js';
import type { Section } from '../table.js';

const rounds = 15;
const each = 300;
const target = { atMost: 1.5 };

interface Facts {
  readonly url: string;
}

const send = createPlainClient({ keepAlive: true });
const guid = '7d7b4c9a-8f0e-4c55-9a53-0f6ad2f6f8a1';
const order = { sender_id: guid, receiver_id: guid, amount: 12.5, description: 'a payment of the bench' };

/** Milliseconds of a request, as the median of so many, one after the other. */
async function run({ facts }: Program<Facts>): Promise<number> {
  const times: number[] = [];
  for (let done = 0; done < each; done++) {
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

/**
 * What `dcm proxy` adds to a request, beside a bare pass-through of node:http between the same client and the same stage,
 * each in a process of its own.
 */
export async function measureProxy(): Promise<Section> {
  progress('proxy: starting');
  const stage = await startProgram<Facts>('proxy', ['stage']);
  const bare = await startProgram<Facts>('proxy', ['bare', stage.facts.url]);
  const ours = await startProgram<Facts>('proxy', ['ours', stage.facts.url]);
  const candidates = { direct: () => run(stage), bare: () => run(bare), ours: () => run(ours) };
  try {
    await interleaved(4, candidates, () => progress('proxy: warming up'));
    const times = await interleaved(rounds, candidates, (round, name) =>
      progress(`proxy: ${name}, round ${round} of ${rounds}`),
    );
    const added = (values: readonly number[]) =>
      values.map((value, round) => value - (times.direct[round] ?? Number.NaN));
    const shown = (values: readonly number[]) => median(values).toFixed(2);
    return {
      title: 'A request through dcm proxy, with recording and findings',
      unit: 'ms',
      lines: [
        { what: 'direct', figure: shown(times.direct) },
        { what: 'bare pass-through of node:http', figure: shown(times.bare) },
        { what: 'dcm proxy', figure: shown(times.ours), ratio: pairedRatio(times.ours, times.bare), target },
        { what: 'added by the bare pass-through', figure: shown(added(times.bare)) },
        {
          what: 'added by dcm proxy',
          figure: shown(added(times.ours)),
          ratio: pairedRatio(added(times.ours), added(times.bare)),
          target,
        },
      ],
      notes: ['one request after the other, of a client with kept connections'],
    };
  } finally {
    await Promise.all([stage.stop(), bare.stop(), ours.stop()]);
  }
}
