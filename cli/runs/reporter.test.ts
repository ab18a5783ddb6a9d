import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Client } from '../../contract/client.js';
import type { RunHead } from '../../contract/control/run-parts.js';
import { type runOperations, silentRunMs } from '../../contract/control/runs.js';
import { createTestMock, type TestMock } from '../../mock-server/mock.testing.js';
import { aFailure, aScenario, conformant } from '../../reports/result.testing.js';
import { openReporter, shortOf } from './reporter.js';

/** What a run says to the mock, and that nothing which goes wrong there disturbs it. */

const options = { steps: '', tags: '', readings: '', quick: false, defect: '' };
const registration = { target: 'reference', seed: 's', options };

async function reporting(changes: Partial<Client<typeof runOperations>> = {}) {
  const mock = await createTestMock();
  let stops = 0;
  const control = { ...mock.control, ...changes };
  const reporter = await openReporter(
    {
      control,
      timers: mock.time.timers,
      stop() {
        stops += 1;
      },
    },
    registration,
  );
  const run = () => mock.control.getRun({ params: { id: 1 } });
  return { mock, reporter, run, stops: () => stops };
}

/** Lets time pass and what it has begun come to its end. */
async function pass({ time }: TestMock, ms: number): Promise<void> {
  time.pass(ms);
  for (let turn = 0; turn < 50; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}

it('tells as time passes, and is not given up while nothing happens', async () => {
  const { mock, reporter, run } = await reporting();
  reporter?.planned();
  reporter?.begins({ id: 'S01-01', name: 'one', step: 1, scheme: null, first_seq: 1 });
  expect((await run()).scenarios).toEqual([]);
  await pass(mock, 1000);
  expect(await run()).toMatchObject({ planned: 1, scenarios: [{ id: 'S01-01' }] });
  for (let waited = 0; waited < 2 * silentRunMs; waited += 1000) await pass(mock, 1000);
  expect((await run()).state).toBe('running');
  expect(await reporter?.end({ exit_code: 0, note: '' }, [['result', JSON.stringify(conformant())]])).toBe(
    '',
  );
  expect(await run()).toMatchObject({ state: 'finished', verdict: 'conformant' });
});

it('ends the run once if the mock wants that', async () => {
  const { mock, stops } = await reporting();
  await mock.control.stopRun({ params: { id: 1 }, body: {} });
  for (let turn = 0; turn < 3; turn += 1) await pass(mock, 1000);
  expect(stops()).toBe(1);
});

it('is silent with a mock that knows no runs', async () => {
  const unknown = () => Promise.reject(new Error('HTTP 404'));
  expect((await reporting({ registerRun: unknown })).reporter).toBeUndefined();
});

it('says at the end what could not be told, and waits for no mock that does not respond', async () => {
  const deaf = () => new Promise<RunHead>(() => {});
  const { mock, reporter } = await reporting({ endRun: deaf });
  const end = reporter?.end({ exit_code: 0, note: '' }, []);
  await pass(mock, 10_000);
  expect(await end).toBe('the mock does not respond');
  const failing = await reporting({ reportRun: () => Promise.reject(new Error('gone')) });
  failing.reporter?.ends(shortOf(aScenario('S01-01')));
  expect(await failing.reporter?.end({ exit_code: 0, note: '' }, [])).toBe('gone');
});

it('tells whatever a bank has said, however long and whatever is in it', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 50 }),
    fc.constantFrom('a\r\nb', '\u001b[31m', 'є'.repeat(9000), `a${'😀'.repeat(2000)}`, '\ud800'),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text, text), { maxLength: 12 }), async (said) => {
      const { mock, reporter, run } = await reporting();
      const failures = said.map(([actual, exchange, check]) =>
        aFailure('AUTH-01', { actual, exchange, check }),
      );
      for (const id of ['S01-01', 'S01-02', 'S01-03'])
        reporter?.ends(shortOf(aScenario(id, { verdict: 'failed', failures, note: said[0]?.[0] ?? '' })));
      await reporter?.flush();
      expect((await run()).scenarios.map(({ id }) => id)).toEqual(['S01-01', 'S01-02', 'S01-03']);
      expect(await reporter?.end({ exit_code: 3, note: said[0]?.[1] ?? '' }, [])).toBe('');
      await mock.close();
    }),
    { numRuns: 25 },
  );
});
