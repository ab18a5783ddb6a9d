import { expect, test } from 'vitest';
import { silentRunMs } from '../../contract/control/runs.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { conformant as aConformant, notConformant as aNotConformant } from '../../reports/result.testing.js';
import { raw, refusalOf } from '../client.testing.js';
import { exchange } from '../journal/exchange.testing.js';
import { createTestMock } from '../mock.testing.js';
import { begun, ended, handOver, options } from './runs.testing.js';

/** What a run of a terminal says of itself. */

const conformant = aConformant();
const notConformant = aNotConformant();
const elsewhere = { target: 'bank9', seed: 's', options };

test('registers, says how far it is, and hands over its result and report', async () => {
  const mock = await createTestMock();
  const { control, journal } = mock;
  const { id } = await control.registerRun({ body: elsewhere });
  const params = { id };
  const record = () => journal.record(exchange(journal.nextSeq()));
  const first = journal.last + 1;
  await control.reportRun({ params, body: { planned: 3, happened: [begun('S07-01', first)] } });
  expect(await control.getRun({ params })).toMatchObject({
    state: 'running',
    started_by: 'elsewhere',
    target: 'bank9',
    options,
    planned: 3,
    scenarios: [{ id: 'S07-01', first_seq: first, last_seq: 0 }],
  });
  record();
  const seq = journal.last;
  const failure = {
    rule: 'KEY-01',
    check: 'c',
    expected: 'this',
    actual: 'that',
    situation: '',
    exchange: ['GET /key', '', '401'],
  };
  const happened = [
    ended('S07-01', { verdict: 'failed', failures: [failure] }),
    begun('S07-02', seq + 1),
    ended('S07-02'),
  ];
  expect(await control.reportRun({ params, body: { planned: 3, happened } })).toEqual({ stop: false });
  const { scenarios, counts } = await control.getRun({ params });
  expect(counts).toEqual({ failed: 1, passed: 1 });
  // What comes after the next one has begun does not belong to it.
  expect(scenarios).toMatchObject([
    { first_seq: first, last_seq: seq, exchanges: 1, failures: [failure] },
    { verdict: 'passed' },
  ]);
  mock.time.pass(4000);
  expect(await handOver(mock, id, notConformant)).toMatchObject({
    state: 'finished',
    verdict: 'not-conformant',
    exit_code: 1,
    counts: notConformant.counts,
    ms: 4000,
    result: true,
    report: true,
  });
  expect(await control.getRunResult({ params })).toEqual(notConformant);
  const page = await raw(mock.app, 'GET', `/control/v1/runs/${id}/report.html`);
  expect(page.text).toBe('<p>report</p>');
  expect(page.headers['content-security-policy']).toContain('sandbox');
  expect((await raw(mock.app, 'GET', '/control/v1/runs/77/report.html')).status).toBe(404);
  for (const none of [id, 77])
    expect((await raw(mock.app, 'GET', `/control/v1/runs/${none}/bundle.zip`)).status).toBe(404);
});

test('has no verdict of its own: only the result that it hands over has one', async () => {
  const { control } = await createTestMock();
  const { id } = await control.registerRun({ body: elsewhere });
  const end = await control.endRun({ params: { id }, body: { exit_code: 0 } });
  expect(end).toMatchObject({ state: 'ended-early', result: false, exit_code: 0 });
  expect(end).not.toHaveProperty('verdict');
  expect(inUkrainian(end.note)).toContain('не передав результату');
});

test('is no verdict if it ends early, although it hands over what it has', async () => {
  const mock = await createTestMock();
  const { id } = await mock.control.registerRun({ body: elsewhere });
  const end = await handOver(mock, id, conformant, 'ended by SIGINT');
  expect(end).toMatchObject({ state: 'ended-early', note: 'ended by SIGINT', result: true });
  expect(end).not.toHaveProperty('verdict');
});

test('is told to stop', async () => {
  const { control } = await createTestMock();
  const { id } = await control.registerRun({ body: elsewhere });
  expect(await control.stopRun({ params: { id }, body: {} })).toMatchObject({
    state: 'running',
    stopping: true,
  });
  expect(await control.reportRun({ params: { id }, body: { planned: 0, happened: [] } })).toEqual({
    stop: true,
  });
  const body = { exit_code: 3, note: 'ended by SIGTERM' };
  expect(await control.endRun({ params: { id }, body })).toMatchObject({ state: 'stopped' });
});

test('is given up when it says nothing, and comes back when it speaks again', async () => {
  const mock = await createTestMock();
  const { control, time } = mock;
  const { id } = await control.registerRun({ body: elsewhere });
  time.pass(silentRunMs - 1);
  await control.reportRun({ params: { id }, body: { planned: 1, happened: [] } });
  time.pass(silentRunMs - 1);
  expect((await control.getRun({ params: { id } })).state).toBe('running');
  time.pass(1);
  const lost = await control.getRun({ params: { id } });
  expect(lost).toMatchObject({ state: 'ended-early', note: expect.stringContaining('nothing was heard') });
  expect(inUkrainian(lost.note)).toContain('30 с');
  const body = { planned: 1, happened: [begun('S07-01', 1)] };
  expect(await control.reportRun({ params: { id }, body })).toEqual({ stop: false });
  expect(await control.getRun({ params: { id } })).toMatchObject({
    state: 'running',
    note: '',
    ended_at: '',
  });
  expect(await handOver(mock, id, conformant)).toMatchObject({ state: 'finished', note: '' });
});

test('one that wants to be alone is refused while another one is under way, but not for ever', async () => {
  const mock = await createTestMock();
  const { control } = mock;
  const { id, started_at } = await control.registerRun({ body: { ...elsewhere, alone: true } });
  const alone = { body: { ...elsewhere, alone: true } };
  const text = `run ${id} of bank9 has been under way here since ${started_at}; if its program is gone, it is over 30 s after its last word`;
  expect(await refusalOf(control.registerRun(alone))).toEqual([409, 'state', text]);
  expect(inUkrainian(text)).toMatch(/^прогін 1 \(bank9\) триває тут від/);
  expect((await control.listRuns({})).runs).toHaveLength(1);
  // It completes how it was registered.
  expect(await control.registerRun({ body: { ...elsewhere, id, seed: 'known', alone: true } })).toMatchObject(
    {
      id,
      seed: 'known',
    },
  );
  // Its program is gone.
  mock.time.pass(silentRunMs);
  expect(await control.registerRun(alone)).toMatchObject({ id: 2, state: 'running' });
});
