import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCall } from '../../mock-server/domain/call.js';
import { startMock } from '../../mock-server/start.js';
import { type PartOf, profiled } from './profile.js';
import { tell } from './talk.js';

/**
 * A mock that keeps its state in a file beside one that keeps it in memory, both with `stored` drafts of transfers.
 * Then as many again are made in each, in turn, and twice as many under the profiler, so that the file is rewritten.
 */
const stored = Number(process.argv[2]);
const rounds = Number(process.argv[3]);

type Draft = () => Promise<unknown>;

interface Filled {
  readonly draft: Draft;
  close(): Promise<void>;
}

async function mockWithDrafts(options: { state?: string }): Promise<Filled> {
  const { mock, close } = await startMock({ port: 0, seed: 'bench', ...options });
  const call = createCall(0, false);
  const bank = { alias: 'bench', customers: 2, amount: 1000 };
  const { counterparty, entities } = await mock.domain.simulatedBanks.add(call, bank);
  const [sender, receiver] = entities.filter((entity) => entity.account_kind === 'customer');
  const order = { sender_id: sender?.guid, receiver_id: receiver?.guid, amount: 12.34, purpose: 'Goods' };
  const draft = () => mock.domain.transfers.create(call, counterparty, order);
  await make(stored, draft);
  return { draft, close };
}

/** Drafts per second; other work of the process gets its turn after every tenth, as with requests. */
async function make(count: number, draft: Draft): Promise<number> {
  const begun = performance.now();
  for (let done = 1; done <= count; done++) {
    await draft();
    if (done % 10 === 0) await new Promise(setImmediate);
  }
  return count / ((performance.now() - begun) / 1000);
}

const partOf: PartOf = (url) => {
  if (/\/store\/(change-codec|row-codec)/.test(url)) return 'encoding';
  if (/\/store\/(writer|change-log|snapshot)|^node:(internal\/)?fs/.test(url)) return 'writing';
  return undefined;
};

let facts: object;
const folder = await mkdtemp(join(tmpdir(), 'dcm-bench-'));
const state = join(folder, 'state.json');
try {
  const inMemory = await mockWithDrafts({});
  const inFile = await mockWithDrafts({ state });
  const memory: number[] = [];
  const file: number[] = [];
  for (let round = 0; round < rounds; round++) {
    memory.push(await make(stored / rounds, inMemory.draft));
    file.push(await make(stored / rounds, inFile.draft));
  }
  const shares = await profiled(async () => {
    await make(2 * stored, inFile.draft);
  }, partOf);
  await Promise.all([inMemory.close(), inFile.close()]);
  facts = { memory, file, shares, bytes: (await stat(state)).size };
} finally {
  await rm(folder, { recursive: true, force: true });
}
tell(facts);
