import { describe, expect, test } from 'vitest';
import { type ApiError, errorText } from '../../contract/client.js';
import { mostQueued, mostRuns } from '../../contract/control/runs.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { conformant as aConformant, notConformant as aNotConformant } from '../../reports/result.testing.js';
import { raw } from '../client.testing.js';
import { createTestMock } from '../mock.testing.js';
import { begun, ended, fakeRunner, handOver, options, settle } from '../runs/runs.testing.js';

/** Runs over the control API; their programs are played by the test. */

const conformant = aConformant();
const notConformant = aNotConformant();

async function withRunner() {
  const { runner, programs } = fakeRunner();
  const mock = await createTestMock({ runner });
  const { control } = mock;
  const order = async (more: object = {}) => {
    const run = await control.startRun({ body: { target: 'reference', ...more } });
    await settle();
    return run;
  };
  const states = async () => (await control.listRuns({})).runs.map(({ state }) => state);
  const get = (id: number) => control.getRun({ params: { id } });
  return { mock, control, programs, order, states, get };
}

const said = (problem: unknown) => String(problem);
const elsewhere = { target: 'bank9', seed: 's', options };

describe('a run that the mock starts', () => {
  test('waits for the one before it, and for one of a terminal', async () => {
    const { mock, programs, order, states, control } = await withRunner();
    await order({ target: 'bank1', steps: '7', language: 'uk' });
    await order();
    expect(await states()).toEqual(['queued', 'running']);
    expect(programs.map(({ order: { target, steps, language } }) => ({ target, steps, language }))).toEqual([
      { target: 'bank1', steps: '7', language: 'uk' },
    ]);
    await control.registerRun({ body: { ...elsewhere, id: 1 } });
    await handOver(mock, 1, conformant);
    // Its program is still there, and may still put back options.
    expect(await states()).toEqual(['queued', 'finished']);
    const { id } = await control.registerRun({ body: elsewhere });
    await programs[0]?.end();
    expect(await states()).toEqual(['running', 'queued', 'finished']);
    await handOver(mock, id, conformant);
    await settle();
    expect(await states()).toEqual(['finished', 'running', 'finished']);
    await programs[1]?.end({ code: null });
  });

  test('whose program is killed has ended early, and options, keys and faults are put back', async () => {
    const { mock, programs, order, get, control } = await withRunner();
    const { profile } = await control.getProfile({});
    const { kid } = mock.keys.signing;
    await order();
    await control.registerRun({ body: { ...elsewhere, id: 1 } });
    await control.reportRun({
      params: { id: 1 },
      body: { planned: 1, happened: [begun('S07-01', 1), ended('S07-01')] },
    });
    await control.updateProfile({ body: { leeway_s: 59 } });
    await control.rotateKey({ body: {} });
    await control.addFault({ body: { kind: 'no-keys' } });
    await programs[0]?.end({ code: null, said: 'out of memory' });
    await settle();
    const run = await get(1);
    expect(run).toMatchObject({ state: 'ended-early', note: 'its program was killed: out of memory' });
    expect(run).not.toHaveProperty('verdict');
    expect((await control.getProfile({})).profile).toEqual(profile);
    expect([mock.keys.signing.kid, mock.keys.published.length]).toEqual([kid, 1]);
    expect((await control.listFaults({})).faults).toEqual([]);
  });

  test('that cannot begin says why', async () => {
    const { programs, order, get } = await withRunner();
    await order();
    await programs[0]?.end({ code: 2, said: 'dcm: --tags: no scenario' });
    const { state, note, exit_code } = await get(1);
    expect({ state, note, exit_code }).toEqual({
      state: 'ended-early',
      note: 'its program ended with exit code 2: dcm: --tags: no scenario',
      exit_code: 2,
    });
  });

  test('is stopped: in the queue, and by ending its program', async () => {
    const { programs, order, states, control } = await withRunner();
    for (let count = 0; count < 3; count += 1) await order();
    const stop = (id: number) => control.stopRun({ params: { id }, body: {} });
    expect(await stop(2)).toMatchObject({ state: 'stopped', note: 'taken out of the queue' });
    expect(await stop(1)).toMatchObject({ state: 'running', stopping: true });
    expect(programs[0]?.stops).toBe(1);
    await programs[0]?.end({ code: 3 });
    await settle();
    expect(await states()).toEqual(['running', 'stopped', 'stopped']);
    await programs[1]?.end();
  });

  test('resets the state first if that is ordered, and only then', async () => {
    const { programs, order, control } = await withRunner();
    await control.registerCounterparty({ body: { name: 'Bank', alias: 'bank1' } });
    await order();
    const banks = async () => (await control.listRegistered({})).counterparties.length;
    expect(await banks()).toBe(1);
    await programs[0]?.end();
    await order({ reset: true });
    await settle();
    expect(await banks()).toBe(0);
    await programs.at(-1)?.end();
  });
});

describe('what cannot be', () => {
  test('a mock without runs to start says what to do, in both languages', async () => {
    const mock = await createTestMock();
    const { targets, problem } = await mock.control.listRunTargets({});
    expect({ targets, uk: inUkrainian(problem) }).toEqual({
      targets: [],
      uk: expect.stringContaining('dcm mock'),
    });
    const answer = await raw(mock.app, 'POST', '/control/v1/runs').send({ target: 'reference' });
    expect([answer.status, answer.body.error]).toEqual([409, problem]);
  });

  test('no file, no command and no unknown target comes from a browser', async () => {
    const { control, programs } = await withRunner();
    expect((await control.listRunTargets({})).targets.map(({ name }) => name)).toEqual([
      'bank1',
      'reference',
    ]);
    for (const target of ['/etc/passwd', '--config=x', 'bank2'])
      expect(said(await control.startRun({ body: { target } }).catch(said))).toContain('not found');
    expect(programs).toEqual([]);
    expect(said(await control.getRun({ params: { id: 7 } }).catch(said))).toContain('run 7 not found');
    expect(inUkrainian('run 7 not found')).toBe('не знайдено: прогін 7');
  });

  test('what the program would refuse is refused at its member, and no run is made', async () => {
    const { mock, control, programs, states } = await withRunner();
    const { defects, readings } = await control.listRunTargets({});
    expect({ defects, readings }).toEqual({
      defects: [{ name: 'late', says: 'is late' }],
      readings: ['U-26'],
    });
    const order = { target: 'reference', steps: '99' };
    const { status, body, headers } = await raw(mock.app, 'POST', '/control/v1/runs').send(order);
    expect([status, body.error]).toEqual([400, 'steps: expected steps of 1 to 16']);
    expect(headers['dcm-hint']).toContain('invalid-member');
    expect([await states(), programs]).toEqual([[], []]);
  });

  test('more are not queued, and more are not kept', async () => {
    const { order, programs, control } = await withRunner();
    for (let count = 0; count <= mostQueued; count += 1) await order();
    const problem = said(await order().catch(said));
    expect(problem).toContain(`${mostQueued} runs are already waiting`);
    for (let id = 2; id <= mostQueued + 1; id += 1) await control.stopRun({ params: { id }, body: {} });
    for (let count = 0; count < mostRuns; count += 1) {
      const { id } = await control.registerRun({ body: elsewhere });
      await control.endRun({ params: { id }, body: { exit_code: 3, note: 'x' } });
    }
    const { runs } = await control.listRuns({});
    // The one that runs is kept, however old it is.
    expect([runs.length, runs.at(-1)?.id]).toEqual([mostRuns, 1]);
    await programs[0]?.end();
  });

  test('a result that is damaged, or too large when it is unpacked, is none', async () => {
    const { control } = await createTestMock();
    const { id } = await control.registerRun({ body: elsewhere });
    await control.addRunPart({ params: { id }, body: { of: 'result', pieces: ['AAAA'] } });
    expect(await control.endRun({ params: { id }, body: { exit_code: 0 } })).toMatchObject({
      state: 'ended-early',
    });
    expect(said(await control.getRunResult({ params: { id } }).catch(said))).toContain(
      'run 1 has no result: it ended early: it handed over no result that can be read; run it again',
    );
  });
});

test('a run without a result says what happened and what to do, in both languages', async () => {
  const { mock, programs, order, control } = await withRunner();
  for (let count = 0; count < 3; count += 1) await order();
  await control.stopRun({ params: { id: 3 }, body: {} });
  const problem = async (id: number) => {
    const refused = control.compareRuns({ params: { id, later: id } });
    const text = await refused.then(JSON.stringify, ({ body }: ApiError) => errorText(body));
    return [text, inUkrainian(text)];
  };
  const wait = (id: number) => `to wait for its end: dcm runs watch ${id}`;
  const waitUk = (id: number) => `дочекатися його завершення: dcm runs watch ${id}`;
  expect(await problem(1)).toEqual([
    `run 1 has no result: it is still running; ${wait(1)}`,
    `прогін 1 не має результату: він ще триває; ${waitUk(1)}`,
  ]);
  expect(await problem(2)).toEqual([
    `run 2 has no result: it waits for its turn; ${wait(2)}`,
    `прогін 2 не має результату: він чекає на свою чергу; ${waitUk(2)}`,
  ]);
  expect(await problem(3)).toEqual([
    'run 3 has no result: it was stopped; run it again',
    'прогін 3 не має результату: його зупинено; повторіть його',
  ]);
  await programs[0]?.end({ code: null });
  await settle();
  const killed = 'it ended early: its program was killed; run it again';
  const killedUk = 'він перервався: його програму зупинено примусово; повторіть його';
  expect(await problem(1)).toEqual([
    `run 1 has no result: ${killed}`,
    `прогін 1 не має результату: ${killedUk}`,
  ]);
  for (const [path, what, whatUk] of [
    ['report.html', 'report', 'звіту'],
    ['bundle.zip', 'archive', 'архіву'],
  ]) {
    const { status, body } = await raw(mock.app, 'GET', `/control/v1/runs/1/${path}`);
    const uk = inUkrainian(body.error);
    expect([status, body.error, uk]).toEqual([
      404,
      `run 1 has no ${what}: ${killed}`,
      `прогін 1 не має ${whatUk}: ${killedUk}`,
    ]);
  }
  const { body } = await raw(mock.app, 'GET', '/control/v1/runs/7/report.html');
  expect(body.error).toBe('run 7 not found');
  await programs[1]?.end();
});

test('two runs are compared', async () => {
  const mock = await createTestMock();
  for (const result of [notConformant, conformant])
    await handOver(mock, (await mock.control.registerRun({ body: elsewhere })).id, result);
  const { verdicts, mended, broken } = await mock.control.compareRuns({ params: { id: 1, later: 2 } });
  expect(verdicts).toEqual(['not-conformant', 'conformant']);
  expect([mended.length > 0, broken]).toEqual([true, []]);
  const other = mock.control.compareRuns({ params: { id: 1, later: 3 } });
  expect(said(await other.catch(said))).toContain('run 3 not found');
});
