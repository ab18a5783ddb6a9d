import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Chapter, type Heard, noPast } from '../../mock-server/chronicle.js';
import { said, scenario } from '../../steps/run/run.testing.js';
import { folder } from '../cli.testing.js';
import { identityIn, newRunFile, readRunFile } from './file.js';
import { earlierOf } from './parts.js';
import { createRecorder, type Running } from './recorder.js';

const identity = { version: '1', suite: '', keys: '', options: {}, config: {} };
const walk = () => ({ made: {}, counts: {}, maps: {} });
const nothing: Running = {
  scenarios: [],
  messages: [],
  measured: [],
  refusals: [],
  secrets: [],
  ordersAmiss: [],
  scheme: 'dcm',
  underWay: [],
};
const [one, two] = [scenario({ id: 'S01-01', place: 'a:1' }), scenario({ id: 'S01-02', place: 'a:2' })];

async function recorder(next: () => Promise<Chapter> = async () => noPast, remove?: () => void) {
  const own = newRunFile(join(await folder(), 'reports'), identity, 'secret');
  const file = remove ? { ...own, remove } : own;
  const chronicle = { next, heard: (): Heard => noPast };
  const dcm = { agent: 'harness/1', baseUrl: 'http://127.0.0.1:4010' };
  const problems: string[] = [];
  const stage = { chronicle, dcm, seed: 's' } as unknown as Parameters<typeof createRecorder>[0];
  const made = createRecorder(
    stage,
    file,
    undefined,
    (what, problem) => void problems.push(`${what}: ${problem}`),
  );
  const kept = () => earlierOf(readRunFile(file.path, 'secret').parts);
  return { ...made, kept, problems, there: () => identityIn(file.path) !== undefined };
}

it('keeps nothing before a scenario has ended, and nothing once the run has', async () => {
  const run = await recorder();
  await run.keep(walk, 'S01-01', nothing);
  expect(run.interrupted(nothing)).toBe(false);
  expect(run.there()).toBe(false);
  const other = await recorder();
  await other.keep(walk, 'S01-02', { ...nothing, scenarios: [one] });
  expect(other.kept()).toMatchObject({ agent: 'harness/1', port: 4010, seed: 's', scenarios: [one] });
  other.done();
  expect([other.there(), other.interrupted(nothing)]).toEqual([false, false]);
});

it('keeps no scenario that fails because the stage is taken down', async () => {
  const run = await recorder();
  await run.keep(walk, 'S01-02', { ...nothing, scenarios: [one] });
  expect(run.interrupted({ ...nothing, scenarios: [one] })).toBe(true);
  await run.keep(walk, 'S01-03', { ...nothing, scenarios: [one, two] });
  expect(run.kept()).toMatchObject({ scenarios: [one], runAgain: ['S01-02'] });
  expect(run.interrupted(nothing)).toBe(true);
});

it('nor what was being kept when the run was interrupted', async () => {
  let tell = (_: Chapter) => {};
  const run = await recorder(
    () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
  );
  const keeping = run.keep(walk, 'S01-02', { ...nothing, scenarios: [one] });
  expect(run.interrupted({ ...nothing, scenarios: [one] })).toBe(false);
  tell(noPast);
  await keeping;
  expect(run.there()).toBe(false);
});

it('keeps checks that did not hold in scenarios whose end is not kept', async () => {
  const run = await recorder();
  await run.keep(walk, 'S01-02', { ...nothing, scenarios: [one] });
  const bad = said('AUTH-02', false);
  const ended = { ...two, checks: [said('AUTH-01'), bad] };
  run.interrupted({ ...nothing, scenarios: [one, ended], underWay: [{ place: 'a:3', checks: [bad] }] });
  expect(run.kept().spoiled).toEqual([
    { scheme: 'dcm', place: 'a:3', checks: [bad] },
    { scheme: 'dcm', place: 'a:2', checks: [bad] },
  ]);
});

it('says once that nothing can be kept, leaves nothing behind, and lets the run go on', async () => {
  const run = await recorder(async () => {
    throw new Error('the journal has forgotten it');
  });
  await run.keep(walk, 'S01-02', { ...nothing, scenarios: [one] });
  await run.keep(walk, 'S01-03', { ...nothing, scenarios: [one, two] });
  expect(run.problems).toEqual(['cannot: the journal has forgotten it']);
  expect([run.there(), run.interrupted(nothing)]).toEqual([false, false]);
});

it('says that the file of a finished run stays behind', async () => {
  const run = await recorder(undefined, () => {
    throw new Error('busy');
  });
  await run.keep(walk, 'S01-02', { ...nothing, scenarios: [one] });
  run.done();
  expect(run.problems).toEqual(['stays: busy']);
});
