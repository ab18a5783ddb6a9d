import { expect, it } from 'vitest';
import { once } from '../steps/walk/once.js';
import { virtualWalks } from './cli.testing.js';
import { costOf } from './pace/costs.js';
import type { VirtualOutcome, VirtualWalk } from './virtual-walks.testing.js';

const dcm = ['dcm'] as const;
const both = ['dcm', 'bank'] as const;
const late = '@S11-02 or @S12-03 or @S15-04 or @S15-07 or @S16-03 or @S16-09 or @S16-15 or @S16-61';
const inTurn = '@step-1 or @S06-01 or @S14-04 or @S16-65';

const orders = {
  late: [
    { bank: 'acts-in-the-background', schemes: dcm, tags: late },
    { bank: 'answers-callbacks-slowly', schemes: dcm, tags: late },
    { bank: 'reads-late', schemes: dcm, tags: late },
  ],
  whole: [
    { bank: 'reference', schemes: both },
    { bank: 'answers-in-600-ms', schemes: both },
    { bank: 'takes-its-time-everywhere', schemes: both },
  ],
  inTurn: [{ bank: 'answers-in-turn', schemes: dcm, tags: inTurn }],
} satisfies Record<string, readonly VirtualWalk[]>;

/** All are walked in one process, which the first test waits for: walks after the first ones take much less. */
const all = once(() => virtualWalks(Object.values(orders).flat()));

async function walked(kind: keyof typeof orders): Promise<readonly VirtualOutcome[]> {
  const banks = new Set<string>(orders[kind].map(({ bank }) => bank));
  return (await all()).filter(({ bank }) => banks.has(bank));
}

/** Banks that take their time are sound banks, with the patience of a real run, too. `npm run prove` has them in all scenarios. */
it('a bank that answers with 202, or callbacks late, is waited for', { timeout: 300_000 }, async () => {
  const outcomes = await walked('late');
  expect(outcomes).toHaveLength(orders.late.length);
  for (const { bank, result } of outcomes) {
    const others = result.scenarios
      .filter(({ verdict }) => verdict !== 'passed')
      .map(({ id, note }) => `${id} ${note}`);
    expect({ bank, others, verdict: result.verdict }).toEqual({ bank, others: [], verdict: 'partial' });
  }
});

/** Each question is a second that a slow bank may take. */
const most = { asked: 558, seconds: 270 };
/** Seconds with the slowest bank that is still sound: 900 ms for a question, 3 s for whatever has no limit of its own. */
const slowest = 1574;
const quick = 24;
const questionMs = 600;

/** What scenarios take may differ by this part from what `cli/pace/costs.ts` says. */
const tolerance = 0.25;

it('a run puts no more questions to the bank than it did, keeps it busy for no longer, and says how long it takes', {
  timeout: 300_000,
}, async () => {
  const outcomes = await walked('whole');
  const limits = [{ ...most, seconds: quick }, most, { ...most, seconds: slowest }];
  const seen = outcomes.map(({ result, seconds }, index) => ({
    verdict: result.verdict,
    asked: Math.max(
      result.times.reduce((sum, { answers }) => sum + answers, 0),
      most.asked,
    ),
    seconds: Math.max(Math.ceil(seconds), limits[index]?.seconds ?? 0),
  }));
  expect(seen).toEqual(limits.map((limit) => ({ verdict: 'conformant', ...limit })));

  for (const { bank, seconds, estimates } of outcomes) {
    expect({ bank, estimates: estimates.length > 0 && estimates.length <= 4 }).toEqual({
      bank,
      estimates: true,
    });
    // In the first step, before most of the work.
    expect((estimates[0]?.at ?? seconds) / seconds).toBeLessThan(0.02);
    // What a fast bank takes of a run are waits that its pace does not decide.
    for (const { at, left } of seconds > 2 * quick ? estimates : []) {
      const factor = left / (seconds - at);
      expect({ bank, at, left, factor, fits: factor > 0.5 && factor < 2 }).toMatchObject({ fits: true });
    }
  }

  const [quickly, slowly] = outcomes;
  const off = Object.entries(slowly?.steps ?? {}).flatMap(([step, { scenarios, acts, ms }]) => {
    const told = costOf(new Map([[Number(step), scenarios]]));
    const questions = (ms - (quickly?.steps[Number(step)]?.ms ?? 0)) / questionMs;
    const differs = (value: number, by: number) => Math.abs(value - by) > 1 + tolerance * value;
    return differs(questions, told.probes + told.within) || differs(acts, told.acts)
      ? [{ step, scenarios, questions, acts, told }]
      : [];
  });
  expect(off).toEqual([]);
});

it('a bank that answers one question after the other is not held to be late', {
  timeout: 300_000,
}, async () => {
  const [outcome] = await walked('inTurn');
  expect(outcome?.result.scenarios.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  expect(outcome?.result.verdict).toBe('partial');
});
