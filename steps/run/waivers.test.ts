import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../contract/rules/index.js';
import { judge } from './judge.js';
import { ended, facts, said, scenario, wholePlan } from './run.testing.js';

/** Waivers: they count as long as they are in order, always show, and never hide anything else. */

const waiver = (rule: RuleId, until = '2026-12-31') => ({ rule, reason: 'ticket 42', until });

/** The whole plan, with a scenario of step 16 in which these rules fail. */
const failing = (rules: readonly RuleId[], ...waivers: readonly ReturnType<typeof waiver>[]) => {
  const checks = rules.map((rule) => said(rule, false));
  const one = scenario({ id: 'S16-02', step: 16, checks, ...(rules.length > 0 ? ended('CheckFailed') : {}) });
  const scenarios = rules.length > 0 ? [...wholePlan(), one] : wholePlan();
  return judge({ scenarios, errors: [] }, facts({ waivers }));
};
const states = ({ waivers }: ReturnType<typeof failing>) => waivers.map(({ state }) => state);

describe('a waiver', () => {
  it('lets a rule that fails pass, up to its last day, and the verdict says so', () => {
    for (const until of ['2026-12-31', '2026-11-23']) {
      const run = failing(['CALLBACK-01'], waiver('CALLBACK-01', until));
      expect(run).toMatchObject({ verdict: 'conformant-with-waivers', exit_code: 0 });
      expect(states(run)).toEqual(['applied']);
      expect(run.rules.find(({ id }) => id === 'CALLBACK-01')?.verdict).toBe('waived');
      expect(run.scenarios.at(-1)).toMatchObject({ verdict: 'waived', failures: [{ rule: 'CALLBACK-01' }] });
    }
  });

  it('covers no other rule', () => {
    const run = failing(['CALLBACK-01', 'TRANSFER-01'], waiver('CALLBACK-01'));
    expect(run).toMatchObject({ verdict: 'not-conformant', exit_code: 1 });
    expect(states(run)).toEqual(['applied']);
  });

  it('that has expired does not count, and fails the run also when nothing fails', () => {
    expect(states(failing(['CALLBACK-01'], waiver('CALLBACK-01', '2026-11-22')))).toEqual(['expired']);
    const run = failing([], waiver('AUTH-01', '2026-11-22'));
    expect(run).toMatchObject({ verdict: 'not-conformant', exit_code: 1 });
  });

  it('that is not needed any more fails the run', () => {
    const run = failing([], waiver('AUTH-01'));
    expect(run).toMatchObject({ verdict: 'not-conformant', exit_code: 1 });
    expect(states(run)).toEqual(['not-needed']);
  });

  it.each(['KEY-01', 'JWT-02', 'JWT-05', 'SIGN-01', 'AUTH-08', 'BANKJWT-01'] as const)(
    'on %s, about signatures or secrets, is not allowed',
    (rule) => {
      const run = failing([rule], waiver(rule));
      expect(run).toMatchObject({ verdict: 'not-conformant', exit_code: 1 });
      expect(states(run)).toEqual(['not-allowed']);
      expect(run.rules.find(({ id }) => id === rule)?.verdict).not.toBe('waived');
    },
  );

  it('of a rule outside the selection is left alone', () => {
    const run = judge(
      { scenarios: wholePlan().slice(0, 3), errors: [] },
      facts({ selection: 'steps 1-3', waivers: [waiver('CALLBACK-01')] }),
    );
    expect(run).toMatchObject({ verdict: 'partial', exit_code: 0 });
    expect(states(run)).toEqual(['not-run']);
  });

  it('never hides an error or something not verified', () => {
    const open = scenario({ id: 'S16-03', step: 16, checks: [] });
    const one = scenario({
      id: 'S16-02',
      step: 16,
      checks: [said('CALLBACK-01', false)],
      ...ended('CheckFailed'),
    });
    const run = judge(
      { scenarios: [...wholePlan(), one, open], errors: [] },
      facts({ waivers: [waiver('CALLBACK-01')] }),
    );
    expect(run).toMatchObject({ verdict: 'not-verified', exit_code: 4 });
  });
});
