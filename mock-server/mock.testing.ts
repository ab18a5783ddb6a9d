import type { RequestListener } from 'node:http';
import { expect } from 'vitest';
import type { CapturedAnswer } from '../contract/captured.js';
import type { Client } from '../contract/client.js';
import { type ControlOperations, controlOperations } from '../contract/control/index.js';
import { type Operations, operations } from '../contract/operations/index.js';
import type { Profile } from '../contract/profile/index.js';
import { afterEveryTest } from '../each-test.testing.js';
import { createMock, createProfileHolder } from './app.js';
import { createChance } from './chance.js';
import { testClient } from './client.testing.js';
import { allCollections } from './domain/collections.js';
import type { Store } from './domain/store.js';
import { createFakeBank, type FakeBank } from './fake-bank.testing.js';
import { type DcmKeys, ephemeralKeys } from './keys.js';
import type { Mock } from './parts.js';
import type { KeptRuns } from './runs/kept-runs.js';
import type { Runner } from './runs/runner.js';
import { openWorlds } from './sandboxes/open-worlds.js';
import type { SandboxLimits } from './sandboxes/world.js';
import { createStellar } from './stellar/index.js';
import { createManualTime, type ManualTime } from './store/manual-time.testing.js';
import { createMemoryStore } from './store/memory.js';
import { createWatch, type Watch } from './watch.js';

/** The moment at which tests begin. */
export const beginning = Date.UTC(2026, 0, 5, 12);

export interface TestOptions {
  readonly profile?: Partial<Profile>;
  readonly captured?: readonly CapturedAnswer[];
  readonly seed?: string;
  readonly store?: Store;
  readonly keys?: DcmKeys;
  readonly time?: ManualTime;
  readonly controlToken?: string;
  readonly viewerToken?: string;
  readonly publicUrl?: string;
  readonly journalCapacity?: number;
  readonly journalBytes?: number;
  readonly reports?: string;
  readonly metricsToken?: string;
  readonly runner?: Runner;
  readonly keptRuns?: KeptRuns;
  readonly sandboxes?: {
    readonly limits?: Partial<SandboxLimits>;
    readonly folder?: string;
    readonly restAfterMs?: number;
  };
  /** Goes on with what an earlier life left to do, unless false. */
  readonly resume?: boolean;
}

export interface TestMock extends Mock {
  readonly app: RequestListener;
  readonly watch: Watch;
  readonly time: ManualTime;
  readonly bank: FakeBank;
  readonly keys: DcmKeys;
  /** The operations without credentials. */
  readonly anybody: Client<Operations>;
  readonly control: Client<ControlOperations>;
  /** The operations with the credentials of a session. */
  as(token: string): Client<Operations>;
  /** Every stored row, to see whether anything changed; only with the memory store. */
  rows(): Readonly<Record<string, readonly object[]>>;
  /** Faults of the mock itself; a test that leaves one here fails. */
  readonly faults: unknown[];
  /** Findings of the newest incoming request. */
  findings(): string[];
}

const stellarOf = (passphrase: () => string) => createStellar({ networkPassphrase: passphrase });
let sharedKeys: Promise<DcmKeys> | undefined;

/** One signing key for all tests: making one takes a while. */
export function testKeys(): Promise<DcmKeys> {
  const { bytes } = createChance('keys of tests');
  sharedKeys ??= ephemeralKeys((length) => bytes('key', length), stellarOf(() => 'unused').keyPair);
  return sharedKeys;
}

const open = new Set<TestMock>();

/** After every test: the money invariant holds and no mock had a fault. */
afterEveryTest(async () => {
  const mocks = [...open];
  open.clear();
  // A rotation would show in the tests after this one.
  if (mocks.some(({ keys }) => keys.published.length > 1)) sharedKeys = undefined;
  for (const mock of mocks) {
    const invariant = await mock.domain.invariant();
    await mock.close();
    expect(mock.faults).toEqual([]);
    expect(invariant).toMatchObject({ holds: true, below_zero: [] });
  }
});

/** A mock on time that stands still, in memory, with a bank of a few lines; ends with the test. */
export async function createTestMock(options: TestOptions = {}): Promise<TestMock> {
  const time = options.time ?? createManualTime();
  if (time.clock.now() < beginning) time.pass(beginning - time.clock.now());
  const bank = createFakeBank(time.timers);
  const profile = createProfileHolder(options.profile);
  const memory = createMemoryStore(allCollections);
  const keys = options.keys ?? (await testKeys());
  const faults: unknown[] = [];
  const watch = createWatch();
  let requests = 0;
  const newRequestId = () => {
    requests += 1;
    return `request-${requests}`;
  };
  const sandboxesFor = async ({
    limits: given,
    folder,
    restAfterMs,
  }: NonNullable<TestOptions['sandboxes']>) => {
    const limits = { most: 10, journalBytes: 1_000_000, rows: 10_000, requestsPerS: 1000, ...given };
    const { bytes } = createChance(`${options.seed} sandboxes`);
    const random = (length: number) => bytes('sandbox', length);
    const { privateKey } = (await testKeys()).signing;
    return {
      limits,
      random,
      worlds: openWorlds({
        ...time,
        random,
        nextKey: async () => privateKey,
        newRequestId,
        transport: bank.transport,
        watch,
        ...(folder !== undefined && { folder }),
        ...(restAfterMs !== undefined && { restAfterMs }),
        report: (error) => faults.push(error),
      }),
    };
  };
  const mock = await createMock({
    store: options.store ?? memory,
    keys,
    stellar: stellarOf(() => profile.now().network_passphrase),
    clock: time.clock,
    timers: time.timers,
    seed: options.seed ?? 'test',
    newRequestId,
    transport: bank.transport,
    profile,
    captured: options.captured,
    report: (error) => faults.push(error),
    metrics: { watch, token: options.metricsToken },
    runner: options.runner,
    keptRuns: options.keptRuns,
    ...(options.sandboxes && { sandboxes: await sandboxesFor(options.sandboxes) }),
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    ...(options.controlToken === undefined ? {} : { controlToken: options.controlToken }),
    ...(options.viewerToken === undefined ? {} : { viewerToken: options.viewerToken }),
    ...(options.journalCapacity === undefined ? {} : { journalCapacity: options.journalCapacity }),
    ...(options.journalBytes === undefined ? {} : { journalBytes: options.journalBytes }),
    ...(options.reports === undefined ? {} : { reports: options.reports }),
  });
  const { journal, audit, domain } = mock;
  watch.add({ sandbox: '', journal, audit, deliveries: domain.deliveries });
  if (options.resume ?? true) mock.resume();
  const { app } = mock;
  const token = options.controlToken;
  let ended: Promise<void> | undefined;
  const tested: TestMock = {
    ...mock,
    watch,
    time,
    bank,
    keys,
    faults,
    anybody: testClient(app, operations),
    control: testClient(app, controlOperations, () =>
      token === undefined ? {} : { authorization: `bearer ${token}` },
    ),
    as: (session) => testClient(app, operations, () => ({ authorization: `bearer ${session}` })),
    rows: memory.rows,
    findings: () => {
      const last = mock.journal.search({ direction: 'in' }, 100_000).at(-1);
      return (last?.findings ?? []).map(({ rule, text }) => `${rule} ${text}`);
    },
    close() {
      open.delete(tested);
      ended ??= mock.close();
      return ended;
    },
  };
  open.add(tested);
  return tested;
}
