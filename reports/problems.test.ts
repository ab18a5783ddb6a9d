import { describe, expect, it } from 'vitest';
import { doubts } from './doubts.js';
import { problems, unexplained } from './problems.js';
import {
  aFailure,
  aResult,
  aScenario,
  broken,
  conformant,
  narrowed,
  notConformant,
  notVerified,
} from './result.testing.js';

const brief = (result: Parameters<typeof problems>[0]) =>
  problems(result).map(({ rule, verdict, variants }) => ({
    rule,
    verdict,
    seen: variants.map((variant) => variant.scenarios.map((scenario) => scenario.id)),
  }));

describe('problems', () => {
  it('are none in a conformant tree', () => {
    expect(problems(conformant())).toEqual([]);
  });

  it('are grouped by rule and by what was seen, failed ones first', () => {
    expect(brief(notConformant())).toEqual([
      { rule: 'AUTH-05', verdict: 'failed', seen: [['S01-05', 'S01-06'], ['S07-01']] },
      { rule: 'KEY-01', verdict: 'failed', seen: [['S07-01']] },
      { rule: 'AUTH-12', verdict: 'warned', seen: [['S01-08']] },
    ]);
  });

  it('know a waived rule by the tree', () => {
    expect(brief(narrowed())).toEqual([{ rule: 'TRANSFER-01', verdict: 'waived', seen: [['S16-01']] }]);
  });

  it('take a broken MUST for a failure where the tree says nothing about the rule', () => {
    const failures = [aFailure('X-1', { level: 'must' }), aFailure('X-2', { level: 'should' })];
    const tree = aResult('not-conformant', [aScenario('S01-01', { verdict: 'failed', failures })]);
    expect(brief(tree).map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['X-1', 'failed'],
      ['X-2', 'warned'],
    ]);
  });

  it('include a rule that failed when the run ended, with the fix of the catalogue', () => {
    const tree = conformant();
    const rules = tree.rules.map((rule) =>
      rule.id === 'TRANSFER-01' ? { ...rule, verdict: 'failed' as const } : rule,
    );
    expect(problems({ ...tree, rules })).toMatchObject([
      { rule: 'TRANSFER-01', verdict: 'failed', variants: [], fixes: [expect.stringContaining('draft')] },
    ]);
  });
});

it('finds failed scenarios that no failure explains', () => {
  const failures = [aFailure('AUTH-12')];
  const tree = aResult('not-conformant', [
    aScenario('S01-01', { verdict: 'failed' }),
    aScenario('S01-02', { verdict: 'failed', failures: [aFailure('AUTH-01')] }),
    aScenario('S01-03', { verdict: 'failed', failures }),
  ]);
  expect(unexplained(tree).map((scenario) => scenario.id)).toEqual(['S01-01', 'S01-03']);
  expect(unexplained(notConformant())).toEqual([]);
});

describe('doubts', () => {
  it('are scenarios that were not verified or broke', () => {
    expect(doubts(conformant())).toEqual([]);
    expect(doubts(notVerified())).toMatchObject([
      { kind: 'scenario', id: 'S11-01', verdict: 'not-verified', note: expect.stringContaining('act login') },
    ]);
    expect(doubts(broken())).toMatchObject([{ kind: 'scenario', id: 'S06-01', verdict: 'error' }]);
  });

  it('are rules and steps that no such scenario stands for', () => {
    const tree = conformant();
    const open = { verdict: 'not-verified' as const };
    const rules = tree.rules.map((rule) => (rule.id === 'AUTH-02' ? { ...rule, ...open } : rule));
    const plan = tree.plan.map((step) => (step.step === 8 ? { ...step, ...open } : step));
    expect(doubts({ ...tree, rules, plan }).map(({ kind, id }) => [kind, id])).toEqual([
      ['rule', 'AUTH-02'],
      ['step', '8'],
    ]);
  });
});
