import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { end, folder, main, patience, readResult, start } from '../cli.testing.js';

/** However a command ends, no earlier report speaks for it, and its exit code is no verdict. */

const kept = ['junit.xml', 'messages.ndjson', 'report.html', 'result.json', 'statement.jws', 'summary.md'];

/** A folder with the reports of an earlier, green run. */
async function greenReports(): Promise<string> {
  const report = join(await folder(), 'reports');
  await mkdir(report);
  for (const name of [...kept, 'prove.md', 'prove.json']) await writeFile(join(report, name), 'conformant');
  return report;
}

const dcmWith = (before: readonly string[], ...args: string[]): ChildProcess => {
  const child = start([...before, main, ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
};

/** Resolves when a run has begun, which is when the earlier reports go. */
async function gone(path: string): Promise<void> {
  while (existsSync(path)) await new Promise((resolve) => setImmediate(resolve));
}

const firstText = async (child: ChildProcess) => once(child.stdout as NodeJS.ReadableStream, 'data');

/** Makes an exception that nobody foresaw at SIGUSR2. */
const fragile = [
  '--import',
  `data:text/javascript,process.on('SIGUSR2', () => { throw new Error('nobody foresaw this') })`,
];

const ends: Readonly<Record<string, (child: ChildProcess) => unknown>> = {
  SIGINT: (child) => child.kill('SIGINT'),
  SIGTERM: (child) => child.kill('SIGTERM'),
  SIGHUP: (child) => child.kill('SIGHUP'),
  'SIGINT twice': (child) => [child.kill('SIGINT'), child.kill('SIGINT')],
  'a closed standard output': (child) => child.stdout?.destroy(),
  'an uncaught exception': (child) => child.kill('SIGUSR2'),
};

const verifying = (report: string, before: readonly string[] = []) =>
  dcmWith(
    before,
    'verify',
    '--reference',
    '--steps',
    '1-5',
    '--defect',
    'accepts-alg-none',
    '--report',
    report,
  );

describe('dcm verify', { timeout: patience }, () => {
  it.each(Object.keys(ends))('ended by %s leaves reports with the verdict error', async (name) => {
    const report = await greenReports();
    const child = verifying(report, fragile);
    const ended = end(child);
    await firstText(child);
    ends[name]?.(child);
    const { code, err } = await ended;
    expect(code).toBe(3);
    const result = await readResult(report);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3, target: 'reference' });
    expect(err + JSON.stringify(result)).toMatch(
      /ended by SIG|output cannot be written \(EPIPE\)|nobody foresaw this/,
    );
    for (const file of kept) {
      const text = await readFile(join(report, file), 'utf8').catch(() => '');
      expect({ file, text }).not.toEqual({ file, text: 'conformant' });
    }
  });

  it('says what it leaves, when it is ended before anything is on the stage', async () => {
    const report = await greenReports();
    const child = verifying(report);
    const ended = end(child);
    await gone(join(report, 'result.json'));
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(3);
    expect(err).toContain('dcm: ended by SIGINT');
    expect(err).toContain(report);
    expect(await readResult(report)).toMatchObject({ verdict: 'error', errors: ['ended by SIGINT'] });
  });

  it('killed leaves nothing', async () => {
    const report = await greenReports();
    const child = verifying(report);
    await firstText(child);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect((await readdir(report)).filter((name) => kept.includes(name))).toEqual([]);
  });

  it.each([
    ['no room for the reports', 'ulimit -f 1;', '', []],
    ['no room for what it prints', '', '>/dev/full', kept.filter((name) => name !== 'statement.jws')],
  ])('with %s has no verdict', async (_name, before, after, left) => {
    const report = await greenReports();
    const command = `${before} exec "$@" ${after}`;
    const args = [main, 'verify', '--reference', '--steps', '7', '--report', report];
    const child = spawn('bash', ['-c', command, 'bash', process.execPath, ...args]);
    const { code, out, err } = await end(child);
    expect(code).toBe(3);
    expect(out + err).toMatch(/cannot be written/);
    expect(out).not.toMatch(/^partial/m);
    expect((await readdir(report)).filter((name) => kept.includes(name))).toEqual(left);
    if (left.length > 0) expect(await readResult(report)).toMatchObject({ verdict: 'error', exit_code: 3 });
  });
});

describe('dcm prove', { timeout: patience }, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ended by %s proves nothing', async (signal) => {
    const report = await greenReports();
    const child = dcmWith([], 'prove', '--defect', 'accepts-alg-none', '--report', report);
    const ended = end(child);
    await gone(join(report, 'prove.json'));
    child.kill(signal);
    const { code, err } = await ended;
    expect(code).toBe(3);
    expect(err).toContain(`dcm: ended by ${signal}`);
    expect(existsSync(join(report, 'prove.md'))).toBe(false);
    expect(JSON.parse(await readFile(join(report, 'prove.json'), 'utf8'))).toMatchObject({
      verdict: 'error',
      error: `ended by ${signal}`,
    });
  });
});

describe('a closed output', { timeout: patience }, () => {
  const config = fileURLToPath(new URL('../../fixtures/independent-bank/bank.yaml', import.meta.url));
  it.each([
    ['--help'],
    ['mock', '--port', '0'],
    ['bank', '--port', '0'],
    ['checklist', '--lang', 'en', '--config', config],
    ['verify', '--help'],
    ['verify', '--defect', 'none-such', '--reference'],
    ['doctor', '--config', 'none-such.yaml'],
  ])('ends dcm %s with neither 0 nor 1, and without a stack', async (...args) => {
    const child = dcmWith([], ...args);
    child.stdout?.destroy();
    const { code, err } = await end(child);
    expect([2, 3]).toContain(code);
    expect(err).not.toContain('    at ');
  });

  it('of standard error ends a run as well', async () => {
    const report = await greenReports();
    const child = dcmWith([], 'verify', '--reference', '--tags', '@none', '--report', report);
    child.stderr?.destroy();
    const { code } = await end(child);
    expect([2, 3]).toContain(code);
    expect((await readdir(report)).filter((name) => kept.includes(name))).toEqual([]);
  });
});

describe('a server', { timeout: patience }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends in order by %s', async (signal) => {
    const child = dcmWith([], 'mock', '--port', '0', '--json');
    const ended = end(child);
    await firstText(child);
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  it.each(['mock', 'bank'])('%s ends with 3 after an uncaught exception', async (name) => {
    const child = dcmWith(fragile, name, '--port', '0', '--json');
    const ended = end(child);
    await firstText(child);
    child.kill('SIGUSR2');
    const { code, err } = await ended;
    expect(code).toBe(3);
    expect(err).toContain('dcm: uncaught exception: nobody foresaw this');
  });
});
