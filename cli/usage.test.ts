import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { dcm, folder, patience } from './cli.testing.js';
import { bank } from './commands/bank.js';
import { doctor } from './commands/doctor.js';
import { keys } from './commands/keys.js';
import { mock } from './commands/mock.js';
import { diff } from './commands/report.js';
import { token } from './commands/token.js';
import { verify } from './commands/verify.js';
import { reportError } from './exit.js';
import type { VerifyCommand } from './verify-command.js';

/** What the user has to put right ends with exit code 2, in words and without a stack. */

/** A command as the program runs it: its exit code and what it prints on standard error. */
async function outcome(command: () => Promise<number>): Promise<{ code: number; err: string }> {
  const lines: unknown[] = [];
  const spy = vi.spyOn(console, 'error').mockImplementation((...parts) => void lines.push(parts.join(' ')));
  try {
    return { code: await command().catch(reportError), err: lines.join('\n') };
  } finally {
    spy.mockRestore();
  }
}

async function expectUsage(command: () => Promise<number>, words: string | RegExp): Promise<void> {
  const { code, err } = await outcome(command);
  expect(err).toMatch(words);
  expect(err).not.toMatch(/^ +at /m);
  expect(code).toBe(2);
}

const verifying = (options: Partial<VerifyCommand>) => async () =>
  verify({ reference: true, report: await folder(), ...options });

describe('dcm verify', () => {
  it('wants to know what to verify', () =>
    expectUsage(
      verifying({ reference: false }),
      'specify what to verify: --config bank.yaml, or --reference',
    ));

  it.each(['17', 'x', '3-1', ''])('refuses --steps %j', (steps) =>
    expectUsage(verifying({ steps }), `--steps ${steps}: expected steps of 1 to 16`),
  );

  it('refuses an unknown --defect and lists those there are', () =>
    expectUsage(
      verifying({ defect: 'none-such' }),
      /--defect none-such: expected one of\n( {2}\S.*\n){3}and \d+ more, see docs\/prove\.md$/,
    ));

  it('refuses a keys file that is not there, and says how to make it', () =>
    expectUsage(
      verifying({ keys: '/none/such.json' }),
      /such\.json cannot be read.*Create it with: dcm keys/,
    ));

  it('says of a keys file that is not JSON what is wrong', async () => {
    const file = join(await folder(), 'dcm-keys.json');
    await writeFile(file, 'not JSON');
    await expectUsage(verifying({ keys: file }), /it is not JSON\. Create one with: dcm keys/);
  });

  it.each(['', 'not JSON', '{}', '[]', '{"format":"dcm-keys","version":2}'])(
    'refuses a keys file with %j',
    async (content) => {
      const file = join(await folder(), 'dcm-keys.json');
      await writeFile(file, content);
      await expectUsage(verifying({ keys: file }), /is (?:not a keys file|empty)/);
    },
  );

  it.each(['', 'deeper'])('refuses a report folder in whose place is a file (%j)', async (below) => {
    const file = join(await folder(), 'reports');
    await writeFile(file, '');
    await expectUsage(
      verifying({ report: join(file, below) }),
      /Reports cannot be written to .*--report DIR/,
    );
  });
});

describe('a usage error of dcm verify', () => {
  const wrong: readonly Partial<VerifyCommand>[] = [
    { reference: false },
    { mockUrl: 'http://127.0.0.1:9' },
    { steps: '17' },
    { lang: 'ru' },
    { defect: 'none-such' },
    { timeLimit: 'x' },
    { keys: '/none/such.json' },
    { resume: true },
    { statementKey: '/none/such.json' },
    { reference: false, config: '/none/such.yaml' },
  ];
  it.each(wrong)('leaves the reports of an earlier run: %j', async (options) => {
    const report = await folder();
    const earlier = join(report, 'result.json');
    await writeFile(earlier, 'earlier');
    await expectUsage(() => verify({ reference: true, report, ...options }), /./);
    expect(await readFile(earlier, 'utf8')).toBe('earlier');
  });
});

describe('the control token of a mock that already runs', () => {
  it.each([{ controlToken: 'control-1' }, { controlTokenFile: '/none/such' }])(
    'is refused without --mock-url: %j',
    async (token) => {
      const words = /^dcm: --control-token(?:-file)? works only with --mock-url$/;
      const options = { config: '/none/such.yaml', ...token };
      await expectUsage(verifying({ reference: false, ...options }), words);
      await expectUsage(() => doctor(options), words);
    },
  );
});

describe('the other commands', () => {
  it('refuse ports that are none', async () => {
    for (const port of ['x', '-1', '65536', '1.5']) {
      await expectUsage(() => mock({ port, host: '127.0.0.1' }), `--port ${port}: expected a number`);
      await expectUsage(() => bank({ port, dcm: '', subject: [] }), `--port ${port}: expected a number`);
    }
  });

  it('refuse a bank with an unknown defect', () =>
    expectUsage(() => bank({ port: '0', dcm: '', subject: [], defect: 'x' }), '--defect x: expected one of'));

  it('refuse a profile that cannot be read, or has an unknown member', async () => {
    const options = { port: '0', host: '127.0.0.1' };
    await expectUsage(
      () => mock({ ...options, profile: '/none/such' }),
      '--profile /none/such: cannot be read',
    );
    const profile = join(await folder(), 'profile.json');
    await writeFile(profile, '{"asset_kode":"UAH"}');
    await expectUsage(
      () => mock({ ...options, profile }),
      /--profile .*: asset_kode: unknown member; did you mean asset_code\?/,
    );
  });

  it('refuse to make keys where there are some', async () => {
    const file = join(await folder(), 'dcm-keys.json');
    await writeFile(file, 'keys of a year');
    await expectUsage(() => keys(file, {}), 'already exists');
    await expectUsage(() => keys(join(file, 'below'), {}), 'cannot be written');
  });

  it('refuse a token that cannot be made', async () => {
    const options = { keys: '/none/such', obj: 'a', sub: 'b', flow: 'sign-in', ttl: '60' };
    await expectUsage(() => token(options), 'Create it with: dcm keys');
    const file = join(await folder(), 'dcm-keys.json');
    vi.spyOn(console, 'log').mockImplementation(() => {});
    await keys(file, {});
    vi.restoreAllMocks();
    const made = { ...options, keys: file };
    await expectUsage(() => token({ ...made, flow: 'x' }), '--flow x: expected one of sign-in, sign-up');
    await expectUsage(() => token({ ...made, ttl: 'x' }), '--ttl x: expected a whole number of seconds');
    await expectUsage(() => token({ ...made, defect: 'x' }), /--defect x: expected one of\n {2}\S/);
  });

  it('refuse to compare what is no result', async () => {
    const file = join(await folder(), 'a.json');
    await writeFile(file, '{"verdict":"conformant"}');
    await expectUsage(() => diff('/none/such', file, {}), '/none/such: cannot be read: ENOENT');
    await expectUsage(
      () => diff(dirname(file), file, {}),
      'this is a folder; name the file result.json in it',
    );
    await expectUsage(() => diff(file, file, {}), /not a result\.json of this version: \w+/);
  });
});

describe('the program', { timeout: patience }, () => {
  it.each([
    [['frobnicate'], "unknown command 'frobnicate'"],
    [['verify', '--refrence'], "unknown option '--refrence'"],
    [['verify', '--reference', 'more'], 'too many arguments'],
    [['token', '--obj', 'a'], "required option '--sub <text>' not specified"],
    [['verify', '--reference', '--tags', '@S99-99'], 'no scenario matches'],
    [['verify', '--reference', '--tags', 'and and'], 'the selection is invalid: Tag expression'],
    [['verify', '--reference', '--keys', 'no-such.json'], 'cannot be read'],
    [['verify', '--reference', '--report', ''], '--report: expected a folder'],
    [['prove', '--report', ''], '--report: expected a folder'],
  ])('ends %j with 2, and leaves earlier reports', async (args, words) => {
    const report = await folder();
    await writeFile(join(report, 'summary.md'), 'earlier');
    const begins = args.includes('--tags') || args.includes('--keys');
    const { code, err } = await dcm(...args, ...(begins ? ['--report', report] : []));
    expect(await readFile(join(report, 'summary.md'), 'utf8')).toBe('earlier');
    expect(err).toContain(words);
    expect(err).not.toMatch(/^ +at /m);
    expect(code).toBe(2);
  });

  it('without a command shows its help, and ends with 2', async () => {
    const { code, err } = await dcm();
    expect(err).toContain('Usage: dcm');
    expect(code).toBe(2);
  });
});
