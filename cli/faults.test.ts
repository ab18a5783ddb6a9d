import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, patience, readResult, texts, walks } from './cli.testing.js';
import type { Fault } from './walks.testing.js';

/** A fault of the tool is never green, and never the bank's. */

const greenReports = [
  'exchanges.har',
  'junit.xml',
  'messages.ndjson',
  'report.html',
  'result.json',
  'summary.md',
];

async function faulty(fault: Fault, tags: string) {
  const report = join(await folder(), 'reports');
  await mkdir(report);
  for (const name of greenReports) await writeFile(join(report, name), 'conformant');
  const { codes, err } = await walks({ reference: true, report, tags, fault });
  expect(codes).toEqual([3]);
  for (const [, text] of await texts(report)) expect(text).not.toBe('conformant');
  return { report, err };
}

const verdicts = (result: Awaited<ReturnType<typeof readResult>>) =>
  result.scenarios.map(({ verdict }) => verdict);

describe('a fault of the tool', { timeout: patience }, () => {
  it('in a step is an error of its scenario', async () => {
    const { report } = await faulty('step', '@S03-01 or @S07-01');
    const result = await readResult(report);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3, errors: [] });
    expect(result.scenarios).toMatchObject([
      { id: 'S03-01', verdict: 'error', note: 'listRegistered is broken' },
      { id: 'S07-01', verdict: 'passed' },
    ]);
  });

  it('in the hook before each scenario is an error of all', async () => {
    const { report } = await faulty('before', '@S07-01 or @S07-02');
    const result = await readResult(report);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3 });
    expect(verdicts(result)).toEqual(['error', 'error']);
    expect(result.scenarios[0]).toMatchObject({ note: 'searchJournal is broken', checks: 0 });
  });

  it('in the hook before everything is an error of the run', async () => {
    const { report } = await faulty('before-all', '@S07-01');
    const result = await readResult(report);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3, scenarios: [] });
    expect(result.errors).toContain('the driver is broken');
    expect(result.errors).toContain('1 of 1 scenarios did not finish');
  });

  it('after the last scenario is an error of the run', async () => {
    const { report } = await faulty('findings', '@S07-01');
    const result = await readResult(report);
    expect(verdicts(result)).toEqual(['passed']);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3 });
    expect(result.errors).toEqual(['the findings of the mock cannot be read: listFindings is broken']);
  });

  it('before there is anything to report leaves no earlier report behind', async () => {
    const { report, err } = await faulty('stage', '@S07-01');
    expect(await texts(report)).toEqual([]);
    expect(err).toContain('dcm: the tool failed: TypeError: the stage fell apart');
  });
});
