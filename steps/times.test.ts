import { describe, expect, it } from 'vitest';
import { inTime } from './checks/answers.js';
import { rarelyLate } from './checks/times.js';
import { endlessPatience } from './patience.js';
import { lateAskedAgain, probe } from './probe.js';
import type { AnswerTime, Stage } from './stage.js';
import { allTimes, timesOf } from './times.js';

/** How long answers took, on a clock of the test's own. */

const answers = (...times: readonly number[]): AnswerTime[] =>
  times.map((ms) => ({ method: 'key', ms, error: '' }));
const quick = (count: number) => answers(...Array.from({ length: count }, () => 10));

describe('the times of a method', () => {
  it('are counted, with their median, the slowest and the share of late ones', () => {
    const timedOut: AnswerTime = { method: 'user_auth', ms: 1000, error: 'no answer within 1000 ms' };
    expect(timesOf([...answers(30, 1000, 1001, 10), timedOut])).toEqual([
      { method: 'user_auth', answers: 1, late: 1, late_percent: 100, median_ms: 1000, slowest_ms: 1000 },
      { method: 'key', answers: 4, late: 1, late_percent: 25, median_ms: 515, slowest_ms: 1001 },
    ]);
  });

  it.each([
    ['a lone late one of few', [...quick(3), ...answers(3000)], true],
    ['2 of 40', [...quick(38), ...answers(1001, 1001)], true],
    ['2 of 39', [...quick(37), ...answers(1001, 1001)], false],
    ['all', answers(1001, 1001), false],
    ['none asked', [], false],
  ] as const)('%s', (_what, measured, holds) => {
    expect(rarelyLate.look(timesOf(measured)).ok).toBe(holds);
  });

  it('are told in words', () => {
    expect(rarelyLate.look(timesOf(answers(1300, 1500, 100)))).toMatchObject({
      actual: '/key: 2 of 3 late (66.7 %), median 1300 ms, slowest 1500 ms',
    });
  });
});

/** A bank whose answers take so long, one after the other. */
function stageOf(...times: readonly number[]) {
  let now = 0;
  const left = [...times];
  const measured: AnswerTime[] = [];
  const stage = {
    measured,
    patience: endlessPatience,
    now: () => now,
    bank: { user_key_url: 'http://bank.test/key', subjects: { admin: 'dcm' } },
    dcm: { signing: () => ({ kid: 'k' }), block: { counterparty_guid: 'g' } },
    callBank: async () => {
      now += left.shift() ?? 0;
      return { status: 200, headers: {}, text: '{"key":"k"}' };
    },
  };
  return { stage: stage as unknown as Stage, measured, asked: () => times.length - left.length };
}

describe('an answer that came late', () => {
  const ask = async (...times: readonly number[]) => {
    const { stage, measured, asked } = stageOf(...times);
    // Without a token nothing has to be signed.
    const answer = await probe(stage, { method: 'key', obj: 'kk-1', defect: 'missing' });
    const [seen] = await lateAskedAgain(stage, [answer]);
    return { outcome: seen && inTime.look(seen), measured: measured.map(({ ms }) => ms), asked: asked() };
  };

  it('is asked for again, and forgiven when the second is in time; both are measured', async () => {
    expect(await ask(1300, 20)).toEqual({ outcome: { ok: true }, measured: [1300, 20], asked: 2 });
  });

  it('breaks the rule when the second is late, too', async () => {
    expect(await ask(1300, 1200)).toMatchObject({
      outcome: { ok: false, actual: '1300 ms; second try: 1200 ms' },
      asked: 2,
    });
  });

  it('and no other is asked for again', async () => {
    expect(await ask(1000, 20)).toEqual({ outcome: { ok: true }, measured: [1000], asked: 1 });
  });
});

it("times are those of the harness's questions and of DCM's", async () => {
  const { stage, measured } = stageOf();
  measured.push(...answers(10));
  const searchJournal = async ({ body }: { body: { match: { operation: string } } }) => ({
    entries: body.match.operation === 'key' ? [{ ms: 30, error: '' }] : [],
  });
  Object.assign(stage.dcm, { control: { searchJournal } });
  expect(await allTimes(stage)).toMatchObject([{ method: 'key', answers: 2, median_ms: 20, slowest_ms: 30 }]);
});
