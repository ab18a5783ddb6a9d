import { describe, expect, it } from 'vitest';
import type { Trouble } from '../trouble.js';
import { noticed, settled } from './causes.js';
import { judge } from './judge.js';
import { judgeScenario } from './judge-scenario.js';
import { ended, facts, said, scenario } from './run.testing.js';

const trouble = (more: Partial<Trouble> = {}): Trouble => ({
  kind: 'order',
  rule: 'BANKJWT-03',
  expected: 'createCustomer, served',
  text: 'DCM refused createCustomer with 401: flow of the token: expected sign-up, was sign-in',
  situation: '',
  curl: '',
  exchange: 'POST /customers\n-> 401',
  ...more,
});

const dependent = (rule: Parameters<typeof said>[0]) => ({ ...said(rule, false), dependent: true });
const failing = (rule: Parameters<typeof said>[0], troubles: readonly Trouble[], step = 15) =>
  scenario({ step, checks: [dependent(rule)], troubles, ...ended('CheckFailed', rule) });

describe('a check that may depend on something before it', () => {
  it('does not fail when DCM refused for a reason of another rule: that rule is told', () => {
    const judged = judgeScenario(settled(failing('CUSTOMER-01', [trouble()])));
    expect(judged.failures.map(({ rule, check }) => [rule, check])).toEqual([['BANKJWT-03', noticed]]);
    expect(judged).toMatchObject({
      // A SHOULD is behind it, so nothing has failed; and nothing is verified.
      verdict: 'not-verified',
      caused_by: { rule: 'BANKJWT-03', scenario: 'S15-01' },
      note: expect.stringContaining('CUSTOMER-01 could not be judged'),
    });
  });

  it('fails by a MUST that is behind it', () => {
    const run = settled(failing('EMISSION-01', [trouble({ rule: 'LOGIN-02' })]));
    expect(judgeScenario(run)).toMatchObject({ verdict: 'failed', failures: [{ rule: 'LOGIN-02' }] });
  });

  it('fails by itself without a cause, with one of its own rule, and with one that no rule names', () => {
    for (const troubles of [[], [trouble({ rule: 'CUSTOMER-01' })], [trouble({ rule: '' })]]) {
      const judged = judgeScenario(settled(failing('CUSTOMER-01', troubles)));
      expect(judged).toMatchObject({ verdict: 'failed', failures: [{ rule: 'CUSTOMER-01' }] });
      for (const { text } of troubles) expect(judged.failures[0]?.actual).toContain(text);
    }
  });

  it('is left alone by what explains nothing: a request that was served, a reading that an order does not need', () => {
    for (const kind of ['served', 'read', 'repeated', 'act'] as const) {
      const judged = judgeScenario(settled(failing('CUSTOMER-01', [trouble({ kind })])));
      expect(judged.failures.map(({ rule }) => rule)).toEqual(['CUSTOMER-01']);
    }
    const [failure] = judgeScenario(settled(failing('SIGN-04', [trouble({ kind: 'read' })], 6))).failures;
    expect(failure?.rule).toBe('BANKJWT-03');
  });

  it('is not explained by a rule that held in the same scenario', () => {
    const checks = [said('LOGIN-04'), dependent('TRANSFER-04')];
    const troubles = [trouble({ rule: 'LOGIN-04' })];
    const run = settled(scenario({ step: 16, checks, troubles, ...ended('CheckFailed') }));
    expect(judgeScenario(run)).toMatchObject({ verdict: 'failed', failures: [{ rule: 'TRANSFER-04' }] });
  });

  it('does not hide what the bank itself did wrong', () => {
    const checks = [said('TRANSFER-02', false), dependent('TRANSFER-04')];
    const run = settled(scenario({ step: 16, checks, troubles: [trouble()], ...ended('CheckFailed') }));
    expect(judgeScenario(run).failures.map(({ rule }) => rule)).toEqual(['TRANSFER-02', 'TRANSFER-04']);
  });

  it('is blocked by one late answer, which has checks of its own', () => {
    const late = trouble({ kind: 'answer', rule: 'AUTH-04', text: '/key: no answer within 1000 ms' });
    const judged = judgeScenario(settled(failing('EMISSION-01', [late])));
    expect(judged).toMatchObject({ verdict: 'not-verified', failures: [], caused_by: { rule: 'AUTH-04' } });
  });
});

describe('over the whole run', () => {
  const late = { rule: 'AUTH-04', text: 'no answer', situation: 'time-out' };
  const blocked = (id: string, step: number, message: string, more = {}) =>
    scenario({ id, step, checks: [], ...ended('Blocked', message), ...more });

  it('what follows is told once, under the cause, and the rules that could not speak as well', () => {
    const tags = ['@step-16', '@service', '@SIGN-01'];
    const cause = trouble({ kind: 'answer', ...late, situation: 'time-out' });
    const runs = [
      scenario({ id: 'S01-02', checks: [said('AUTH-04', false)], ...ended('CheckFailed') }),
      blocked('S16-01', 16, 'fund', { troubles: [cause], cause, tags: [...tags, '@S16-01'] }),
      blocked('S16-02', 16, 'fund', { tags: [...tags, '@S16-02'] }),
    ];
    const result = judge({ scenarios: runs, errors: [] }, facts());
    expect(result.causes).toMatchObject([
      { rule: 'AUTH-04', scenario: 'S01-02', scenarios: ['S01-02', 'S16-01', 'S16-02'], rules: ['SIGN-01'] },
    ]);
    expect(result.scenarios[2]?.caused_by).toMatchObject({ rule: 'AUTH-04' });
    expect(result.rules.find(({ id }) => id === 'SIGN-01')).toMatchObject({
      verdict: 'not-verified',
      caused_by: { rule: 'AUTH-04' },
    });
  });

  it('a rule that could not speak after a failure is no cause of its own', () => {
    const run = scenario({
      tags: ['@step-1', '@S01-12', '@service', '@JWT-07', '@AUTH-08'],
      id: 'S01-12',
      checks: [said('JWT-07', false)],
      ...ended('CheckFailed'),
    });
    const { rules, causes } = judge({ scenarios: [run], errors: [] }, facts());
    expect(rules.find(({ id }) => id === 'AUTH-08')?.caused_by).toMatchObject({ rule: 'JWT-07' });
    expect(causes.map(({ rule }) => rule)).toEqual(['JWT-07']);
  });

  it('an address that was handed over wrongly is behind all that it answers', () => {
    const seen = { exchange: 'GET http://bank/ids\n-> 404 null', situation: 'not-found', curl: '' };
    const runs = [
      scenario({ id: 'S01-03', checks: [{ ...said('AUTH-03', false), ...seen }], ...ended('CheckFailed') }),
      scenario({
        id: 'S08-01',
        step: 8,
        checks: [{ ...said('PLAN-08', false), ...seen }],
        ...ended('CheckFailed'),
      }),
    ];
    const { causes, scenarios } = judge({ scenarios: runs, errors: [] }, facts());
    expect(causes).toMatchObject([{ rule: 'PLAN-08', scenarios: ['S01-03', 'S08-01'], rules: ['AUTH-03'] }]);
    expect(scenarios[0]?.failures[0]?.causes[0]).toContain('a different prefix');
  });
});
