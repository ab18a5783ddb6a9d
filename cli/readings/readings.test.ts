import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Profile } from '../../contract/profile/index.js';
import { describeBank, startBank } from '../bank.testing.js';
import { dcm, dcmServing, end, main, patience, readResult, start } from '../cli.testing.js';

/** `--readings` with a bank and a mock in processes of their own. */

const tags = '@S11-01 or @S12-01 or @S16-02 or @S16-06';

async function prepared(...bankOptions: readonly string[]) {
  const bank = await startBank(...bankOptions);
  const keys = join(bank.at, 'dcm-keys.json');
  const { first } = await dcmServing('mock', '--port', '0', '--json', '--keys', keys);
  const { url } = JSON.parse(first) as { url: string };
  const profile = async (): Promise<Profile> =>
    ((await (await fetch(`${url}/control/v1/profile`)).json()) as { profile: Profile }).profile;
  const config = await describeBank(bank, { bank: { schemes: ['dcm'] } });
  const report = join(bank.at, 'reports');
  const args = ['verify', '--config', config, '--mock-url', url, '--report', report, '--tags', tags];
  return { profile, report, args, kill: () => bank.stop('SIGKILL') };
}

it('a sound bank is independent of readings, and the mock has its options back', {
  timeout: patience,
}, async () => {
  const { profile, report, args } = await prepared();
  const before = await profile();
  const { code, out } = await dcm(...args, '--readings', 'U-26,U-53,U-72 further', '--require-robust');
  expect({ code, out }).toMatchObject({ code: 0 });
  expect(out.trimEnd().split('\n').at(-1)).toBe('robust under 3 of 3 readings; 1 not tried');
  const { robustness } = await readResult(report);
  expect(robustness?.map(({ reading, outcome }) => `${reading} ${outcome}`)).toEqual([
    'U-72 further not-tried',
    'U-26 object independent',
    'U-26 renamed independent',
    'U-53 v1 independent',
  ]);
  expect(await profile()).toEqual(before);
});

it('the mock has its options back when the command is interrupted under a reading', {
  timeout: patience,
}, async () => {
  const { profile, args } = await prepared();
  const before = await profile();
  const child = start([main, ...args, '--readings', 'U-45']);
  for (;;) {
    if ((await profile()).posting === 'async') break;
    if (child.exitCode !== null) throw new Error('the run has ended before the reading was tried');
  }
  child.kill('SIGINT');
  const { code } = await end(child);
  expect(code).toBe(3);
  expect(await profile()).toEqual(before);
});

it('the mock has its options back when the bank dies under a reading, and no later reading is held against it', {
  timeout: patience,
}, async () => {
  const { profile, report, args, kill } = await prepared();
  const before = await profile();
  const child = start([main, ...args, '--time-limit', '5', '--readings', 'U-45,U-53']);
  for (;;) {
    if ((await profile()).posting === 'async') break;
    if (child.exitCode !== null) throw new Error('the run has ended before the reading was tried');
  }
  await kill();
  const { code } = await end(child);
  expect(code).toBe(0);
  expect(await profile()).toEqual(before);
  const { robustness } = await readResult(report);
  expect(robustness?.map(({ outcome }) => outcome)).toEqual(['depends', 'not-tried', 'not-tried']);
});
