import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeBank, employee, startBank } from './bank.testing.js';
import { folder, patience, readResult, walks } from './cli.testing.js';

/** Acts that are not offered, and acts that a person does. */

describe('a bank that does not offer an act', { timeout: patience }, () => {
  it('is not verified where the act is needed, and nowhere else', async () => {
    const at = await folder();
    const report = (index: number) => join(at, String(index));
    const harmless = ['reset', 'ping', 'configure'];
    const { codes } = await walks(
      {
        reference: true,
        report: report(0),
        tags: '@S05-02 or @S12-01 or @S16-17 or @S16-19',
        without: [...harmless, 'read-payment', 'delete-identifiers'],
      },
      { reference: true, report: report(1), tags: '@S05-02 or @S12-01', without: harmless },
    );
    expect(codes).toEqual([4, 0]);
    const told = async (index: number) =>
      (await readResult(report(index))).scenarios.map(
        ({ id, scheme, verdict }) => `${id} ${scheme} ${verdict}`,
      );
    const fine = ['S05-02 null not-applicable', 'S12-01 dcm passed'];
    expect(await told(0)).toEqual([
      ...fine,
      'S16-17 dcm not-verified',
      'S16-19 dcm not-verified',
      'S16-19 bank not-verified',
    ]);
    expect(await told(1)).toEqual(fine);
    const { scenarios } = await readResult(report(0));
    expect(scenarios[0]?.note).toContain('does not offer the act ping');
    expect(scenarios[2]?.note).toBe('the bank does not offer the act delete-identifiers');
  });
});

describe('a person who makes the bank act', { timeout: patience }, () => {
  it('brings it along the plan', async () => {
    const bank = await startBank();
    const config = await describeBank(bank, {
      bank: { schemes: ['dcm'] },
      driver: { kind: 'manual', timeout_s: 20 },
    });
    const report = join(bank.at, 'reports');
    const { acts, acts_token } = bank;
    const { codes } = await walks({
      config,
      report,
      tags: '@S01-01 or @step-7 or @step-11 or @S12-01 or @S15-01 or @S16-02',
      person: { acts, acts_token, password: employee.password },
    });
    const { scenarios, verdict } = await readResult(report);
    expect(scenarios.filter((one) => one.verdict !== 'passed')).toEqual([]);
    expect(scenarios.length).toBeGreaterThan(8);
    expect({ codes, verdict }).toEqual({ codes: [0], verdict: 'partial' });
  });
});
