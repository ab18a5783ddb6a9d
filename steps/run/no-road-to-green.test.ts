import { describe, expect, it } from 'vitest';
import type { RunVerdict } from '../../contract/verdict.js';
import { exitCode, runVerdicts } from '../../contract/verdict.js';
import { judge, type RunFacts } from './judge.js';
import { ended, facts, said, scenario, wholePlan } from './run.testing.js';
import type { ScenarioRun } from './scenario-run.js';

/** No verdict is reached by one road only, and none that is green by configuration says `conformant`. */

interface Road {
  readonly scenarios?: readonly ScenarioRun[];
  readonly facts?: Partial<RunFacts>;
  readonly errors?: readonly string[];
}

const failing = scenario({
  id: 'S16-02',
  step: 16,
  checks: [said('TRANSFER-01', false)],
  ...ended('CheckFailed'),
});
const waived = scenario({
  id: 'S16-03',
  step: 16,
  checks: [said('CALLBACK-01', false)],
  ...ended('CheckFailed'),
});
const silent = scenario({ id: 'S16-04', step: 16, checks: [] });
const tripped = scenario({ id: 'S16-05', step: 16, ...ended('TypeError', 'oops') });
const waiver = { rule: 'CALLBACK-01', reason: 'ticket 42', until: '2026-12-31' };
const relaxed = { relaxed: ['accounts_list: "object"'], profileChanges: ['accounts_list: "object"'] };
const and = (...more: readonly ScenarioRun[]): readonly ScenarioRun[] => [...wholePlan(), ...more];

const roads: Readonly<Record<RunVerdict, readonly [Road, Road, ...Road[]]>> = {
  conformant: [{}, { scenarios: and(scenario({ id: 'S14-02', step: 14, checks: [said('KEY-04', false)] })) }],
  'conformant-with-waivers': [
    { scenarios: and(waived), facts: { waivers: [waiver] } },
    { scenarios: and(waived), facts: { waivers: [waiver], scope: 'service' } },
  ],
  'service-conformant': [
    { facts: { scope: 'service' } },
    { facts: { scope: 'service', switchedOff: ['callbacks'] } },
  ],
  'non-standard': [
    { facts: relaxed },
    { scenarios: and(waived), facts: { ...relaxed, waivers: [waiver] } },
    { facts: { ...relaxed, scope: 'service' } },
  ],
  partial: [{ facts: { selection: 'steps 7' } }, { facts: { selection: '@service', ...relaxed } }],
  'not-conformant': [
    { scenarios: and(failing) },
    { facts: { waivers: [waiver] } },
    { facts: { waivers: [{ ...waiver, until: '2020-01-01' }] } },
    { scenarios: and(failing), facts: { selection: 'steps 16' } },
  ],
  'not-verified': [
    { scenarios: and(silent) },
    { scenarios: and(scenario({ id: 'S16-06', step: 16, checks: [], ...ended('Blocked', 'no entity') })) },
    { scenarios: wholePlan().slice(1) },
    { scenarios: [], facts: { selection: 'steps 7' } },
  ],
  error: [
    { scenarios: and(tripped) },
    { errors: ['a hook failed'] },
    { scenarios: and(failing), errors: ['x'] },
  ],
};

const walk = ({ scenarios = wholePlan(), errors = [], facts: more = {} }: Road) =>
  judge({ scenarios, errors }, facts(more));

describe('every verdict of a run', () => {
  it.each(
    runVerdicts.flatMap((verdict) => roads[verdict].map((road, index) => [verdict, index, road] as const)),
  )('%s is reached, road %i', (verdict, _index, road) => {
    expect(walk(road)).toMatchObject({ verdict, exit_code: exitCode(verdict) });
  });
});

describe('no road to green by configuration', () => {
  it.each<[string, Partial<RunFacts>]>([
    ['a relaxed option', relaxed],
    ['a waiver', { waivers: [waiver] }],
    ['a selection', { selection: 'steps 1-16' }],
    ['the scope service', { scope: 'service' }],
  ])('%s is never plainly conformant', (_name, more) => {
    for (const scenarios of [wholePlan(), and(waived), and(failing)]) {
      expect(walk({ scenarios, facts: more }).verdict).not.toBe('conformant');
    }
  });

  it('what is switched off, changed or waived stands in the result', () => {
    const judged = walk({
      scenarios: and(waived),
      facts: { ...relaxed, switchedOff: ['callbacks'], waivers: [waiver], selection: 'steps 16' },
    });
    expect(judged).toMatchObject({
      switched_off: ['callbacks'],
      profile_changes: relaxed.profileChanges,
      waivers: [{ ...waiver, state: 'applied' }],
      selection: 'steps 16',
    });
  });

  it('nothing turns a failed MUST, an error or something unchecked green', () => {
    const all = { ...relaxed, switchedOff: ['callbacks'], scope: 'service', selection: 'steps 16' } as const;
    expect(walk({ scenarios: and(failing), facts: all }).exit_code).toBe(1);
    expect(walk({ scenarios: and(silent), facts: all }).exit_code).toBe(4);
    expect(walk({ scenarios: and(tripped), facts: all }).exit_code).toBe(3);
  });
});
