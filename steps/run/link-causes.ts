import type { Cause, Failure, Result, ScenarioResult } from '../../contract/result.js';

/** What follows from what over the whole run: scenarios see their own exchanges only. Pure. */

interface Seen {
  readonly failure: Failure;
  readonly scenario: ScenarioResult;
  /** Place in the run. */
  readonly at: number;
}

const causeOf = ({ failure, scenario }: Seen): Cause => ({
  rule: failure.rule,
  text: failure.actual,
  scenario: scenario.id,
  situation: failure.situation,
});

/** `GET https://bank.example/key` */
const requestOf = ({ exchange }: Failure): string => exchange.split('\n', 1)[0] ?? '';

/** Whether one failure is behind another one that looks like a fault of its own. */
const links: readonly {
  readonly isCause: (seen: Seen) => boolean;
  readonly follows: (seen: Seen, cause: Seen) => boolean;
}[] = [
  {
    // An address that was handed over wrongly answers nothing rightly.
    isCause: ({ failure }) => failure.rule === 'PLAN-08' && failure.situation !== '',
    follows: ({ failure }, cause) =>
      failure.situation === cause.failure.situation && requestOf(failure) === requestOf(cause.failure),
  },
  {
    // A bank that does not take the new key refuses everything from then on.
    isCause: ({ failure }) => failure.rule === 'JWT-10' && failure.actual.startsWith('401'),
    follows: ({ failure, at }, cause) =>
      at > cause.at &&
      ((failure.expected.startsWith('200') && failure.actual.startsWith('401')) ||
        failure.actual.startsWith('401 (declined)')),
  },
  {
    // What DCM has not got in time it cannot use.
    isCause: ({ failure }) => failure.rule === 'AUTH-04',
    follows: ({ failure }) => failure.rule.startsWith('PLAN-') && failure.actual.includes('no answer within'),
  },
  {
    // Users are asked about by the external id that the bank gave: one that changes or is too long is nobody's.
    isCause: ({ failure }) => failure.rule === 'KEY-06' || failure.rule === 'AUTH-07',
    follows: ({ failure }) =>
      (failure.rule === 'AUTH-03' && failure.expected.startsWith('external_id ')) ||
      failure.rule === 'AUTH-10',
  },
];

function linkedFailures(scenarios: readonly ScenarioResult[]): ScenarioResult[] {
  const seen = scenarios.flatMap((scenario, at) =>
    scenario.failures.map((failure): Seen => ({ failure, scenario, at })),
  );
  const causes = links.flatMap(({ isCause, follows }) =>
    seen
      .filter(isCause)
      .slice(0, 1)
      .map((cause) => ({ cause, follows })),
  );
  return scenarios.map((scenario, at) => ({
    ...scenario,
    failures: scenario.failures.map((failure) => {
      const own = { failure, scenario, at };
      const link = causes.find(
        ({ cause, follows }) => cause.failure.rule !== failure.rule && follows(own, cause),
      );
      return link === undefined ? failure : { ...failure, caused_by: causeOf(link.cause) };
    }),
  }));
}

/** Rules of which every failure follows from something else, with that. */
function consequences(scenarios: readonly ScenarioResult[]): ReadonlyMap<string, Cause> {
  const found = new Map<string, Cause>();
  const own = new Set<string>();
  for (const { rule, caused_by } of scenarios.flatMap(({ failures }) => failures)) {
    if (caused_by === null) own.add(rule);
    else if (!found.has(rule)) found.set(rule, caused_by);
  }
  return new Map([...found].filter(([rule]) => !own.has(rule)));
}

/** Scenarios with everything that is known about why they did not pass. */
export function linkScenarios(judged: readonly ScenarioResult[]): ScenarioResult[] {
  const scenarios = linkedFailures(judged);
  const further = consequences(scenarios);
  const byNote = new Map<string, Cause>();
  return scenarios.map((scenario) => {
    const { caused_by, note, verdict, id } = scenario;
    if (caused_by !== null) {
      const cause = further.get(caused_by.rule) ?? caused_by;
      if (note !== '') byNote.set(note, byNote.get(note) ?? cause);
      return { ...scenario, caused_by: cause };
    }
    if (verdict !== 'not-verified' || note === '') return scenario;
    const cause = byNote.get(note) ?? { rule: '', text: note, scenario: id, situation: '' };
    byNote.set(note, cause);
    return { ...scenario, caused_by: cause };
  });
}

const isOpen = ({ verdict }: Pick<ScenarioResult, 'verdict'>) =>
  verdict === 'failed' || verdict === 'not-verified' || verdict === 'error';

/** Why a scenario ended before all of its checks had spoken. */
function endOf({ caused_by, failures, note, id, verdict }: ScenarioResult): Cause | null {
  if (caused_by !== null) return caused_by;
  const last = failures.findLast(({ level }) => level === 'must');
  if (last !== undefined) {
    return last.caused_by ?? { rule: last.rule, text: last.actual, scenario: id, situation: last.situation };
  }
  return isOpen({ verdict }) && note !== '' ? { rule: '', text: note, scenario: id, situation: '' } : null;
}

/** Rules with why one of their checks did not speak. `spoke` says whether a rule was looked at in a scenario. */
export function linkRules(rules: Result['rules'], scenarios: readonly ScenarioResult[]): Result['rules'] {
  return rules.map((rule) => {
    if (rule.verdict !== 'not-verified') return rule;
    const ends = scenarios
      .filter((scenario) => isOpen(scenario) && scenario.rules.includes(rule.id))
      .flatMap((scenario) => endOf(scenario) ?? []);
    return { ...rule, caused_by: ends.find((cause) => cause.rule !== rule.id) ?? ends[0] ?? null };
  });
}

/** Two causes are one when the same rule names them, or when no rule does and the words are the same. */
const keyOf = ({ rule, text }: Pick<Cause, 'rule' | 'text'>): string => (rule === '' ? `: ${text}` : rule);

/** All causes, the most upstream first: in the order in which the walk met them. */
export function causesOf(scenarios: readonly ScenarioResult[], rules: Result['rules']): Result['causes'] {
  const found = new Map<string, { cause: Cause; scenarios: Set<string>; rules: Set<string> }>();
  const add = (cause: Cause, scenario: string, rule: string) => {
    const key = keyOf(cause);
    const entry = found.get(key) ?? { cause, scenarios: new Set(), rules: new Set() };
    found.set(key, entry);
    if (scenario !== '') entry.scenarios.add(scenario);
    if (rule !== '' && rule !== entry.cause.rule) entry.rules.add(rule);
  };
  for (const [at, scenario] of scenarios.entries()) {
    for (const failure of scenario.failures) {
      const cause = failure.caused_by ?? causeOf({ failure, scenario, at });
      add(cause, scenario.id, failure.rule);
    }
    if (scenario.caused_by !== null) add(scenario.caused_by, scenario.id, '');
  }
  for (const { id, caused_by } of rules) if (caused_by !== null) add(caused_by, '', id);
  return [...found.values()].map(({ cause, scenarios: ids, rules: others }) => ({
    ...cause,
    scenarios: [...ids],
    rules: [...others],
  }));
}
