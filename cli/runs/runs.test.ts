import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import type { UsageError } from '../../contract/texts/said.js';
import { type RunningMock, startMock } from '../../mock-server/start.js';
import { systemSleep } from '../../mock-server/system.js';
import { program } from '../../program.testing.js';
import { dcm, dcmServing, end, folder, main, patience, start } from '../cli.testing.js';
import { compareRuns, listRuns, showRun, startRun, stopRun, watchRun } from '../commands/runs.js';
import { printedBy } from '../printed.testing.js';
import { createRunner } from './runner.js';

/** Runs with real programs: of a terminal, and started by the mock. */

const dcmProgram = [program('cli/main.ts')];

async function running(ofRun: readonly string[] = dcmProgram, controlToken?: string) {
  const at = () => ({ url: mock.url, keys: mock.keys, controlToken });
  const mock: RunningMock = await startMock({
    port: 0,
    runner: createRunner([], at, ofRun),
    ...(controlToken === undefined ? {} : { controlToken }),
  });
  onTestFinished(mock.close);
  const headers = () => (controlToken === undefined ? {} : { authorization: `Bearer ${controlToken}` });
  const control = createClient(controlOperations, { baseUrl: mock.url, headers, fetch });
  return {
    mock,
    control,
    url: mock.url,
    options: { mockUrl: mock.url, ...(controlToken && { controlToken }) },
  };
}

const two = '@S01-01 or @S07-01';
const printed = async (command: () => Promise<number>) => printedBy(command);

describe('dcm runs', { timeout: patience }, () => {
  it('what the run would refuse is refused at its option, and no run is made', async () => {
    const { options, control } = await running();
    const refused = (more: object) =>
      startRun('reference', { ...options, ...more }).catch((error: UsageError) => error.said);
    expect(await refused({ steps: '17' })).toEqual({
      en: '--steps: expected steps of 1 to 16 such as 7, 1-11 or 1,12-16',
      uk: '--steps: очікувано кроки від 1 до 16, наприклад 7, 1-11 або 1,12-16',
    });
    expect(await refused({ readings: 'U-999' })).toMatchObject({
      uk: expect.stringContaining('--readings: тлумачення «U-999» немає'),
    });
    expect((await control.listRuns({})).runs).toEqual([]);
  });

  it('starts a run, watches it to its end, and ends with its exit code', async () => {
    const { options, control } = await running(dcmProgram, 'a-token-of-this-test');
    const failing = { ...options, tags: two, defect: 'refuses-everything', wait: true };
    const { code, text } = await printed(() => startRun('reference', failing));
    expect(code).toBe(1);
    expect(text).toMatch(/✗ S01-01 {2}.*\n {4}AUTH-01 .*\n {4}expected 200 .*, was 401/);
    expect(text).toContain('Not conformant');
    const good = await printed(() =>
      startRun('reference', { ...options, tags: two, wait: true, lang: 'uk' }),
    );
    expect([good.code, good.text]).toEqual([0, expect.stringContaining('Частково')]);
    const compared = await printed(() => compareRuns(1, 2, options));
    expect([compared.code, compared.text]).toEqual([0, expect.stringContaining('Mended (2)')]);
    const back = await printed(() => compareRuns(2, 1, options));
    expect([back.code, back.text]).toEqual([1, expect.stringContaining('Newly failing (2)')]);
    const list = await printed(() => listRuns(options));
    expect(list.text.split('\n').map((line) => line.trim().slice(0, 1))).toEqual(['2', '1']);
    const uk = await printed(() => showRun(1, { ...options, lang: 'uk' }));
    expect(uk.text).toMatch(/✗ S01-01 {2}.*\n {4}AUTH-01 .*\n {4}очікувано 200 (?:із|від) .*, отримано 401/);
    const shown = await printed(() => showRun(1, { ...options, json: true }));
    expect(JSON.parse(shown.text)).toMatchObject({ id: 1, verdict: 'not-conformant' });
    // The token was in no argument, and is in no report.
    expect(JSON.stringify(await control.getRunResult({ params: { id: 1 } }))).not.toContain(
      'a-token-of-this-test',
    );
  });

  it('a later run on the same mock is judged by what happens in it alone', async () => {
    const { options } = await running();
    // Those that look at the whole journal, at employees of the bank, and at other banks.
    const tags = '@S12-04 or @S12-10 or @S16-06 or @S16-49 or @S16-60';
    for (const run of [1, 2]) {
      const { code, text } = await printed(() => startRun('reference', { ...options, tags, wait: true }));
      expect({ run, code, text }).toEqual({ run, code: 0, text: expect.not.stringMatching(/[✗?!] S/) });
    }
  });

  it('stops a run, which is no success', async () => {
    const { options } = await running();
    await printed(() => startRun('reference', { ...options, steps: '1-12' }));
    const stopped = await printed(() => stopRun(1, options));
    expect([stopped.code, stopped.text]).toEqual([0, expect.stringContaining('running')]);
    const watching = printed(() => watchRun(1, options));
    const { code, text } = await watching;
    expect([code, text]).toEqual([3, expect.stringMatching(/stopped {2}reference[\s\S]*page: /)]);
  });

  it('says what is wrong: no mock, no run, no number, no token', async () => {
    const { url } = await running(dcmProgram, 'a-token-of-this-test');
    const runs = async (...args: readonly string[]) => {
      const { code, err } = await dcm('runs', ...args);
      expect({ args, code }).toEqual({ args, code: 2 });
      return err;
    };
    expect(await runs('list', '--mock-url', 'http://127.0.0.1:2')).toContain('no mock responds there');
    expect(await runs('show', 'x')).toContain('x: expected the number of a run');
    expect(await runs('list', '--mock-url', url)).toContain('--control-token-file');
    const token = ['--mock-url', url, '--control-token', 'a-token-of-this-test'];
    expect(await runs('show', '7', ...token)).toContain('run 7 not found');
    expect(await runs('show', '7', '--lang', 'uk', ...token)).toContain('не знайдено: прогін 7');
    expect(await runs('start', 'bank7', ...token)).toContain('target bank7 not found');
  });
});

describe('a run that ends badly', { timeout: patience }, () => {
  it('is not green when its program is killed', async () => {
    // It ends itself as soon as it has registered.
    const kill = `import('node:child_process'); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 50)`;
    const { options, control } = await running(['-e', kill, '--']);
    const { code, text } = await printed(() => startRun('reference', { ...options, wait: true }));
    expect([code, text]).toEqual([3, expect.stringContaining('its program was killed')]);
    expect(await control.getRun({ params: { id: 1 } })).not.toHaveProperty('verdict');
    const shown = await printed(() => showRun(1, { ...options, lang: 'uk' }));
    expect(shown.text).toMatch(/перервано[\s\S]*зупинено примусово\n +висновку про банк немає; .*повторіть/);
    const compared = await compareRuns(1, 1, options).catch((error: unknown) => error);
    expect(compared).toMatchObject({
      said: {
        en: expect.stringMatching(
          /run 1 has no result: it ended early: its program was killed; run it again$/,
        ),
        uk: expect.stringMatching(/прогін 1 не має результату: він перервався: .*; повторіть його$/),
      },
    });
  });

  it('says why it could not begin, with the exit code of a mistake', async () => {
    const { options } = await running();
    const { code, text } = await printed(() =>
      startRun('reference', { ...options, tags: '@S99-99', wait: true }),
    );
    expect([code, text]).toEqual([2, expect.stringContaining('no scenario matches @S99-99')]);
  });

  it('ends with the mock that has started it', async () => {
    const { first, stop } = await dcmServing('mock', '--port', '0', '--json');
    const { url } = JSON.parse(first) as { url: string };
    const control = createClient(controlOperations, { baseUrl: url, fetch });
    await control.startRun({ body: { target: 'reference', steps: '1-12' } });
    let bank = '';
    while (bank === '') {
      const { counterparties } = await control.listRegistered({});
      bank = counterparties.find(({ user_auth_url }) => user_auth_url !== '')?.user_auth_url ?? '';
    }
    await stop('SIGKILL');
    // The reference bank is part of its program.
    while (
      await fetch(bank).then(
        () => true,
        () => false,
      )
    )
      await systemSleep(50);
  });
});

describe('a run of a terminal', { timeout: patience }, () => {
  it('is in the list of the mock, and can be stopped there', async () => {
    const at = await folder();
    const keys = join(at, 'keys.json');
    expect((await dcm('keys', keys)).code).toBe(0);
    const { first, stop } = await dcmServing('mock', '--port', '0', '--json', '--keys', keys);
    const { url } = JSON.parse(first) as { url: string };
    const control = createClient(controlOperations, { baseUrl: url, fetch });
    const verify = (...more: readonly string[]) =>
      start([
        main,
        'verify',
        '--reference',
        '--mock-url',
        url,
        '--keys',
        keys,
        '--report',
        join(at, 'r'),
        ...more,
      ]);
    const done = await end(verify('--tags', two));
    expect([done.code, done.out]).toEqual([0, expect.stringContaining(`${url}/console/runs/1`)]);
    expect(await control.getRun({ params: { id: 1 } })).toMatchObject({
      started_by: 'elsewhere',
      state: 'finished',
      verdict: 'partial',
      options: { tags: two },
      scenarios: [{ id: 'S01-01', verdict: 'passed' }, { id: 'S07-01' }],
      report: true,
    });
    const second = end(verify('--steps', '1-12'));
    while ((await control.listRuns({})).runs.length < 2) await systemSleep(20);
    await control.stopRun({ params: { id: 2 }, body: {} });
    expect((await second).code).toBe(3);
    expect((await control.listRuns({})).runs[0]).toMatchObject({ state: 'stopped', report: true });
    // The mock goes away while a run is on: the run says so, and is no success.
    const third = end(verify('--steps', '1-12', '--time-limit', '2'));
    const newest = async () => (await control.listRuns({})).runs[0];
    for (let run = await newest(); run?.id !== 3 || run.counts.passed === undefined; run = await newest())
      await systemSleep(20);
    await stop('SIGKILL');
    const { code, err } = await third;
    expect([code === 0, err]).toEqual([false, expect.stringContaining('in its list')]);
  });

  it('needs the keys of the mock', async () => {
    const { url } = await running();
    const { code, err } = await dcm('verify', '--reference', '--mock-url', url, '--report', await folder());
    expect([code, err]).toEqual([2, expect.stringContaining('--mock-url with --reference requires --keys')]);
  });
});
