import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defects } from '../fixtures/broken-banks/index.js';
import { diffResults } from '../reports/diff.js';
import { dcm, folder, patience, readResult, texts, walks } from './cli.testing.js';

const reports = ['junit.xml', 'messages.ndjson', 'report.html', 'result.json', 'summary.md'];

describe('dcm verify --reference', { timeout: patience }, () => {
  it('finds the reference bank conformant, and says so everywhere', async () => {
    const report = await folder();
    const { code, out, err } = await dcm('verify', '--reference', '--seed', 'demo', '--report', report);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toContain('conformant: 16 of 16 steps');
    expect((await texts(report)).map(([name]) => name)).toEqual(reports);
    const result = await readResult(report);
    expect(result).toMatchObject({ verdict: 'conformant', exit_code: 0, target: 'reference', seed: 'demo' });
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
  });
});

describe.each(['refuses-everything', 'accepts-everything'] as const)(
  '--defect %s',
  { timeout: patience },
  (defect) => {
    it('is not conformant, by the rules that it breaks and without a secret', async () => {
      const report = await folder();
      const { codes, secrets } = await walks({ reference: true, report, defect });
      expect(codes).toEqual([1]);
      const { verdict, errors, rules, scenarios } = await readResult(report);
      expect({ verdict, errors }).toEqual({ verdict: 'not-conformant', errors: [] });
      const failures = scenarios.flatMap((one) => one.failures);
      for (const id of defects[defect].breaks) {
        expect(rules.find((rule) => rule.id === id)).toMatchObject({ id, verdict: 'failed' });
        const [failure] = failures.filter(({ rule }) => rule === id);
        for (const name of ['says', 'expected', 'actual', 'fix', 'source'] as const) {
          expect({ id, [name]: failure?.[name] }).toEqual({ id, [name]: expect.stringMatching(/./) });
        }
      }
      expect(scenarios.filter((one) => one.verdict === 'error')).toEqual([]);
      // A bank that refuses everything gives no secrets away, so fewer are on the wire.
      await expectNoSecret(report, secrets, defect === 'refuses-everything' ? 5 : 11);
    });
  },
);

async function expectNoSecret(report: string, secrets: readonly string[], least = 11): Promise<void> {
  expect(secrets.length).toBeGreaterThanOrEqual(least);
  for (const [name, text] of await texts(report)) {
    expect({ name, shown: secrets.filter((secret) => text.includes(secret)) }).toEqual({ name, shown: [] });
  }
}

/** With `--mock` there are scenarios about the mock itself; what is said of the bank does not count them. */
async function expectAboutTheBank(report: string): Promise<void> {
  const { verdict, scenarios, counts } = await readResult(report);
  const own = scenarios.filter(({ subject, verdict }) => subject === 'mock' && verdict === 'passed');
  expect(own.length).toBeGreaterThanOrEqual(3);
  expect(verdict).toBe('conformant');
  expect((counts.passed ?? 0) + (counts.simulated ?? 0)).toBe(scenarios.length - own.length);
}

describe('two runs with one seed and one keys file', { timeout: patience }, () => {
  it('agree, and show no secret', async () => {
    const at = await folder();
    const keys = join(at, 'dcm-keys.json');
    expect((await dcm('keys', keys)).code).toBe(0);
    const order = { reference: true, mock: true, seed: 'again', keys };
    const report = (name: string) => join(at, name);
    const spoilt = { ...order, steps: '1-11', defect: 'accepts-everything' };
    const { codes, secrets } = await walks(
      { ...order, report: report('a') },
      { ...order, report: report('b') },
      { ...spoilt, report: report('c') },
      { ...spoilt, report: report('d') },
    );
    expect(codes).toEqual([0, 0, 1, 1]);
    const diff = async (a: string, b: string) =>
      diffResults(await readResult(report(a)), await readResult(report(b)));
    expect(await diff('a', 'b')).toEqual([]);
    expect(await diff('c', 'd')).toEqual([]);
    expect(await diff('a', 'c')).not.toEqual([]);
    const same = await dcm('report', 'diff', join(at, 'a', 'result.json'), join(at, 'b', 'result.json'));
    expect(same).toMatchObject({ code: 0, out: 'no differences\n' });
    await expectAboutTheBank(report('a'));
    for (const name of ['a', 'c']) await expectNoSecret(report(name), secrets);
  });
});

describe('a bank that is not conformant', { timeout: patience }, () => {
  it('gives exit code 1 as a command', async () => {
    const report = await folder();
    const order = ['--steps', '1,2', '--defect', 'accepts-everything', '--report', report];
    const { code, out, err } = await dcm('verify', '--reference', ...order);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('not-conformant');
  });
});
