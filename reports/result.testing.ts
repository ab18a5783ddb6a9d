import { plan } from '../contract/plan.js';
import { defaultProfile } from '../contract/profile/index.js';
import type { Failure, Result, ScenarioResult } from '../contract/result.js';
import { catalogue, findRule, type Rule } from '../contract/rules/index.js';
import { exitCode, merge, type RunVerdict } from '../contract/verdict.js';

/** Hand-written trees for the tests of the printers. */

type Step = Result['plan'][number];

export function aFailure(rule: string, changes: Partial<Failure> = {}): Failure {
  const declared = findRule(rule);
  return {
    rule,
    check: `check of ${rule}`,
    level: declared?.level ?? 'must',
    says: declared?.says.en ?? `what ${rule} says`,
    expected: `expected by ${rule}`,
    actual: `actual under ${rule}`,
    fix: declared?.fix.en ?? `how to fix ${rule}`,
    causes: [`first cause of ${rule}`, `second cause of ${rule}`],
    reading: declared?.source === 'A' ? `reading of ${rule}` : '',
    source: declared?.source ?? 'A',
    curl: `curl -i http://127.0.0.1:8080/user_auth -H "X-Session-ID: $(dcm token --flow sign-in)"`,
    exchange: `GET /user_auth HTTP/1.1\nX-Session-ID: [redacted]\n\nHTTP/1.1 200 OK\n{"of":"${rule}"}`,
    situation: '',
    caused_by: null,
    ...changes,
  };
}

export function aScenario(id: string, changes: Partial<ScenarioResult> = {}): ScenarioResult {
  return {
    id,
    name: `scenario ${id}`,
    subject: 'service',
    step: Number(id.slice(1, 3)),
    scheme: null,
    verdict: 'passed',
    rules: [],
    checks: 1,
    ms: 12,
    failures: [],
    note: '',
    caused_by: null,
    ...changes,
  };
}

function aStep(declared: (typeof plan)[number], scenarios: readonly ScenarioResult[]): Step {
  const own = scenarios.filter((scenario) => scenario.step === declared.step);
  const verdict = merge(
    own.map((scenario) => scenario.verdict),
    'not-verified',
  );
  return { ...declared, verdict, scenarios: own.map((scenario) => scenario.id) };
}

function aRule(rule: Rule, scenarios: readonly ScenarioResult[]): Result['rules'][number] {
  const { id, level, says, source } = rule;
  const own = scenarios.filter((scenario) => scenario.rules.includes(id));
  const verdict = merge(
    own.map((scenario) => {
      if (scenario.failures.length === 0) return scenario.verdict;
      return scenario.failures.some((failure) => failure.rule === id) ? scenario.verdict : 'passed';
    }),
    'not-verified',
  );
  return {
    id,
    level,
    says: says.en,
    source,
    verdict,
    checks: own.length,
    scenarios: own.map((scenario) => scenario.id),
    caused_by: null,
  };
}

/** A tree whose plan, rules and counts follow from its scenarios. */
export function aResult(
  verdict: RunVerdict,
  scenarios: readonly ScenarioResult[],
  changes: Partial<Result> = {},
): Result {
  const named = new Set(scenarios.flatMap((scenario) => scenario.rules));
  const count = (wanted: string) => scenarios.filter((scenario) => scenario.verdict === wanted).length;
  return {
    verdict,
    exit_code: exitCode(verdict),
    target: 'bank1',
    scope: 'full',
    seed: '20231',
    robustness: null,
    started_at: '2026-05-04T09:30:00.000Z',
    resumed: null,
    ms: 18_400,
    profile: { ...defaultProfile },
    profile_changes: [],
    switched_off: [],
    selection: '',
    whole: false,
    plan: plan.map((step) => aStep(step, scenarios)),
    rules: Object.values(catalogue)
      .filter((rule) => named.has(rule.id))
      .map((rule) => aRule(rule, scenarios)),
    scenarios: [...scenarios],
    causes: [],
    waivers: [],
    findings: [],
    times: [],
    counts: { passed: count('passed'), failed: count('failed') },
    errors: [],
    versions: { dcm: '0.1.0', node: '20.20.0' },
    ...changes,
  };
}

/** Written out, so that a rule more in the catalogue changes no expectation here. */
const walked: Readonly<Record<number, readonly string[]>> = {
  1: [
    'AUTH-01',
    'AUTH-02',
    'AUTH-03',
    'AUTH-04',
    'AUTH-05',
    'AUTH-06',
    'AUTH-07',
    'AUTH-12',
    'JWT-01',
    'JWT-02',
    'JWT-03',
    'JWT-04',
    'JWT-05',
    'JWT-07',
    'JWT-08',
  ],
  2: ['JWT-09', 'PLAN-02'],
  3: ['PLAN-03'],
  4: ['PLAN-04'],
  5: ['JWT-10', 'PLAN-05'],
  6: ['KEY-05'],
  7: ['KEY-01', 'KEY-02'],
  8: ['PLAN-08'],
  9: ['PLAN-09'],
  10: ['PLAN-10'],
  11: ['LOGIN-01', 'LOGIN-02', 'LOGIN-03', 'REQUEST-01', 'REQUEST-02', 'REQUEST-03'],
  12: ['JWT-06', 'EMISSION-01', 'EMISSION-02', 'EMISSION-03'],
  13: ['PLAN-13'],
  14: ['KEY-03', 'KEY-04', 'KEY-06'],
  15: ['CUSTOMER-01', 'CUSTOMER-02', 'CUSTOMER-03', 'CUSTOMER-04', 'REQUEST-04'],
  16: [
    'CALLBACK-01',
    'CALLBACK-02',
    'TRANSFER-01',
    'TRANSFER-02',
    'TRANSFER-03',
    'TRANSFER-04',
    'TRANSFER-05',
    'TRANSFER-06',
    'TRANSFER-07',
    'TRANSFER-08',
    'DECLINE-01',
  ],
};

/** A scenario per rule: `passed`, or `simulated` where the rule is about an act of DCM. */
export function wholePlan(): ScenarioResult[] {
  return plan.flatMap(({ step }) =>
    (walked[step] ?? []).map((id, index) => {
      const rule = findRule(id);
      return aScenario(`S${String(step).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`, {
        name: rule?.says.en ?? id,
        verdict: rule?.side === 'dcm' ? 'simulated' : 'passed',
        rules: [id],
      });
    }),
  );
}

/** The same with the scenarios of those ids changed. */
export function changed(
  scenarios: readonly ScenarioResult[],
  changes: Readonly<Record<string, Partial<ScenarioResult>>>,
): ScenarioResult[] {
  return scenarios.map((scenario) => ({ ...scenario, ...changes[scenario.id] }));
}

export function conformant(changes: Partial<Result> = {}): Result {
  return aResult('conformant', wholePlan(), changes);
}

/** AUTH-05 fails alike in two scenarios and otherwise in a third, KEY-01 fails once, AUTH-12 is warned about. */
export function notConformant(): Result {
  const unknown = { expected: '401', actual: '200 {"external_id":"nobody","key":"[redacted]"}' };
  return aResult(
    'not-conformant',
    changed(wholePlan(), {
      'S01-05': { verdict: 'failed', failures: [aFailure('AUTH-05', unknown)] },
      'S01-06': {
        verdict: 'failed',
        rules: ['AUTH-05', 'AUTH-06'],
        failures: [aFailure('AUTH-05', unknown)],
      },
      'S01-08': { verdict: 'warned', failures: [aFailure('AUTH-12')] },
      'S07-01': {
        verdict: 'failed',
        rules: ['KEY-01', 'AUTH-05'],
        failures: [
          aFailure('KEY-01', { expected: 'two different secrets', actual: 'twice the same secret' }),
          aFailure('AUTH-05', { expected: '401', actual: '500 Internal Server Error' }),
        ],
      },
    }),
    { findings: [{ rule: 'JWT-06', level: 'should', count: 2, first: 'exp is 3600 s after iat' }] },
  );
}

export function notVerified(): Result {
  return aResult(
    'not-verified',
    changed(wholePlan(), {
      'S11-01': { verdict: 'not-verified', checks: 0, note: 'the driver does not support the act login' },
    }),
  );
}

/** A hook crashed, and one scenario with it. */
export function broken(): Result {
  return aResult(
    'error',
    changed(wholePlan(), {
      'S06-01': { verdict: 'error', checks: 0, note: 'TypeError: no such customer' },
    }),
    { errors: ['BeforeAll hook: connect ECONNREFUSED 127.0.0.1:4010'] },
  );
}

/** Everything that narrows a verdict, with a waived rule. */
export function narrowed(): Result {
  return aResult(
    'conformant-with-waivers',
    changed(wholePlan(), {
      'S16-01': { verdict: 'waived', rules: ['TRANSFER-01'], failures: [aFailure('TRANSFER-01')] },
    }),
    {
      scope: 'service',
      switched_off: ['multisignature', 'branches'],
      profile_changes: ['reserve: strict'],
      selection: '--steps 1-16',
      resumed: { at: ['2026-05-04T11:00:00.000Z'], carried_over: 41, run_again: ['S16-03'] },
      waivers: [{ rule: 'TRANSFER-01', reason: 'ticket 42', until: '2026-12-31', state: 'applied' }],
    },
  );
}

export const nasty = `<script>alert("x")</script> ]]> & 'quoted' \x00\x1b[31m\u202e <img src=http://evil.example/p.png onerror=x>`;

/** Texts that try to get out of every format, in every place that a bank can write to. */
export function hostile(): Result {
  const failure = aFailure('AUTH-01', {
    says: nasty,
    expected: `${nasty} ${'long '.repeat(400)}`,
    actual: nasty,
    fix: nasty,
    curl: nasty,
    exchange: `${nasty}\r\n${'x'.repeat(5000)}`,
  });
  const scenarios = changed(wholePlan(), {
    'S01-01': { name: nasty, verdict: 'failed', failures: [failure], note: nasty },
    'S01-02': { verdict: 'not-verified', note: nasty },
  });
  return aResult('not-conformant', scenarios, {
    target: nasty,
    seed: nasty,
    errors: [nasty],
    selection: nasty,
    switched_off: [nasty],
    profile_changes: [nasty],
    findings: [{ rule: nasty, level: nasty, count: 1, first: nasty }],
    versions: { [nasty]: nasty },
  });
}

/** `count` scenarios over the plan, every seventh of the bank's failed. */
export function many(count: number): Result {
  const some = wholePlan();
  const scenarios = Array.from({ length: count }, (_, index): ScenarioResult => {
    const { step, rules, name, verdict } = some[index % some.length] as ScenarioResult;
    const [rule] = rules;
    const failed = index % 7 === 3 && verdict === 'passed' && rule !== undefined;
    const scheme = step >= 12 ? (index % 2 === 0 ? 'dcm' : 'bank') : null;
    const failures = failed ? [aFailure(rule, { actual: `answer ${index}` })] : [];
    const number = String(Math.floor(index / some.length) * 20 + (index % 20)).padStart(2, '0');
    const id = `S${String(step).padStart(2, '0')}-${number}`;
    return aScenario(id, { step, rules, name, scheme, failures, verdict: failed ? 'failed' : verdict });
  });
  return aResult('not-conformant', scenarios);
}
