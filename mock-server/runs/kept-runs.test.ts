import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mostRuns } from '../../contract/control/runs.js';
import { conformant } from '../../reports/result.testing.js';
import { exchange } from '../journal/exchange.testing.js';
import { createTestMock } from '../mock.testing.js';
import { keptRunsIn } from './kept-runs.js';
import { runFiles } from './run-files.js';
import { begun, ended, handOver, options } from './runs.testing.js';

/** Runs outlive the process of a mock that keeps its state. */

const elsewhere = { target: 'bank9', seed: 's', options };

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'dcm-runs-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('another process has them with result and report; one that was running is no verdict', async () => {
  const at = join(await folder(), 'state.json.runs');
  const problems: unknown[] = [];
  const kept = () => keptRunsIn(runFiles(at), (error) => problems.push(error));
  const first = await createTestMock({ keptRuns: kept() });
  const { id } = await first.control.registerRun({ body: elsewhere });
  await handOver(first, id, conformant());
  const before = await first.control.getRun({ params: { id } });
  await first.control.registerRun({ body: elsewhere });
  await first.close();
  await writeFile(join(at, '7.json'), '{');
  const second = await createTestMock({ keptRuns: kept() });
  expect(await second.control.getRun({ params: { id } })).toEqual(before);
  expect(await second.control.getRunResult({ params: { id } })).toEqual(conformant());
  const lost = await second.control.getRun({ params: { id: 2 } });
  expect(lost).toMatchObject({ state: 'ended-early', note: 'the mock ended before the run' });
  expect(lost).not.toHaveProperty('verdict');
  expect(problems.map(String)).toEqual([expect.stringContaining('7.json is no run of this version')]);
  // Numbers go on.
  expect(await second.control.registerRun({ body: elsewhere })).toMatchObject({ id: 3 });
  await second.close();
});

test('the journal of another process goes on after their numbers', async () => {
  const at = await folder();
  const kept = () => keptRunsIn(runFiles(at), () => {});
  const first = await createTestMock({ keptRuns: kept() });
  const { id } = await first.control.registerRun({ body: elsewhere });
  const params = { id };
  const from = first.journal.last + 1;
  await first.control.reportRun({ params, body: { planned: 2, happened: [begun('S07-01', from)] } });
  for (let count = 0; count < 3; count += 1) first.journal.record(exchange(first.journal.nextSeq()));
  const happened = [ended('S07-01')];
  await first.control.reportRun({ params, body: { planned: 2, happened } });
  await handOver(first, id, conformant());
  const [scenario] = (await first.control.getRun({ params })).scenarios;
  await first.close();
  const second = await createTestMock({ keptRuns: kept() });
  // An exchange of now is none of the run.
  const seq = second.journal.nextSeq();
  second.journal.record(exchange(seq));
  const to_seq = scenario?.last_seq ?? 0;
  expect(to_seq).toBeGreaterThanOrEqual(from + 2);
  expect(seq).toBeGreaterThan(to_seq);
  const { entries } = await second.control.listEntries({ query: { from_seq: from, to_seq, limit: 10 } });
  expect(entries).toEqual([]);
  await second.close();
});

test('those that are forgotten are gone from the folder, too', async () => {
  const at = await folder();
  const mock = await createTestMock({ keptRuns: keptRunsIn(runFiles(at), () => {}) });
  for (let count = 0; count <= mostRuns; count += 1) {
    const { id } = await mock.control.registerRun({ body: elsewhere });
    await mock.control.endRun({ params: { id }, body: { exit_code: 3, note: 'x' } });
  }
  await mock.close();
  const names = await readdir(at);
  expect([names.length, names.includes('1.json')]).toEqual([mostRuns, false]);
});
