import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DefectName, defects } from '../fixtures/broken-banks/index.js';
import { diffResults } from '../reports/diff.js';
import { dcm, folder, patience, readResult, texts, walks } from './cli.testing.js';

const reports = ['exchanges.har', 'junit.xml', 'messages.ndjson', 'report.html', 'result.json', 'summary.md'];

describe('--defect refuses-everything', { timeout: patience }, () => {
  it('is not conformant, by the rules that it breaks and without a secret', async () => {
    const report = await folder();
    const { codes, secrets } = await walks({ reference: true, report, defect: 'refuses-everything' });
    expect(codes).toEqual([1]);
    await expectBroken('refuses-everything', report);
    // A bank that refuses everything gives no secrets away, so fewer are on the wire.
    await expectNoSecret(report, secrets, 5);
  });
});

/** Not conformant, by the rules that the defect breaks, each with all that explains it. */
async function expectBroken(defect: DefectName, report: string): Promise<void> {
  const { verdict, errors, rules, scenarios } = await readResult(report);
  expect({ verdict, errors }).toEqual({ verdict: 'not-conformant', errors: [] });
  const failures = scenarios.flatMap((scenario) => scenario.failures);
  for (const id of defects[defect].breaks) {
    expect(rules.find((rule) => rule.id === id)).toMatchObject({ id, verdict: 'failed' });
    const [failure] = failures.filter(({ rule }) => rule === id);
    for (const name of ['says', 'expected', 'actual', 'fix', 'source'] as const) {
      expect({ id, [name]: failure?.[name] }).toEqual({ id, [name]: expect.stringMatching(/./) });
    }
  }
  expect(scenarios.filter((scenario) => scenario.verdict === 'error')).toEqual([]);
}

async function expectNoSecret(report: string, secrets: readonly string[], least = 11): Promise<void> {
  expect(secrets.length).toBeGreaterThanOrEqual(least);
  for (const [name, text] of await texts(report)) {
    expect({ name, shown: secrets.filter((secret) => text.includes(secret)) }).toEqual({ name, shown: [] });
  }
}

describe('two runs with one seed and one keys file', { timeout: 2 * patience }, () => {
  it('find the reference bank conformant and say so everywhere, agree, and show no secret', async () => {
    const at = await folder();
    const keys = join(at, 'dcm-keys.json');
    expect((await dcm('keys', keys)).code).toBe(0);
    const order = { reference: true, mock: true, seed: 'again', keys };
    const report = (name: string) => join(at, name);
    // With this bank, the scenario left out waits in vain for seconds.
    const spoilt = { ...order, steps: '1-11', tags: 'not @S01-38', defect: 'accepts-everything' };
    // Side by side, since much of a run is waiting.
    const walked = await Promise.all([
      walks({ ...order, report: report('a') }, { ...spoilt, report: report('c') }),
      walks({ ...order, report: report('b') }, { ...spoilt, report: report('d') }),
    ]);
    for (const { codes, out, err } of walked) {
      expect({ codes, err }).toEqual({ codes: [0, 1], err: '' });
      expect(out).toContain('conformant: 16 of 16 steps');
    }
    const secrets = walked.flatMap((one) => one.secrets);
    expect((await texts(report('a'))).map(([name]) => name)).toEqual(reports);
    await expectConformant(report('a'));
    await expectBroken('accepts-everything', report('c'));
    const diff = async (a: string, b: string) =>
      diffResults(await readResult(report(a)), await readResult(report(b)));
    expect(await diff('a', 'b')).toEqual([]);
    expect(await diff('c', 'd')).toEqual([]);
    expect(await diff('a', 'c')).not.toEqual([]);
    const same = await dcm('report', 'diff', join(at, 'a', 'result.json'), join(at, 'b', 'result.json'));
    expect(same).toMatchObject({ code: 0, out: 'no differences\n' });
    for (const name of ['a', 'c']) await expectNoSecret(report(name), secrets);
  });
});

/** Every step of the bank's has scenarios that passed; with `--mock` there are those about the mock as well. */
async function expectConformant(report: string): Promise<void> {
  const result = await readResult(report);
  expect(result).toMatchObject({ verdict: 'conformant', exit_code: 0, target: 'reference', seed: 'again' });
  expect(result).toMatchObject({ selection: '', errors: [], profile_changes: [] });
  for (const { step, side, verdict, scenarios } of result.plan) {
    expect({ step, scenarios }).not.toEqual({ step, scenarios: [] });
    expect({ step, verdict }).toEqual({ step, verdict: expect.stringMatching(/^(passed|simulated)$/) });
    if (side === 'bank') expect({ step, verdict }).toEqual({ step, verdict: 'passed' });
  }
  expect(result.plan.map(({ step }) => step)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
  const ofBank = result.scenarios.filter(({ subject }) => subject !== 'mock');
  expect(ofBank.length).toBeGreaterThanOrEqual(40);
  expect(ofBank.filter(({ verdict, checks }) => verdict !== 'passed' || checks === 0)).toEqual([]);
  expect(result.scenarios.filter(({ verdict }) => !/^(passed|simulated)$/.test(verdict))).toEqual([]);
  expect(result.rules.filter(({ verdict }) => !/^(passed|simulated)$/.test(verdict))).toEqual([]);
  const ofMock = result.scenarios.filter(
    ({ subject, verdict }) => subject === 'mock' && verdict === 'passed',
  );
  expect(ofMock.length).toBeGreaterThanOrEqual(3);
  // What is said of the bank does not count them.
  const { passed = 0, simulated = 0 } = result.counts;
  expect(passed + simulated).toBe(result.scenarios.length - ofMock.length);
}

describe('a bank that is not conformant', { timeout: patience }, () => {
  it('gives exit code 1 as a command', async () => {
    const report = await folder();
    const order = ['--tags', '@S01-04', '--defect', 'accepts-everything', '--report', report];
    const { code, out, err } = await dcm('verify', '--reference', ...order);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('not-conformant');
  });
});
