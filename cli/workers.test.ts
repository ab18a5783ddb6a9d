import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWithPostgres } from '../postgres.testing.js';
import { dcm, dcmServing, folder, patience, readResult } from './cli.testing.js';

/** `dcm mock --workers`: processes on one port, with one database. */

it('needs a database', async () => {
  const { code, err } = await dcm('mock', '--port', '0', '--workers', '3');
  expect([code, err.trim()]).toEqual([
    2,
    'dcm: --workers 3: several processes need a database that they share: --state postgres://USER:PASSWORD@HOST/DATABASE',
  ]);
});

it.each(['https://10.0.0.5', 'http://10.0.0.5/dcm', '10.0.0.5'])(
  'refuses %s as URL of a process',
  async (url) => {
    const { code, err } = await dcm('mock', '--port', '0', '--peer-url', url);
    expect([code, err]).toEqual([2, expect.stringContaining('without a path: processes reach each other')]);
  },
);

describeWithPostgres('three processes on one port', (server) => {
  it('give the verdicts that one in memory gives', { timeout: 2 * patience }, async () => {
    const at = await folder();
    const state = await server.database();
    const mock = await dcmServing('mock', '--port', '0', '--json', '--state', state, '--workers', '3');
    const { url } = JSON.parse(mock.first);
    const run = async (name: string, ...more: readonly string[]) => {
      const report = join(at, name);
      await dcm('verify', '--reference', '--quick', '--seed', 'workers', '--report', report, ...more);
      return report;
    };
    const alone = await run('alone');
    const shared = await run('shared', '--mock-url', url, '--sandbox', 'new');
    expect(await readResult(shared)).toMatchObject({ verdict: 'conformant' });
    const files = [alone, shared].map((report) => join(report, 'result.json'));
    expect(await dcm('report', 'diff', ...files)).toMatchObject({ code: 0, out: 'no differences\n' });
    expect(await mock.stop('SIGTERM')).toBe(0);
  });
});
