import { describe, expect, it } from 'vitest';
import { judgeScenario } from './judge-scenario.js';
import { ended, said, scenario } from './run.testing.js';

const verdictOf = (...args: Parameters<typeof scenario>) => judgeScenario(scenario(...args)).verdict;

describe('a scenario', () => {
  it('passes when a check ran and all held', () => {
    const judged = judgeScenario(scenario({ tags: ['@step-1', '@S01-01', '@service', '@AUTH-04'] }));
    expect(judged).toEqual({
      id: 'S01-01',
      name: 'a scenario',
      subject: 'service',
      step: 1,
      scheme: null,
      verdict: 'passed',
      rules: ['AUTH-01', 'AUTH-04'],
      checks: 1,
      ms: 5,
      failures: [],
      note: '',
      caused_by: null,
    });
  });

  it('is not verified when no check ran', () => {
    expect(judgeScenario(scenario({ checks: [] }))).toMatchObject({
      verdict: 'not-verified',
      note: 'no check ran',
    });
  });

  it('fails by a MUST, and says all about it', () => {
    const judged = judgeScenario(scenario({ checks: [said('JWT-02', false)], ...ended('CheckFailed', 'x') }));
    expect(judged.verdict).toBe('failed');
    expect(judged.failures).toMatchObject([
      {
        rule: 'JWT-02',
        causes: expect.arrayContaining([expect.stringContaining('not verified')]),
        reading: '',
        check: 'check of JWT-02',
        level: 'must',
        says: expect.stringContaining('401'),
        expected: 'this',
        actual: 'that',
        fix: expect.stringContaining('verify the signature'),
        source: 'D JWTF',
        curl: '',
        exchange: '',
      },
    ]);
  });

  it('fails by a MUST even when it ran on to its end', () => {
    expect(verdictOf({ checks: [said('AUTH-01'), said('JWT-02', false)] })).toBe('failed');
  });

  it('is warned by a SHOULD', () => {
    const checks = [said('AUTH-01'), said('KEY-04', false)];
    expect(judgeScenario(scenario({ checks }))).toMatchObject({
      verdict: 'warned',
      failures: [{ rule: 'KEY-04', level: 'should' }],
    });
  });

  it('is not verified when its state was not reached, whatever held before', () => {
    const run = scenario(ended('Blocked', 'the bank does not support the act login'));
    expect(judgeScenario(run)).toMatchObject({
      verdict: 'not-verified',
      note: 'the bank does not support the act login',
    });
    expect(verdictOf({ checks: [], ...ended('Blocked') })).toBe('not-verified');
  });

  it('has failed when a check failed before it was blocked, and keeps the note', () => {
    const run = scenario({ checks: [said('AUTH-01', false)], ...ended('Blocked', 'no entity') });
    expect(judgeScenario(run)).toMatchObject({ verdict: 'failed', note: 'no entity' });
  });

  it.each(['TypeError', 'ApiError', 'Error', 'FAILED'])('is an error when %s ended it', (name) => {
    expect(judgeScenario(scenario(ended(name, 'x is undefined')))).toMatchObject({
      verdict: 'error',
      note: 'x is undefined',
    });
  });

  it.each(['UNDEFINED', 'AMBIGUOUS', 'PENDING', 'SKIPPED', 'UNKNOWN'])(
    'is an error when a step is %s',
    (status) => {
      const run = scenario({ status, endedBy: { name: status, message: '' } });
      expect(judgeScenario(run)).toMatchObject({
        verdict: 'error',
        note: `a step is ${status.toLowerCase()}`,
      });
    },
  );

  it('is an error when a check is said to have failed and none has spoken', () => {
    expect(verdictOf(ended('CheckFailed'))).toBe('error');
    expect(verdictOf({ checks: [], ...ended('CheckFailed') })).toBe('error');
  });

  it('is an error when a check names a rule that does not exist', () => {
    const checks = [{ ...said('AUTH-01'), rule: 'AUTH-99' }];
    expect(verdictOf({ checks })).toBe('error');
    expect(
      judgeScenario(scenario({ checks: checks.map((check) => ({ ...check, ok: false })) })).failures,
    ).toEqual([]);
  });

  it.each([
    ['no id', { id: '', tags: ['@step-1', '@service'] }],
    ['no subject', { tags: ['@step-1', '@S01-01'] }],
    ['two subjects', { tags: ['@step-1', '@S01-01', '@service', '@client'] }],
    ['no step', { tags: ['@S01-01', '@service'] }],
    ['no step that is a number', { tags: ['@S01-01', '@service', '@step-one'] }],
  ])('is an error with %s', (_what, run) => {
    expect(judgeScenario(scenario(run))).toMatchObject({
      verdict: 'error',
      note: 'the scenario has no id, no single subject, or no step tag',
    });
  });

  it('has the scheme of its step', () => {
    expect(judgeScenario(scenario({ step: 11 })).scheme).toBeNull();
    expect(judgeScenario(scenario({ step: 12 })).scheme).toBe('dcm');
  });
});

describe('an act of DCM that the mock stands in for', () => {
  const tags = ['@step-3', '@S03-01', '@mock', '@simulated', '@PLAN-03'];

  it('is simulated', () => {
    expect(verdictOf({ tags, checks: [said('PLAN-03')] })).toBe('simulated');
  });

  it('is an error of the tool when it does not come about', () => {
    expect(verdictOf({ tags, checks: [said('PLAN-03', false)], ...ended('CheckFailed') })).toBe('error');
  });

  it('is merged with what the bank did', () => {
    expect(verdictOf({ checks: [said('PLAN-03'), said('AUTH-01')] })).toBe('passed');
  });
});

describe('a scenario about the mock itself', () => {
  const tags = ['@step-16', '@S16-21', '@mock', '@ERROR-01'];

  it('passes, or is an error of the tool: never the fault of a bank', () => {
    expect(verdictOf({ tags, checks: [said('ERROR-01')] })).toBe('passed');
    expect(verdictOf({ tags, checks: [said('ERROR-01', false)], ...ended('CheckFailed') })).toBe('error');
    expect(verdictOf({ tags, checks: [said('AUTH-01', false)], ...ended('CheckFailed') })).toBe('error');
  });
});
