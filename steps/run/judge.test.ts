import { describe, expect, it } from 'vitest';
import { result as resultShape } from '../../contract/result.js';
import { judge, type RunFacts } from './judge.js';
import { ended, facts, said, scenario, wholePlan } from './run.testing.js';
import type { ScenarioRun } from './scenario-run.js';

const run = (
  scenarios: readonly ScenarioRun[],
  more: Partial<RunFacts> = {},
  errors: readonly string[] = [],
) => judge({ scenarios, errors }, facts(more));

/** The whole plan, and one scenario more. */
const planAnd = (scenarioRun: ScenarioRun, more: Partial<RunFacts> = {}) =>
  run([...wholePlan(), scenarioRun], more);

const mockTags = (...more: string[]) => ['@step-16', '@S16-21', '@mock', ...more];
const must = { id: 'S16-02', step: 16, checks: [said('TRANSFER-01', false)], ...ended('CheckFailed') };

describe('the verdict of a run', () => {
  it('is conformant when every step passed', () => {
    const whole = run(wholePlan());
    expect(resultShape.parse(whole)).toEqual(whole);
    expect(whole).toMatchObject({ verdict: 'conformant', exit_code: 0, counts: { passed: 16, failed: 0 } });
    expect(whole.plan.map((step) => step.verdict)).toEqual(Array(16).fill('passed'));
  });

  it('is not conformant when a MUST failed', () => {
    const failed = planAnd(scenario(must));
    expect(failed).toMatchObject({
      verdict: 'not-conformant',
      exit_code: 1,
      counts: { passed: 16, failed: 1 },
    });
    expect(failed.plan[15]?.verdict).toBe('failed');
    expect(failed.rules.find(({ id }) => id === 'TRANSFER-01')?.verdict).toBe('failed');
  });

  it('is conformant when the configuration leaves nothing to verify in a scenario, and says why', () => {
    const left = scenario({ id: 'S05-02', step: 5, checks: [], ...ended('NotApplicable', 'no ping') });
    const tagged = { ...left, tags: [...left.tags, '@JWT-10'] };
    const whole = run([...wholePlan(), tagged]);
    expect(whole).toMatchObject({ verdict: 'conformant', exit_code: 0, counts: { 'not-applicable': 1 } });
    expect(whole.scenarios.at(-1)).toMatchObject({ verdict: 'not-applicable', note: 'no ping' });
    expect(whole.rules.map(({ id }) => id)).not.toContain('JWT-10');
    const checked = run([...wholePlan(), { ...tagged, checks: [said('JWT-10')] }]);
    expect(checked.verdict).toBe('error');
  });

  it('is conformant when a SHOULD did not hold, and shows it', () => {
    const warned = planAnd(scenario({ id: 'S14-02', step: 14, checks: [said('KEY-04', false)] }));
    expect(warned).toMatchObject({ verdict: 'conformant', exit_code: 0, counts: { passed: 16, warned: 1 } });
    expect(warned.plan[13]?.verdict).toBe('warned');
  });

  it('is not verified when a scenario was blocked', () => {
    const blocked = planAnd(scenario({ id: 'S16-02', step: 16, ...ended('Blocked', 'no entity') }));
    expect(blocked).toMatchObject({ verdict: 'not-verified', exit_code: 4 });
  });

  it('leaves out what needs a driver up to step 10, but nothing that failed and nothing later', () => {
    const judged = (step: number, ok = true) => {
      const checks = [said('AUTH-01', ok)];
      const { scenarios, exit_code } = planAnd(
        scenario({ id: 'S06-02', step, checks, ...ended('LeftOut', 'no driver') }),
      );
      const { verdict, note } = scenarios.at(-1) ?? {};
      return { verdict, note, exit_code };
    };
    expect(judged(6)).toEqual({ verdict: 'not-applicable', note: 'no driver', exit_code: 0 });
    expect(judged(6, false)).toMatchObject({ verdict: 'failed', exit_code: 1 });
    expect(judged(11)).toEqual({ verdict: 'not-verified', note: 'no driver', exit_code: 4 });
  });

  it('is not verified when a scenario checked nothing', () => {
    expect(planAnd(scenario({ id: 'S16-02', step: 16, checks: [] }))).toMatchObject({ exit_code: 4 });
  });

  it('is not verified when a rule that a scenario names was not checked by it', () => {
    const silent = scenario({
      id: 'S01-02',
      tags: ['@step-1', '@S01-02', '@service', '@AUTH-01', '@AUTH-04'],
    });
    const judged = planAnd(silent);
    expect(judged).toMatchObject({ verdict: 'not-verified', exit_code: 4 });
    expect(judged.rules.find(({ id }) => id === 'AUTH-04')).toMatchObject({
      verdict: 'not-verified',
      checks: 0,
      scenarios: ['S01-02'],
    });
  });

  it('is not verified when a step of the plan has no scenario', () => {
    const judged = run(wholePlan().filter((scenarioRun) => scenarioRun.id !== 'S11-01'));
    expect(judged).toMatchObject({ verdict: 'not-verified', exit_code: 4 });
    expect(judged.plan[10]).toMatchObject({ step: 11, verdict: 'not-verified', scenarios: [] });
  });

  it.each(['', 'steps 7'])('is never green without a scenario (selection %j)', (selection) => {
    expect(run([], { selection })).toMatchObject({ verdict: 'not-verified', exit_code: 4 });
  });

  it('is an error when the tool tripped, even beside a failure', () => {
    const tripped = scenario({ id: 'S16-03', step: 16, ...ended('TypeError', 'oops') });
    expect(run([...wholePlan(), scenario(must), tripped])).toMatchObject({ verdict: 'error', exit_code: 3 });
  });

  it('is an error when a hook failed, whatever the scenarios say', () => {
    const judged = run(wholePlan(), {}, ['a hook failed']);
    expect(judged).toMatchObject({ verdict: 'error', exit_code: 3, errors: ['a hook failed'] });
  });

  it('is an error when a scenario has no tags', () => {
    expect(planAnd(scenario({ id: '', tags: [] }))).toMatchObject({ verdict: 'error', exit_code: 3 });
  });

  it('is partial when all of a selection passed', () => {
    const judged = run([scenario({ step: 7 })], { selection: 'steps 7' });
    expect(judged).toMatchObject({ verdict: 'partial', exit_code: 0, selection: 'steps 7' });
    expect(judged.plan[6]?.verdict).toBe('passed');
    expect(judged.plan.filter((step) => step.verdict === 'not-run')).toHaveLength(15);
  });

  it.each([
    [must, 1],
    [{ id: 'S16-02', step: 16, checks: [] }, 4],
    [{ id: 'S16-02', step: 16, ...ended('TypeError') }, 3],
  ])('is no better for being a selection (%#)', (item, code) => {
    expect(run([scenario({ step: 7 }), scenario(item)], { selection: 'steps 7,16' }).exit_code).toBe(code);
  });
});

describe('what the mock stands in for', () => {
  const simulated = scenario({
    id: 'S05-02',
    tags: ['@step-5', '@S05-02', '@mock', '@simulated', '@PLAN-05'],
    checks: [said('PLAN-05')],
  });

  it('gives way to what the bank did in the same step', () => {
    expect(planAnd(simulated).plan[4]?.verdict).toBe('passed');
  });

  it('is simulated where the bank does nothing', () => {
    const others = wholePlan().filter((scenarioRun) => scenarioRun.id !== 'S05-01');
    const judged = run([...others, simulated]);
    expect(judged).toMatchObject({ verdict: 'conformant', counts: { passed: 15, simulated: 1 } });
    expect(judged.plan[4]?.verdict).toBe('simulated');
    expect(judged.rules.find(({ id }) => id === 'PLAN-05')?.verdict).toBe('simulated');
  });

  it('is the fault of the tool when it does not come about', () => {
    const broken = { ...simulated, checks: [said('PLAN-05', false)], ...ended('CheckFailed') };
    expect(planAnd(broken)).toMatchObject({ verdict: 'error', exit_code: 3, counts: { failed: 0 } });
  });
});

describe('scenarios about the mock itself', () => {
  const own = (more: Partial<ScenarioRun> = {}) =>
    scenario({ id: 'S16-21', tags: mockTags('@ERROR-01'), checks: [said('ERROR-01')], ...more });

  it('are listed, and part of no rule, step or count of the bank', () => {
    const judged = planAnd(own());
    expect(judged).toMatchObject({ verdict: 'conformant', counts: { passed: 16, failed: 0 } });
    expect(judged.scenarios.map(({ id }) => id)).toContain('S16-21');
    expect(judged.rules.map(({ id }) => id)).toEqual(['AUTH-01']);
    expect(judged.plan[15]?.scenarios).toEqual(['S16-01']);
  });

  it('are a fault of the tool when they fail', () => {
    const judged = planAnd(own({ checks: [said('ERROR-01', false)], ...ended('CheckFailed') }));
    expect(judged).toMatchObject({ verdict: 'error', exit_code: 3, counts: { passed: 16, failed: 0 } });
    expect(judged.plan[15]?.verdict).toBe('passed');
  });

  it('do not make up for a step of the bank', () => {
    const others = wholePlan().filter((scenarioRun) => scenarioRun.id !== 'S16-01');
    expect(run([...others, own()])).toMatchObject({ verdict: 'not-verified', exit_code: 4 });
  });

  it('do not turn the fault of a bank into one of the tool when it blocks them', () => {
    const judged = run([...wholePlan(), scenario(must), own({ checks: [], ...ended('Blocked') })]);
    expect(judged).toMatchObject({ verdict: 'not-conformant', exit_code: 1 });
  });

  it('are not green when they checked nothing', () => {
    expect(run([own({ checks: [] })], { selection: '@S16-21' })).toMatchObject({ exit_code: 4 });
  });
});

describe('a rule', () => {
  it('merges its own checks of all scenarios', () => {
    const judged = planAnd(
      scenario({ id: 'S16-02', step: 16, checks: [said('AUTH-01'), said('KEY-04', false)] }),
    );
    const [auth, key] = judged.rules;
    expect(auth).toMatchObject({ id: 'AUTH-01', verdict: 'passed', checks: 17 });
    expect(key).toMatchObject({ id: 'KEY-04', verdict: 'warned', checks: 1, scenarios: ['S16-02'] });
  });
});
