import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Program, startProgram } from '../child.js';
import { createPlainClient, expectOk } from '../plain-client.js';
import { progress } from '../progress.js';
import { interleaved, median, pairedRatio } from '../statistics.js';
import type { Line, Section } from '../table.js';

const senders = 8;
const rounds = 9;
/** Transfers of each sender in a round. */
const each = { one: 60, all: 25 } as const;
const target = { memory: { atLeast: 0.5 }, state: { atLeast: 0.4 } } as const;

export interface Facts {
  readonly url: string;
  readonly guid: string;
  readonly authorization: string;
  readonly customers: readonly string[];
}

const send = createPlainClient({ keepAlive: true });

/** Every customer sends to the next one: a draft and its confirmation. */
export async function transfer({ url, guid, authorization, customers }: Facts, from: number): Promise<void> {
  const order = { sender_id: customers[from], receiver_id: customers[(from + 1) % customers.length] };
  const post = (path: string, body: object) =>
    expectOk(
      send({
        method: 'POST',
        url: `${url}/api/v1/counterparty/${guid}${path}`,
        headers: { authorization },
        body: JSON.stringify(body),
      }),
    );
  const draft = JSON.parse(await post('/payments', { ...order, amount: 0.01 })) as { guid: string };
  await post('/payments/confirm', { guid: draft.guid });
}

/** Transfers per second of so many customers at once. */
async function run({ facts }: Program<Facts>, atOnce: number, count: number): Promise<number> {
  const begun = performance.now();
  const line = async (from: number) => {
    for (let done = 0; done < count; done++) await transfer(facts, from);
  };
  await Promise.all(Array.from({ length: atOnce }, (_none, index) => line(index)));
  return (count * atOnce) / ((performance.now() - begun) / 1000);
}

/**
 * Transfers per second with the reference bank in the process of the mock, beside the floor (programs/floor.ts). With one
 * signature each is a draft, a confirmation, two reverse calls and a callback; the reference bank then reads the transfer, which the
 * floor leaves out.
 */
export async function measureTransfers(): Promise<Section> {
  progress('transfers: walking the plan up to funded customers');
  const folder = await mkdtemp(join(tmpdir(), 'dcm-bench-'));
  const [floor, apart, memory, file, two] = await Promise.all([
    startProgram<Facts>('floor', [String(senders), 'kept']),
    startProgram<Facts>('floor', [String(senders), 'apart']),
    startProgram<Facts>('transfers', [String(senders), 'one']),
    startProgram<Facts>('transfers', [String(senders), 'one', join(folder, 'state.json')]),
    startProgram<Facts>('transfers', [String(senders), 'two']),
  ]);
  const one = (program: Program<Facts>) => () => run(program, 1, each.one);
  const all = (program: Program<Facts>) => () => run(program, senders, each.all);
  const candidates = {
    'floor, one': one(floor),
    'apart, one': one(apart),
    'memory, one': one(memory),
    'state, one': one(file),
    'two, one': one(two),
    'floor, all': all(floor),
    'apart, all': all(apart),
    'memory, all': all(memory),
    'state, all': all(file),
    'two, all': all(two),
  };
  try {
    await interleaved(2, candidates, () => progress('transfers: warming up'));
    const rates = await interleaved(rounds, candidates, (round, name) =>
      progress(`transfers: ${name}, round ${round} of ${rounds}`),
    );
    progress('transfers: profiling');
    const shares = {
      one: await profiled(memory, () => run(memory, 1, 3 * each.one)),
      all: await profiled(memory, () => run(memory, senders, 2 * each.all)),
    };
    return {
      title: 'Draft and confirmation, reference bank in the same process',
      unit: 'transfers/s',
      lines: (['one', 'all'] as const).flatMap((way) => linesOf(way, rates)),
      notes: [
        'with multisignature the bank reads the draft and signs too (/sign), which the floor does not',
        'the floor: the same exchanges, tokens and envelope on bare Express and node:http, without rules, journal, store',
        `where the time goes, one after the other: ${listed(shares.one)}`,
        `where it goes, ${senders} at once: ${listed(shares.all)}`,
      ],
    };
  } finally {
    await Promise.all([floor, apart, memory, file, two].map((program) => program.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

function linesOf(way: 'one' | 'all', rates: Readonly<Record<string, number[]>>): Line[] {
  const of = (name: string) => rates[`${name}, ${way}`] ?? [];
  const when = way === 'one' ? 'one after the other' : `${senders} at once`;
  const against = (name: string) => ({
    figure: median(of(name)).toFixed(0),
    ratio: pairedRatio(of(name), of('floor')),
  });
  return [
    { what: `the floor, ${when}`, figure: median(of('floor')).toFixed(0) },
    { what: 'the floor, a connection for each reverse call and callback', ...against('apart') },
    { what: `mock, ${when}`, ...against('memory'), target: target.memory },
    { what: `mock with --state, ${when}`, ...against('state'), target: target.state },
    { what: `mock with multisignature, ${when}`, figure: against('two').figure },
  ];
}

async function profiled(
  program: Program<Facts>,
  work: () => Promise<unknown>,
): Promise<Record<string, number>> {
  await program.ask('begin');
  await work();
  return program.ask<Record<string, number>>('end');
}

/** Shares of at least 1 percent, largest first. */
function listed(shares: Readonly<Record<string, number>>): string {
  return Object.entries(shares)
    .filter(([, share]) => share >= 0.01)
    .sort(([, one], [, other]) => other - one)
    .map(([part, share]) => `${part} ${(share * 100).toFixed(0)} %`)
    .join(', ');
}
