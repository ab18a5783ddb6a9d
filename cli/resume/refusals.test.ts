import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../contract/texts/said.js';
import { noPast } from '../../mock-server/chronicle.js';
import { readKeysFile } from '../../mock-server/keys-file.js';
import { type Changes, changeKeys, configOf, home, writeConfig } from '../bank.testing.js';
import { patience } from '../cli.testing.js';
import { verify } from '../commands/verify.js';
import { loadConfig } from '../config/load.js';
import type { VerifyCommand } from '../verify-command.js';
import { newRunFile, runFileOf } from './file.js';
import { identityOf } from './identity.js';
import { begun, kept } from './parts.testing.js';

/** What cannot be resumed is refused with exit code 2, and the reports of that run are not touched. */

const config = (at: string, changes: Changes = {}) =>
  writeConfig(at, configOf('http://127.0.0.1:2', changes));
const selection = { steps: [], tags: '', mock: false };

/** A run that was interrupted, as its file says. */
async function interrupted() {
  const at = await home();
  const report = join(at, 'reports');
  await mkdir(report);
  await writeFile(join(report, 'result.json'), '{"verdict":"error"}');
  const options: VerifyCommand = { resume: true, config: await config(at), report };
  const loaded = await loadConfig(String(options.config));
  const keys = await readKeysFile(loaded.path('./dcm-keys.json'));
  const file = newRunFile(report, await identityOf(loaded, keys, selection, {}), keys.secret);
  file.add([begun, kept('S01-01', 'S01-02', { walk: { made: {}, counts: {}, maps: {} }, mock: noPast })]);
  return { at, report, options, file };
}

type Run = Awaited<ReturnType<typeof interrupted>>;

async function expectRefusal({ report }: Run, options: VerifyCommand, ...words: readonly string[]) {
  const error = await verify(options).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  for (const word of words) expect(String(error)).toContain(word);
  expect(await readFile(join(report, 'result.json'), 'utf8')).toContain('verdict');
}

describe('dcm verify --resume', { timeout: patience }, () => {
  it('refuses other options, and names them', async () => {
    const run = await interrupted();
    const others: VerifyCommand = {
      ...run.options,
      steps: '1-11',
      seed: 'x',
      timeLimit: '9',
      mock: true,
      whole: true,
    };
    await expectRefusal(
      run,
      others,
      `the run in ${run.report} was started with other settings:`,
      '--steps and --tags: was none, is steps 1,2,3',
      '--seed: was none, is x',
      '--time-limit: was none, is 9',
      '--mock: was none, is yes',
      '--whole: was none, is yes',
      'Restore them, or start over without --resume.',
    );
  });

  it.each<[string, Changes]>([
    ['bank.schemes', { bank: { schemes: ['dcm', 'bank'], jwks: './bank-jwks.json' } }],
    [
      'bank.first_employee',
      { bank: { first_employee: { email: 'a@b.example', password: 'Another-1-secret' } } },
    ],
    ['driver.kind', { driver: { kind: 'manual' } }],
    ['profile', { more: { profile: { posting: 'async' } } }],
    ['waivers', { more: { waivers: [{ rule: 'CALLBACK-03', reason: 'r', until: '2999-01-01' }] } }],
  ])('refuses a bank.yaml in which %s has changed', async (member, changes) => {
    const run = await interrupted();
    const other = await config(run.at, changes);
    await expectRefusal(run, { ...run.options, config: other }, `bank.yaml: ${member} has changed`);
  });

  it('names a few of many members that have changed', async () => {
    const run = await interrupted();
    const bank = { alias: 'b', name: 'B', auth_url: 'http://127.0.0.1:3', leeway_s: 1, jwks_cooldown_s: 1 };
    const other = await config(run.at, { bank, driver: { kind: 'manual' } });
    await expectRefusal(run, { ...run.options, config: other }, 'bank.name has changed', 'more\n');
  });

  it('refuses other keys, and another version', async () => {
    const run = await interrupted();
    const other = await interrupted();
    await changeKeys(other.at);
    await expectRefusal(
      run,
      { ...run.options, config: other.options.config ?? '' },
      'dcm.keys: the file contains other keys',
    );
    const path = runFileOf(run.report);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/("identity":\{"version":)"[^"]+"/, '$1"0.0.9"'));
    await expectRefusal(run, run.options, 'the version of dcm: was 0.0.9, is ');
  });

  it('refuses the reference bank and a mock that runs already', async () => {
    const run = await interrupted();
    const { report } = run;
    await expectRefusal(
      run,
      { resume: true, reference: true, report },
      'the reference bank stops when its run ends',
    );
    await expectRefusal(
      run,
      { ...run.options, mockUrl: 'http://127.0.0.1:2' },
      'does not work with --mock-url',
    );
  });

  it('refuses when there is nothing to resume, and says whether that run has come to its end', async () => {
    const run = await interrupted();
    run.file.remove();
    await expectRefusal(run, run.options, 'once its first scenario has finished');
    await writeFile(join(run.report, 'result.json'), '{"verdict":"not-conformant"}');
    await expectRefusal(run, run.options, 'is complete, with the verdict not-conformant');
    await rm(run.report, { recursive: true });
    const error = await verify(run.options).catch(String);
    expect(error).toContain('nothing to resume');
  });

  it('names a bank.yaml that is not there first', async () => {
    const run = await interrupted();
    run.file.remove();
    const error = await verify({ ...run.options, config: join(run.at, 'nope.yaml') }).catch(String);
    expect(error).toContain('nope.yaml');
  });

  it('refuses a file that was cut back to before its first scenario', async () => {
    const run = await interrupted();
    const lines = (await readFile(run.file.path, 'utf8')).split('\n');
    for (const count of [1, 2]) {
      await writeFile(run.file.path, `${lines.slice(0, count).join('\n')}\n`);
      await expectRefusal(run, run.options, 'is damaged');
    }
  });

  it('leaves an interrupted run that has only lost its bank to be resumed later', async () => {
    const run = await interrupted();
    const before = await readFile(run.file.path, 'utf8');
    const printed: string[] = [];
    const { error } = console;
    console.error = (text) => void printed.push(text);
    try {
      await expect(verify(run.options)).rejects.toBeInstanceOf(UsageError);
    } finally {
      console.error = error;
    }
    expect(await readFile(run.file.path, 'utf8')).toBe(before);
    expect(printed.join()).toContain(`dcm verify --resume --config ${run.options.config}`);
  });
});
