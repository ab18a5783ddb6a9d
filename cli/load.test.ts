import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadResult } from '../contract/load.js';
import { configOf, describeBank, home, startBank, writeConfig } from './bank.testing.js';
import { dcm, end, folder, main, patience, start, texts } from './cli.testing.js';
import { secretsInFile } from './secrets.js';

/** The command as its users see it; what is measured, and how, is tested in cli/load/. */

const resultIn = async (report: string) =>
  loadResult.parse(JSON.parse(await readFile(join(report, 'load.json'), 'utf8')));

describe('dcm load', { timeout: patience }, () => {
  it('measures the bank of a bank.yaml, with transfers, and shows no secret', async () => {
    const bank = await startBank();
    const config = await describeBank(bank);
    const report = join(bank.at, 'reports');
    const args = ['--rate', '12', '--for', '2s', '--limit', '10s', '--transfers', '--transfer-limit', '20s'];
    const { code, out, err } = await dcm('load', '--config', config, ...args, '--report', report);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/✓ Within the limit\nAt 12 requests a second/);
    const result = await resultIn(report);
    expect(result).toMatchObject({
      verdict: 'held',
      exit_code: 0,
      target: 'bank1',
      limit_ms: 10_000,
      transfer_limit_ms: 20_000,
      rate: 12,
      ramp: null,
      left_out: [],
      note: '',
    });
    expect(result.stages).toMatchObject([
      { rate: 12, seconds: 2, all: { due: 24, in_time: 24, failed: 0 }, faults: [] },
    ]);
    expect(result.stages[0]?.kinds.map(({ kind, due }) => [kind, due])).toEqual([
      ['user_auth', 6],
      ['key', 6],
      ['external_id', 6],
      ['transfer', 6],
    ]);
    const files = await texts(report);
    expect(files.map(([name]) => name)).toEqual(['load.html', 'load.json']);
    const secrets = (
      await Promise.all(
        ['dcm-keys.json', 'bank-key.json', 'bank-seeds.json'].map((name) =>
          secretsInFile(join(bank.at, name)),
        ),
      )
    ).flat();
    expect(secrets.length).toBeGreaterThan(5);
    for (const text of [out, err, ...files.map(([, text]) => text)]) {
      for (const secret of [...secrets, bank.acts_token, 'Officer-1-secret'])
        expect(text).not.toContain(secret);
      expect(text).not.toMatch(/eyJ[\w-]{10}/);
    }
  });

  it('measures nothing if the bank does not know its users even without load', async () => {
    const bank = await startBank();
    // Without a driver, nobody tells it to make their secrets.
    const config = await describeBank(bank, { driver: { kind: 'none' } });
    const report = join(bank.at, 'reports');
    const { code, out } = await dcm('load', '--config', config, '--report', report, '--lang', 'uk');
    expect(code).toBe(3);
    expect(out).toContain('kk-1: /key answered HTTP 401');
    expect(out).toContain('Один запит виду /key, без навантаження, не отримав очікуваної відповіді.');
    expect(await resultIn(report)).toMatchObject({
      verdict: 'not-measured',
      stages: [],
      at_rest: { kind: 'key', fault: 'unauthorized' },
      left_out: [],
    });
  });

  it('ends with 1 if a bank is late now and then', async () => {
    const report = await folder();
    const args = ['--defect', 'late-now-and-then', '--rate', '20', '--for', '2s', '--report', report];
    const { code, out } = await dcm('load', '--reference', ...args);
    expect(code).toBe(1);
    expect(out).toContain('✗ Limit broken');
    const { stages } = await resultIn(report);
    const [userAuth, key] = stages[0]?.kinds ?? [];
    expect(userAuth?.p99_ms).toBeGreaterThan(1000);
    expect(userAuth?.in_time).toBeLessThan(12);
    expect(key).toMatchObject({ kind: 'key', failed: 0 });
  });

  it('searches, and refuses to demand what it would never try', async () => {
    const report = await folder();
    const args = ['--ramp', '5..10', '--for', '1s', '--limit', '10s', '--report', report];
    const { code, out } = await dcm('load', '--reference', ...args, '--lang', 'uk');
    expect(code).toBe(0);
    expect(out).toContain('Найвища частота в межах граничного часу: 10/с (пошук до 10/с).');
    expect(await resultIn(report)).toMatchObject({ rate: null, ramp: { from: 5, to: 10, found: 10 } });
    const demanded = await dcm('load', '--reference', ...args, '--rate', '20');
    expect(demanded.code).toBe(2);
    expect(demanded.err).toContain('--rate 20 is above --ramp');
  });

  it('ended by Ctrl-C tells what was measured so far, and leaves no bank behind', async () => {
    const report = await folder();
    await writeFile(join(report, 'load.html'), 'an earlier report');
    const child = start([main, 'load', '--reference', '--for', '60s', '--report', report]);
    const ended = end(child);
    for await (const text of child.stdout ?? []) if (String(text).includes('requests a second for')) break;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    child.kill('SIGINT');
    const { code, err } = await ended;
    expect(code).toBe(3);
    expect(err).toContain('dcm: ended by SIGINT');
    expect(err).toContain('↯ Ended early');
    const result = await resultIn(report);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3, note: 'ended by SIGINT' });
    expect(result.stages[0]?.all.due).toBeGreaterThan(10);
    expect(await readFile(join(report, 'load.html'), 'utf8')).toContain('Ended early');
  });

  it.each([
    ['--auth-url', { auth_url: 'https://auth.bank.example' }, 'auth.bank.example is not a private host'],
    ['probes', { probes: 'within-act' }, 'can only be measured with --transfers'],
  ])('refuses %s of a bank.yaml before anybody is called', async (_name, bank, problem) => {
    const at = await home();
    const config = await writeConfig(at, configOf('http://127.0.0.1:2', { bank }));
    const report = join(at, 'reports');
    const { code, err } = await dcm('load', '--config', config, '--report', report);
    expect(code).toBe(2);
    expect(err).toContain(problem);
    expect(existsSync(report)).toBe(false);
    const allowed = await dcm(
      'load',
      '--config',
      config,
      '--report',
      report,
      '--allow-host',
      'auth.bank.example',
    );
    expect(allowed.err).not.toContain('private host');
  });

  it('refuses transfers where nobody makes them', async () => {
    const at = await home();
    for (const driver of [{ kind: 'none' }, { kind: 'manual' }]) {
      const config = await writeConfig(at, configOf('http://127.0.0.1:2', { driver }));
      const { code, err } = await dcm(
        'load',
        '--config',
        config,
        '--transfers',
        '--report',
        join(at, 'reports'),
      );
      expect(code).toBe(2);
      expect(err).toContain('--transfers needs a driver');
    }
  });
});
