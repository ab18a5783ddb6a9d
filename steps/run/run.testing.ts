import type { RuleId } from '../../contract/rules/index.js';
import type { CheckRecord } from '../checks/record.js';
import type { RunFacts } from './judge.js';
import type { ScenarioRun } from './scenario-run.js';

/** What a check said. */
export const said = (rule: RuleId, ok = true): CheckRecord => ({
  rule,
  check: `check of ${rule}`,
  ok,
  expected: ok ? '' : 'this',
  actual: ok ? '' : 'that',
  curl: '',
  exchange: '',
});

/** A scenario of step 1 about the bank's service, in which AUTH-01 held; each part can be another. */
export const scenario = (more: Partial<ScenarioRun> & { step?: number } = {}): ScenarioRun => {
  const { step = 1, ...rest } = more;
  const id = rest.id ?? `S${String(step).padStart(2, '0')}-01`;
  return {
    id,
    name: 'a scenario',
    tags: [`@step-${step}`, `@${id}`, '@service'],
    scheme: 'dcm',
    checks: [said('AUTH-01')],
    status: 'PASSED',
    endedBy: { name: '', message: '' },
    ms: 5,
    ...rest,
  };
};

export const ended = (name: string, message = '') => ({ status: 'FAILED', endedBy: { name, message } });

export const facts = (more: Partial<RunFacts> = {}): RunFacts => ({
  target: 'reference',
  seed: 'seed',
  startedAt: '2026-11-23T10:00:00.000Z',
  ms: 100,
  profile: {},
  profileChanges: [],
  scope: 'full',
  switchedOff: [],
  stepsSwitchedOff: [],
  relaxed: [],
  selection: '',
  waivers: [],
  findings: [],
  times: [],
  versions: {},
  ...more,
});

/** A scenario for each step of the plan, all of which passed. */
export const wholePlan = (): ScenarioRun[] =>
  Array.from({ length: 16 }, (_, index) => scenario({ step: index + 1 }));
