import { describe, expect, it } from 'vitest';
import { announced } from '../../steps/run/envelopes.testing.js';
import type { AnswerTime } from '../../steps/stage.js';
import { costOf } from './costs.js';
import { createEstimator } from './estimate.js';

/** A run with so many scenarios of each step, at a pace of its bank. */
function run(
  scenarios: ReadonlyMap<number, number>,
  schemes: readonly ('dcm' | 'bank')[] = ['dcm'],
  more: readonly string[] = [],
) {
  let now = 0;
  const measured: AnswerTime[] = [];
  const estimator = createEstimator({
    schemes,
    now: () => now,
    measured,
    waitMs: (tags) => (tags.includes('@rotation') ? 30_000 : 0),
  });
  const driver = estimator.timed({
    async act() {
      now += 3000;
      return { ok: true };
    },
  });
  estimator.pass();
  for (const [step, count] of scenarios)
    for (let index = 0; index < count; index += 1)
      for (const envelope of announced(`S${step}-${index}`, [`@step-${step}`, ...more]))
        estimator.message(envelope);
  return {
    async act() {
      await driver.act('ping', {} as never, {});
    },
    answer(ms: number, error = '') {
      now += ms;
      measured.push({ method: 'key', ms, error });
    },
    idle(ms: number) {
      now += ms;
    },
    ends: (step: number) => estimator.scenario({ tags: ['@service', `@step-${step}`, ...more] }),
  };
}

describe('an estimate', () => {
  it('is there once three scenarios and three answers have shown the pace', async () => {
    const { answer, act, ends } = run(new Map([[1, 5]]));
    await act();
    answer(500);
    expect(ends(1)).toBeUndefined();
    answer(900);
    expect(ends(1)).toBeUndefined();
    answer(700);
    const { probes, acts } = costOf(new Map([[1, 2]]));
    expect(ends(1)).toMatchObject({
      questionMs: 700,
      actMs: 3000,
      leftMs: expect.closeTo(probes * 700 + acts * 3000, -2),
    });
    answer(700);
    expect(ends(1)).toBeUndefined();
  });

  it('has what scenarios wait for, and takes no pace from it', () => {
    const { answer, idle, ends } = run(new Map([[2, 6]]), ['dcm'], ['@rotation']);
    let said: ReturnType<typeof ends>;
    for (let count = 0; count < 3; count += 1) {
      answer(1);
      idle(20_000);
      said = ends(2);
    }
    expect(said?.leftMs).toBeGreaterThanOrEqual(90_000);
    expect(said?.leftMs).toBeLessThan(91_000);
  });

  it('has no pace from requests that were not answered', () => {
    const { answer, ends } = run(new Map([[1, 9]]));
    for (let count = 0; count < 5; count += 1) {
      answer(5000, 'no answer within 5000 ms');
      expect(ends(1)).toBeUndefined();
    }
  });

  it('is not given for long where the harness is slower than the bank', () => {
    const { answer, idle, ends } = run(new Map([[1, 100]]));
    for (let count = 0; count < 5; count += 1) {
      answer(10);
      idle(1000);
      expect(ends(1)).toBeUndefined();
    }
  });

  it('counts the steps from 12 on once for each scheme', () => {
    const plan = new Map([
      [1, 3],
      [14, 10],
    ]);
    const [once, twice] = (['dcm', 'bank'] as const).map((_, index) => {
      const { answer, ends } = run(plan, index === 0 ? ['dcm'] : ['dcm', 'bank']);
      const said = [900, 900, 900].map((ms) => {
        answer(ms);
        return ends(1);
      });
      return said[2]?.leftMs ?? 0;
    });
    expect((twice ?? 0) / (once ?? 0)).toBeCloseTo(2);
  });

  it('comes again only with a step, and only if it differs notably', async () => {
    const { answer, act, ends } = run(
      new Map([
        [1, 4],
        [12, 40],
        [14, 40],
      ]),
    );
    for (let count = 0; count < 3; count += 1) {
      answer(100);
      if (count < 2) ends(1);
    }
    expect(ends(1)).toBeDefined();
    answer(100);
    expect(ends(1)).toBeUndefined();
    for (let count = 0; count < 5; count += 1) await act();
    expect(ends(12)).toMatchObject({ actMs: expect.any(Number) });
    for (let count = 0; count < 5; count += 1) await act();
    expect(ends(12)).toBeUndefined();
  });
});
