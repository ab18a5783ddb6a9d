import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startMock } from '../../mock-server/start.js';
import { answer, tell } from './talk.js';

/** A mock with room for many sandboxes, and one that was prepared. Every message is answered with the memory that is taken. */
const most = Number(process.argv[2]);
const rows = Number(process.argv[3]);
const limits = { most: most + 1, rows: 100_000, requestsPerS: 1_000_000, journalBytes: 16 * 1024 * 1024 };
const { url } = await startMock({ port: 0, seed: 'sandboxes', sandboxes: limits });

async function post<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}: ${await response.text()}`);
  return response.json() as Promise<Answer>;
}

const used = async (): Promise<number> => {
  const response = await fetch(`${url}/control/v1/sandboxes/prepared`);
  return ((await response.json()) as { used: { rows: number } }).used.rows;
};

await post('/control/v1/sandboxes', { name: 'prepared' });
for (let bank = 1; (await used()) < rows; bank += 1)
  await post('/s/prepared/control/v1/simulated-banks', { alias: `bank${bank}`, customers: 1, amount: 100 });

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
answer(async () => {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { taken: heapUsed + external, rss };
});
tell({ url, rows: await used() });
