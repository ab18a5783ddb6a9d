import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { describeWithPostgres } from '../postgres.testing.js';
import { dcm, dcmServing, folder, main, patience, readResult, start } from './cli.testing.js';

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
    const [alone = '', shared = ''] = await Promise.all([
      run('alone'),
      run('shared', '--mock-url', url, '--sandbox', 'new'),
    ]);
    expect(await readResult(shared)).toMatchObject({ verdict: 'conformant' });
    const files = [alone, shared].map((report) => join(report, 'result.json'));
    expect(await dcm('report', 'diff', ...files)).toMatchObject({ code: 0, out: 'no differences\n' });
    expect(await mock.stop('SIGTERM')).toBe(0);
  });
});

describeWithPostgres('processes that share a port', (server) => {
  it('say once why they cannot be started, and end', { timeout: patience }, async () => {
    const none = (await server.database()).replace(/d\d+\?/, 'none?');
    const ended = await dcm('mock', '--port', '0', '--state', none, '--workers', '2');
    expect([ended.code, ended.err.split('\n')]).toEqual([
      2,
      [expect.stringContaining('there is no such database (3D000: '), ''],
    ]);
  });

  it('are started again when the database is back, and the others stay', { timeout: patience }, async () => {
    const state = await server.database();
    const options = ['--port', '0', '--log', 'json', '--state', state, '--workers', '2'];
    const child = start([main, 'mock', ...options]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = once(child, 'close');
    if (!child.stdout) throw new Error('the program has no output');
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    /** The next line of that kind. */
    const next = async (msg: string): Promise<Record<string, unknown>> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`no line says ${msg}`);
        const line = JSON.parse(value) as Record<string, unknown>;
        if (line.msg === msg) return line;
      }
    };
    const first = await next('started');
    const second = await next('started');
    expect([first, second]).not.toContainEqual(expect.objectContaining({ seed: expect.anything() }));

    await server.kill();
    process.kill(Number(second.pid), 'SIGKILL');
    expect(await next('note')).toMatchObject({
      level: 'warn',
      note: 'process 2 has ended (SIGKILL); starting another',
    });
    expect(await next('note')).toMatchObject({
      note: expect.stringMatching(
        /^process 2 cannot be started again \(2\), next attempt in 1 s: .*nothing listens there/,
      ),
    });
    await server.start();
    const third = await next('started');
    expect([first.pid, second.pid]).not.toContain(third.pid);
    process.kill(Number(first.pid), 0);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
