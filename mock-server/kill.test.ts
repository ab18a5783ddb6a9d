import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { program } from '../program.testing.js';
import { deliveryRows } from './domain/deliveries-collection.js';
import type { Domain } from './domain/index.js';
import { ledgerTransactionRows } from './domain/ledger-collection.js';
import { type Transfer, transferRows } from './domain/transfers-collection.js';
import { newKeysFile, writeKeysFile } from './keys-file.js';
import { type RunningMock, startMock } from './start.js';
import { createStellar } from './stellar/index.js';
import { systemRandom } from './system.js';
import { addBanks, openLanes } from './traffic.testing.js';

const SCRIPT = program('mock-server/kill.testing.ts');

/** Milliseconds that a kill may cost. */
const LAG = 1_000;

/** Kills beside those at chosen moments, in lanes that share nothing, so that they do not take so long. */
const LANES = 3;
const KILLS_EACH = 9;
/** Milliseconds that a kill may cost where lanes and other tests keep the processes from running. */
const LAG_UNDER_LOAD = 2 * LAG;

let folder: string;
/** Every transfer that any life of the mock has called confirmed. */
const everConfirmed = new Set<string>();

const state = (lane = 0) => join(folder, `state-${lane}.json`);
const keys = () => join(folder, 'keys.json');
const start = (lane = 0): Promise<RunningMock> =>
  startMock({ port: 0, state: state(lane), keys: keys(), seed: 'kill' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dcm-kill-'));
  const { keyPair } = createStellar({ networkPassphrase: 'none' });
  await writeKeysFile(keys(), await newKeysFile(systemRandom, keyPair));
  for (let lane = 0; lane <= LANES; lane++) {
    const running = await start(lane);
    await addBanks(running.mock.domain);
    await running.close();
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Confirmed {
  readonly guid: string;
  readonly hash: string;
  readonly at: number;
}

/** Lets another process make transfers; kills it when it has confirmed so many and has worked for so long. */
async function runAndKill(
  count: number,
  ms: number,
  lane = 0,
): Promise<{ confirmed: Confirmed[]; killed: number }> {
  const child = spawn(process.execPath, [SCRIPT, state(lane), keys(), 'kill'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const confirmed: Confirmed[] = [];
  let killed = Number.POSITIVE_INFINITY;
  for await (const line of createInterface(child.stdout)) {
    const [guid = '', hash = '', time] = line.split(' ');
    const at = Number(time);
    confirmed.push({ guid, hash, at });
    if (child.killed || confirmed.length < count || at - (confirmed[0]?.at ?? at) < ms) continue;
    killed = Number(process.hrtime.bigint() / 1_000_000n);
    child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return { confirmed, killed };
}

const storedPayments = ({ center }: Domain): Promise<readonly Transfer[]> =>
  center.store.read(async (tx) => (await tx.page(transferRows)).rows);

/** Guids of the confirmed transfers whose ledger transaction is there and says the same. */
async function settled({ center }: Domain): Promise<Map<string, string>> {
  return center.store.read(async (tx) => {
    const found = new Map<string, string>();
    for (const { guid, hash, status } of (await tx.page(transferRows)).rows) {
      if (status !== 'CONFIRMED') continue;
      if ((await tx.get(ledgerTransactionRows, hash))?.payment_guid === guid) found.set(guid, hash);
    }
    return found;
  });
}

it.each([
  { count: 1, ms: 0 },
  { count: 300, ms: 0 },
  { count: 1000, ms: LAG + 300 },
])(
  'killed after $count transfers it has lost no more than a second of them, and goes on',
  async (point) => {
    const { confirmed, killed } = await runAndKill(point.count, point.ms);
    const safe = confirmed.filter(({ at }) => at < killed - LAG);
    if (point.ms > LAG) expect(safe.length).toBeGreaterThan(0);
    for (const { guid } of confirmed) {
      expect(everConfirmed).not.toContain(guid);
      everConfirmed.add(guid);
    }

    const running = await start();
    onTestFinished(running.close);
    const { domain } = running.mock;
    const created = 2n * 5n * 1000n * 10_000_000n;
    expect(await domain.invariant()).toMatchObject({ holds: true, created });
    const kept = await settled(domain);
    expect(safe.filter(({ guid, hash }) => kept.get(guid) !== hash)).toEqual([]);
    const stored = await storedPayments(domain);
    expect(kept.size).toBe(stored.filter(({ status }) => status === 'CONFIRMED').length);

    await domain.deliveries.settle();
    const statuses = new Set(
      (await domain.center.store.read((tx) => tx.page(deliveryRows))).rows.map(({ status }) => status),
    );
    expect(statuses).toEqual(new Set(['delivered']));

    const known = new Set([...everConfirmed, ...stored.map(({ guid }) => guid)]);
    for (const { send } of await openLanes(domain)) {
      const { guid, status } = await send();
      expect(status).toBe('CONFIRMED');
      expect(known).not.toContain(guid);
      known.add(guid);
      everConfirmed.add(guid);
    }
    expect(await domain.invariant()).toMatchObject({ holds: true, created });
  },
  90_000,
);

/** Kills one mock after the other on one state, each after some more transfers; gives what is wrong afterwards. */
async function killAgainAndAgain(lane: number): Promise<unknown[]> {
  const problems: unknown[] = [];
  for (let kill = 1; kill <= KILLS_EACH; kill++) {
    const ms = kill === KILLS_EACH ? LAG_UNDER_LOAD + 300 : 0;
    const { confirmed, killed } = await runAndKill(kill * (lane + 1) * 5, ms, lane);
    const safe = confirmed.filter(({ at }) => at < killed - LAG_UNDER_LOAD);
    const running = await start(lane);
    const { domain } = running.mock;
    const kept = await settled(domain);
    const lost = safe.filter(({ guid, hash }) => kept.get(guid) !== hash);
    if (ms > 0) expect(safe.length).toBeGreaterThan(0);
    const { holds, created } = await domain.invariant();
    if (lost.length > 0 || !holds || created !== 2n * 5n * 1000n * 10_000_000n)
      problems.push({ lane, kill, lost, holds, created });
    await running.close();
  }
  return problems;
}

it(`loses no more in any of ${LANES * KILLS_EACH} kills under load`, async () => {
  const lanes = Array.from({ length: LANES }, (_none, lane) => killAgainAndAgain(lane + 1));
  expect((await Promise.all(lanes)).flat()).toEqual([]);
}, 300_000);
