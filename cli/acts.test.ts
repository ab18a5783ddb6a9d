import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeBank, startBank } from './bank.testing.js';
import { folder, patience, readResult, walks } from './cli.testing.js';

/** Acts that are not offered, and acts that nobody does; those that a person does are in every-way.test.ts. */

describe('a bank that does not support an act', { timeout: patience }, () => {
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
    const verdictsOf = async (index: number) =>
      (await readResult(report(index))).scenarios.map(
        ({ id, scheme, verdict }) => `${id} ${scheme} ${verdict}`,
      );
    const fine = ['S05-02 null not-applicable', 'S12-01 dcm passed'];
    expect(await verdictsOf(0)).toEqual([
      ...fine,
      'S16-17 dcm not-verified',
      'S16-19 dcm not-verified',
      'S16-19 bank not-verified',
    ]);
    expect(await verdictsOf(1)).toEqual(fine);
    const { scenarios } = await readResult(report(0));
    expect(scenarios[0]?.note).toContain('does not support the act ping');
    expect(scenarios[2]?.note).toContain(
      'the bank does not support the act delete-identifiers; see docs/acts.md',
    );
  });
});

describe('a person who has to make the bank act', { timeout: patience }, () => {
  it('is waited for, and what nobody did is not verified', async () => {
    const bank = await startBank();
    const driver = { kind: 'manual', timeout_s: 1 };
    const config = await describeBank(bank, { bank: { schemes: ['dcm'] }, driver });
    const report = join(bank.at, 'reports');
    const { codes, out } = await walks({ config, report, tags: '@S07-01' });
    const { scenarios, verdict } = await readResult(report);
    expect({ codes, verdict }).toEqual({ codes: [4], verdict: 'not-verified' });
    expect(scenarios.map(({ id, note }) => `${id} ${note}`)).toEqual([
      expect.stringContaining('S07-01 not done within 1 s'),
    ]);
    expect(out).toContain('1 not-verified');
  });
});
