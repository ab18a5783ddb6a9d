import type { Cause, Failure, Result, ScenarioResult } from '../contract/result.js';
import { readingOf } from '../contract/rules/readings.js';
import { seenWords } from '../contract/rules/seen.js';
import { ruleWords } from '../contract/rules/words.js';
import type { Language } from '../contract/texts/language.js';
import { distinct } from './tree.js';

/** One way in which a rule was broken, with every scenario that saw it. */
export interface Variant {
  /** The first one seen; it stands for the others. */
  readonly failure: Failure;
  readonly scenarios: readonly ScenarioResult[];
}

/** A broken rule with all its failures. */
export interface Problem {
  readonly rule: string;
  readonly level: Failure['level'];
  readonly says: string;
  readonly source: string;
  readonly verdict: 'failed' | 'waived' | 'warned';
  readonly fixes: readonly string[];
  /** Likely causes, the likeliest first. */
  readonly causes: readonly string[];
  /** How it depends on an undocumented reading; empty if it does not. */
  readonly reading: string;
  /** Empty when the rule failed outside any scenario. */
  readonly variants: readonly Variant[];
  /** The cause of all its failures; null when it is its own cause. */
  readonly causedBy: Cause | null;
  readonly follows: Follows;
}

/** Consequences of a cause, apart from its own failures. */
export interface Follows {
  /** Scenarios that could not be verified. */
  readonly scenarios: readonly ScenarioResult[];
  /** Other rules that were broken or could not be judged. */
  readonly rules: readonly string[];
}

interface Seen {
  readonly failure: Failure;
  readonly scenario: ScenarioResult;
}

/** The verdict in the result, if it has one; otherwise a broken MUST is a failure and anything else a warning. */
function verdictOf(result: Result, id: string, level: Failure['level']): Problem['verdict'] {
  const verdict = result.rules.find((rule) => rule.id === id)?.verdict;
  if (verdict === 'waived' || verdict === 'warned') return verdict;
  if (verdict === 'failed' || verdict === 'error') return 'failed';
  return level === 'must' ? 'failed' : 'warned';
}

function variantsOf(seen: readonly Seen[]): Variant[] {
  const groups = new Map<string, { failure: Failure; scenarios: ScenarioResult[] }>();
  for (const { failure, scenario } of seen) {
    const key = JSON.stringify([failure.expected, failure.actual]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { failure, scenarios: [scenario] });
    else if (!group.scenarios.includes(scenario)) group.scenarios.push(scenario);
  }
  return [...groups.values()];
}

/** The texts of a rule in a language other than that of the result, which is used if the rule no longer exists. */
function worded(problem: Problem, language: Language): Problem {
  const words = language === 'en' ? undefined : ruleWords(problem.rule, language);
  if (words === undefined) return problem;
  const reading = problem.reading === '' ? '' : readingOf(problem.rule, language);
  const seen = problem.variants.map(({ failure }) => seenWords(problem.rule, failure.situation, language));
  return {
    ...problem,
    says: words.says,
    fixes: seen.length === 0 ? [words.fix] : distinct(seen.map(({ fix }) => fix)),
    causes: seen.length === 0 ? words.causes : distinct(seen.flatMap(({ causes }) => causes)),
    reading,
  };
}

/** The consequences of this rule, according to the result. */
export function followsFrom(result: Result, isCause: (cause: Cause) => boolean): Follows {
  const because = (cause: Cause | null) => cause !== null && isCause(cause);
  const failed = result.scenarios.flatMap(({ failures }) =>
    failures.filter((failure) => because(failure.caused_by)),
  );
  const silent = result.rules.filter((rule) => because(rule.caused_by));
  return {
    scenarios: result.scenarios.filter(
      (scenario) =>
        (scenario.verdict === 'not-verified' || scenario.verdict === 'failed') && because(scenario.caused_by),
    ),
    rules: distinct([...failed.map(({ rule }) => rule), ...silent.map(({ id }) => id)]),
  };
}

/** Where it was first seen, in the order of the walk; problems that no scenario has seen come last. */
const place = (result: Result, { variants }: Problem): number => {
  const [first] = variants;
  const at = first?.scenarios[0];
  return at === undefined ? result.scenarios.length : result.scenarios.indexOf(at);
};

/** Severe: it was broken, or something else follows from it. */
const weight = ({ verdict, follows }: Problem): number => {
  if (verdict === 'failed' || follows.scenarios.length + follows.rules.length > 0) return 0;
  return verdict === 'waived' ? 1 : 2;
};

/** All broken rules in the order of the walk, with those that failed or blocked others first. */
export function problems(result: Result, language: Language = 'en'): Problem[] {
  const followsOf = (id: string) => followsFrom(result, ({ rule }) => rule === id);
  const seen = result.scenarios.flatMap((scenario) =>
    scenario.failures.map((failure) => ({ failure, scenario })),
  );
  const withFailures = distinct(seen.map(({ failure }) => failure.rule)).map((id): Problem => {
    const own = seen.filter(({ failure }) => failure.rule === id);
    const first = (own[0] as Seen).failure;
    return {
      rule: id,
      level: first.level,
      says: first.says,
      source: first.source,
      verdict: verdictOf(result, id, first.level),
      fixes: distinct(own.map(({ failure }) => failure.fix).filter((fix) => fix !== '')),
      causes: distinct(own.flatMap(({ failure }) => failure.causes)),
      reading: first.reading,
      variants: variantsOf(own),
      causedBy: own.every(({ failure }) => failure.caused_by !== null) ? first.caused_by : null,
      follows: followsOf(id),
    };
  });
  // Rules about absence are judged over the whole journal when the run ends: no scenario holds their failure.
  const withoutFailures = result.rules
    .filter((rule) => ['failed', 'warned', 'waived'].includes(rule.verdict))
    .filter((rule) => !withFailures.some((problem) => problem.rule === rule.id))
    .map((rule): Problem => {
      const { id, level, says, source } = rule;
      const words = ruleWords(id, 'en');
      return {
        rule: id,
        level,
        says,
        source,
        verdict: verdictOf(result, id, level),
        fixes: words === undefined ? [] : [words.fix],
        causes: words?.causes ?? [],
        reading: readingOf(id, 'en'),
        variants: [],
        causedBy: null,
        follows: followsOf(id),
      };
    });
  return [...withFailures, ...withoutFailures]
    .sort((a, b) => weight(a) - weight(b) || place(result, a) - place(result, b))
    .map((problem) => worded(problem, language));
}

/** Rules that are their own cause; their consequences are folded under them. */
export const roots = (all: readonly Problem[]): Problem[] => all.filter(({ causedBy }) => causedBy === null);

/** Whether it counts as a failure: it was broken, or something else could not be verified because of it. */
export const isGrave = (problem: Problem): boolean => weight(problem) === 0;

/** Scenarios that failed although none of their failures counts; shown with their note. */
export function unexplained(result: Result): ScenarioResult[] {
  const failed = new Set(
    problems(result)
      .filter((problem) => problem.verdict === 'failed')
      .map((problem) => problem.rule),
  );
  return result.scenarios.filter(
    (scenario) =>
      scenario.verdict === 'failed' && !scenario.failures.some((failure) => failed.has(failure.rule)),
  );
}
