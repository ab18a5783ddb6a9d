import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Result, result } from '../contract/result.js';
import { once } from '../steps/walk/once.js';
import { folder, patience, texts, walks } from './cli.testing.js';
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

/** Each fault, and the scenarios that it is walked with. */
const faults: Readonly<Record<Fault, string>> = {
  step: '@S03-01 or @S07-01',
  before: '@S07-01 or @S07-02',
  'before-all': '@S07-01',
  findings: '@S07-01',
  stage: '@S07-01',
};

/** Walks with all of them in one process: the files of each report, by name, and what is printed. */
async function walkAll() {
  const orders = await Promise.all(
    Object.entries(faults).map(async ([fault, tags]) => {
      const report = join(await folder(), 'reports');
      await mkdir(report);
      for (const name of greenReports) await writeFile(join(report, name), 'conformant');
      return { reference: true, report, tags, fault: fault as Fault };
    }),
  );
  const { codes, err } = await walks(...orders);
  const reports = orders.map(async ({ fault, report }, index) => {
    const files = new Map(await texts(report));
    return [fault, { files, code: codes[index], err }] as const;
  });
  return new Map(await Promise.all(reports));
}

const all = once(walkAll);

async function faulty(fault: Fault) {
  const { files = new Map<string, string>(), code, err = '' } = (await all()).get(fault) ?? {};
  expect(code).toBe(3);
  for (const text of files.values()) expect(text).not.toBe('conformant');
  return { files, err };
}

const resultIn = (files: ReadonlyMap<string, string>): Result =>
  result.parse(JSON.parse(files.get('result.json') ?? ''));

const verdicts = ({ scenarios }: Result) => scenarios.map(({ verdict }) => verdict);

describe('a fault of the tool', { timeout: patience }, () => {
  it('in a step is an error of its scenario', async () => {
    const { files } = await faulty('step');
    const result = resultIn(files);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3, errors: [] });
    expect(result.scenarios).toMatchObject([
      { id: 'S03-01', verdict: 'error', note: 'listRegistered is broken' },
      { id: 'S07-01', verdict: 'passed' },
    ]);
  });

  it('in the hook before each scenario is an error of all', async () => {
    const { files } = await faulty('before');
    const result = resultIn(files);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3 });
    expect(verdicts(result)).toEqual(['error', 'error']);
    expect(result.scenarios[0]).toMatchObject({ note: 'searchJournal is broken', checks: 0 });
  });

  it('in the hook before everything is an error of the run', async () => {
    const { files } = await faulty('before-all');
    const result = resultIn(files);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3, scenarios: [] });
    expect(result.errors).toContain('the driver is broken');
    expect(result.errors).toContain('1 of 1 scenarios did not finish');
  });

  it('after the last scenario is an error of the run', async () => {
    const { files } = await faulty('findings');
    const result = resultIn(files);
    expect(verdicts(result)).toEqual(['passed']);
    expect(result).toMatchObject({ verdict: 'error', exit_code: 3 });
    expect(result.errors).toEqual(['the findings of the mock cannot be read: listFindings is broken']);
  });

  it('before there is anything to report leaves no earlier report behind', async () => {
    const { files, err } = await faulty('stage');
    expect([...files]).toEqual([]);
    expect(err).toContain('dcm: the tool failed: TypeError: the stage fell apart');
  });
});
