import { expect, it } from 'vitest';
import { judge } from '../../steps/run/judge.js';
import { facts, said, scenario, wholePlan } from '../../steps/run/run.testing.js';
import { earlierOf } from './parts.js';
import { resumedOf, takeUpHeard, withSpoiled } from './take-up.js';

const earlier = earlierOf([]);

it('what did not hold before the interruption makes the scenario fail, although it passes now', () => {
  const place = 'features/01.feature:7';
  const spoiled = [{ scheme: 'dcm', place, checks: [said('AUTH-01', false)] }] as const;
  const run = withSpoiled(scenario({ place }), { ...earlier, spoiled });
  expect(run.checks.map(({ ok }) => ok)).toEqual([false, true]);
  const [, ...others] = wholePlan();
  const result = judge({ scenarios: [run, ...others], errors: [] }, facts());
  expect(result).toMatchObject({ verdict: 'not-conformant' });
  expect(result.scenarios[0]).toMatchObject({ verdict: 'failed' });
});

it('and no other scenario, nor the same one under another scheme', () => {
  const place = 'features/16.feature:7';
  const spoiled = [{ scheme: 'dcm', place, checks: [said('AUTH-01', false)] }] as const;
  for (const run of [scenario({ place, scheme: 'bank' }), scenario({ place: 'features/16.feature:8' })])
    expect(withSpoiled(run, { ...earlier, spoiled })).toEqual(run);
  expect(withSpoiled(scenario(), undefined)).toEqual(scenario());
});

it('secrets and refusals that were heard are known again', () => {
  const stage = { dcm: {} } as Parameters<typeof takeUpHeard>[0];
  takeUpHeard(stage, { secrets: ['served before'] });
  takeUpHeard(stage);
  expect(stage.dcm).toEqual({});
});

it('the result says when it was begun and resumed, and what was carried over', () => {
  const before = { ...earlier, resumedAt: ['T1'], scenarios: [scenario()], runAgain: ['S01-02', 'S01-02'] };
  expect(resumedOf(before, 'T2')).toEqual({
    at: ['T1', 'T2'],
    carried_over: 1,
    run_again: ['S01-02', 'S01-02'],
  });
});

it('a waiver that has expired before the run was resumed holds no more', () => {
  const failing = scenario({ checks: [said('CALLBACK-03', false)], step: 16 });
  const run = { scenarios: [...wholePlan().slice(0, 15), failing], errors: [] };
  const waivers = [{ rule: 'CALLBACK-03', reason: 'ticket 42', until: '2026-11-24' }];
  expect(judge(run, facts({ waivers })).waivers).toMatchObject([{ state: 'applied' }]);
  const resumed = { at: ['2026-11-26T10:00:00.000Z'], carried_over: 1, run_again: [] };
  const later = judge(run, facts({ waivers, resumed }));
  expect(later).toMatchObject({ verdict: 'not-conformant', waivers: [{ state: 'expired' }] });
});
