import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createPostgresServer, postgresPrograms } from '../../postgres-server.testing.js';
import { compiled } from '../compile.js';
import { createPlainClient, expectOk } from '../plain-client.js';
import { progress } from '../progress.js';
import { interleaved, median, pairedRatio } from '../statistics.js';
import type { Line, Section } from '../table.js';

const senders = 8;
const rounds = 7;
/** Transfers of each sender in a round. */
const each = { one: 40, all: 15 } as const;

const send = createPlainClient({ keepAlive: true });
const post = async <Answer>(url: string, body: object): Promise<Answer> =>
  JSON.parse(await expectOk(send({ method: 'POST', url, body: JSON.stringify(body) })));

/** `dcm mock` as its own process, as users start it. */
export async function startMock(args: readonly string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [compiled('cli/main'), 'mock', '--json', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { url: (JSON.parse(line) as { url: string }).url, child };
}

interface Desk {
  /** Where requests go, in turn. */
  readonly urls: readonly string[];
  readonly bank: string;
  readonly customers: readonly string[];
}

interface Added {
  readonly counterparty: { readonly guid: string };
  readonly entities: readonly { readonly guid: string; readonly account_kind: string }[];
}

/** A simulated bank with customers who have money. */
export async function addBank(urls: readonly string[]): Promise<Desk> {
  const body = { alias: 'bank2', customers: senders, amount: 100_000 };
  const { counterparty, entities } = await post<Added>(`${urls[0]}/control/v1/simulated-banks`, body);
  const customers = entities.filter(({ account_kind }) => account_kind === 'customer');
  return { urls, bank: counterparty.guid, customers: customers.map(({ guid }) => guid) };
}

/** Two sandboxes, the first at the first of these mocks, the second at the last. */
const addSandboxes = (urls: readonly string[]): Promise<Desk[]> =>
  Promise.all(
    [urls[0], urls.at(-1)].map(async (url, index) => {
      await post(`${urls[0]}/control/v1/sandboxes`, { name: `team-${index}` });
      return addBank([`${url}/s/team-${index}`]);
    }),
  );

/** Transfers per second of so many customers at once, at these desks in turn: a draft and its confirmation. */
async function run(desks: readonly Desk[], atOnce: number, count: number): Promise<number> {
  let turn = 0;
  const begun = performance.now();
  const line = async (from: number) => {
    const { urls, bank, customers } = desks[from % desks.length] as Desk;
    const order = { sender_id: customers[from], receiver_id: customers[(from + 1) % customers.length] };
    for (let done = 0; done < count; done++) {
      turn += 1;
      const url = `${urls[turn % urls.length]}/control/v1/simulated-banks/${bank}/transfers`;
      await post(url, { ...order, amount: 0.01 });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_none, index) => line(index)));
  return (count * atOnce) / ((performance.now() - begun) / 1000);
}

/**
 * Transfers per second on each engine of the store. Two processes serve one state, which belongs to one of them, or
 * two sandboxes, of which each has one.
 */
export async function measureEngines(): Promise<Section> {
  if (postgresPrograms === undefined) throw new Error('engines: PostgreSQL is not installed');
  progress('engines: starting PostgreSQL and the mocks');
  const folder = await mkdtemp(join(tmpdir(), 'dcm-bench-'));
  const postgres = createPostgresServer([]);
  await postgres.start();
  const children: ChildProcess[] = [];
  const start = async (...args: string[]) => {
    const { url, child } = await startMock(args);
    children.push(child);
    return url;
  };
  try {
    const shared = await postgres.database();
    const one = [await start('--state', await postgres.database())];
    const two = [await start('--state', shared), await start('--state', shared)];
    const desks = {
      memory: [await addBank([await start()])],
      file: [await addBank([await start('--state', join(folder, 'state.json'))])],
      'PostgreSQL, 1 process': [await addBank(one)],
      'PostgreSQL, 2 processes': [await addBank(two)],
      'PostgreSQL, 1 process, 2 sandboxes': await addSandboxes(one),
      'PostgreSQL, 2 processes, 2 sandboxes': await addSandboxes(two),
    };
    const names = Object.keys(desks) as (keyof typeof desks)[];
    const candidates = Object.fromEntries(
      names.flatMap((name) => [
        [`${name}, one`, () => run(desks[name], 1, each.one)],
        [`${name}, all`, () => run(desks[name], senders, each.all)],
      ]),
    );
    await interleaved(2, candidates, () => progress('engines: warming up'));
    const rates = await interleaved(rounds, candidates, (round, name) =>
      progress(`engines: ${name}, round ${round} of ${rounds}`),
    );
    return {
      title: 'Draft and confirmation of a simulated bank, by engine',
      unit: 'transfers/s',
      lines: (['one', 'all'] as const).flatMap((way) =>
        names
          .filter((name) => way === 'all' || desks[name].length === 1)
          .map((name): Line => {
            const [own = [], memory = []] = [rates[`${name}, ${way}`], rates[`memory, ${way}`]];
            const what = `${name}, ${way === 'one' ? 'one after the other' : `${senders} at once`}`;
            const figure = median(own).toFixed(0);
            return name === 'memory' ? { what, figure } : { what, figure, ratio: pairedRatio(own, memory) };
          }),
      ),
      notes: [
        'PostgreSQL with its usual settings on the same machine: each transfer is on its disk when it is answered',
        'a state is served by one process at a time; every other request reaches it through the second one',
        'of two sandboxes, each of two processes serves one, and is asked for that one only',
      ],
    };
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
