import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listeningUntilTheEnd } from '../listening.testing.js';
import { configOf, home, writeConfig } from './bank.testing.js';
import { patience } from './cli.testing.js';
import { verify } from './commands/verify.js';
import { keysTurnedAt } from './keys-of-before.js';
import { printedBy } from './printed.testing.js';

/** Step 2 withdraws DCM's key; the next run begins with it again, maybe before the bank's cooldown is over. */

const cooldownS = 4;
const waits =
  /! token +the bank refuses DCM's key, perhaps because it still has those of the run before: waiting/;

async function reports(at: string, verdict: string, ageS: number): Promise<string> {
  const folder = join(at, 'reports');
  await mkdir(folder, { recursive: true });
  const scenario = {
    ...{
      id: 'S02-04',
      name: 'A new key',
      subject: 'service',
      step: 2,
      scheme: null,
      verdict,
      rules: ['JWT-10'],
    },
    ...{ checks: 1, ms: 1, failures: [], note: '' },
  };
  const file = join(folder, 'result.json');
  await writeFile(file, JSON.stringify({ scenarios: [scenario] }));
  const then = new Date(Date.now() - ageS * 1000);
  await utimes(file, then, then);
  return folder;
}

/** What is printed before a run with a bank whose /key refuses until its cooldown is over. */
async function ran(verdict: string, ageS: number): Promise<string> {
  const at = await home();
  const report = await reports(at, verdict, ageS);
  const freshAt = Date.now() + 2000;
  const bank = createServer(({ url }, response) => {
    const fresh = url === '/key' && Date.now() >= freshAt;
    response.writeHead(fresh ? 200 : 401, { 'content-type': 'application/json' });
    response.end(fresh ? '{"key":"secret-of-the-keeper"}' : '{}');
  });
  const url = `http://127.0.0.1:${await listeningUntilTheEnd(bank)}`;
  const customers = [{ login: 'one@bank1.example', external_id: 'id-1' }];
  const changes = { bank: { jwks_cooldown_s: cooldownS, customers }, driver: { kind: 'none' } };
  const config = await writeConfig(at, configOf(url, changes));
  const { text } = await printedBy(() => verify({ config, report, tags: '@S99-99' }));
  expect(text).toContain('no scenario matches @S99-99');
  return text;
}

it('a run waits for a bank that still has the keys of the run before', { timeout: patience }, async () => {
  const text = await ran('passed', 0);
  expect(text).toMatch(waits);
  expect(text).not.toContain('/key responds with 401');
});

it('but not if that run is long over, or has turned no keys', { timeout: patience }, async () => {
  for (const text of [await ran('passed', 60), await ran('failed', 0)]) {
    expect(text).not.toMatch(waits);
    expect(text).toContain('/key responds with 401 for key keeper kk-1');
  }
  expect(await keysTurnedAt(await home())).toBeUndefined();
});
