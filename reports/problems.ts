import type { Failure, Result, ScenarioResult } from '../contract/result.js';
import { findRule } from '../contract/rules/index.js';
import type { Language } from '../contract/texts/language.js';
import { stepWords } from '../contract/texts/plan.js';
import { readingOf } from '../contract/texts/readings.js';
import { ruleWords } from '../contract/texts/rules/index.js';
import { scenarioName } from '../contract/texts/scenarios/index.js';
import { distinct, isRed } from './tree.js';

/** One way in which a rule did not hold, with every scenario that saw it. */
export interface Variant {
  /** The first one seen; it stands for the others. */
  readonly failure: Failure;
  readonly scenarios: readonly ScenarioResult[];
}

/** A rule that did not hold, with all its failures. */
export interface Problem {
  readonly rule: string;
  readonly level: Failure['level'];
  readonly says: string;
  readonly source: string;
  readonly verdict: 'failed' | 'waived' | 'warned';
  readonly fixes: readonly string[];
  /** What usually is behind it, the likeliest first. */
  readonly causes: readonly string[];
  /** What hangs on an undocumented reading; empty when nothing does. */
  readonly reading: string;
  /** Empty when the rule failed outside any scenario. */
  readonly variants: readonly Variant[];
}

interface Seen {
  readonly failure: Failure;
  readonly scenario: ScenarioResult;
}

/** The verdict of the tree, where it gives one; otherwise a broken MUST is a failure and the rest a warning. */
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

/** The words of a rule in another language than the tree's; those of the tree when the rule is not known any more. */
function worded(problem: Problem, language: Language): Problem {
  const words = language === 'en' ? undefined : ruleWords(problem.rule, language);
  if (words === undefined) return problem;
  const reading = problem.reading === '' ? '' : readingOf(problem.rule, language);
  return { ...problem, says: words.says, fixes: [words.fix], causes: words.causes, reading };
}

/** Every rule that did not hold, failed ones first, then in order of the tree. */
export function problems(result: Result, language: Language = 'en'): Problem[] {
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
    };
  });
  // Rules about absence are judged over the whole journal when the run ends: no scenario holds their failure.
  const withoutFailures = result.rules
    .filter((rule) => ['failed', 'warned', 'waived'].includes(rule.verdict))
    .filter((rule) => !withFailures.some((problem) => problem.rule === rule.id))
    .map((rule): Problem => {
      const { id, level, says, source } = rule;
      const fix = findRule(id)?.fix;
      return {
        rule: id,
        level,
        says,
        source,
        verdict: verdictOf(result, id, level),
        fixes: fix === undefined ? [] : [fix],
        causes: ruleWords(id, 'en')?.causes ?? [],
        reading: readingOf(id, 'en'),
        variants: [],
      };
    });
  const order: readonly Problem['verdict'][] = ['failed', 'waived', 'warned'];
  const all = [...withFailures, ...withoutFailures];
  return order
    .flatMap((verdict) => all.filter((problem) => problem.verdict === verdict))
    .map((problem) => worded(problem, language));
}

/** Scenarios that failed although none of their failures counts as one; shown by their note. */
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

/** Something selected that nobody can vouch for. */
export interface Doubt {
  readonly kind: 'scenario' | 'rule' | 'step';
  readonly id: string;
  readonly name: string;
  readonly verdict: 'not-verified' | 'error';
  readonly note: string;
}

const doubtNotes: Readonly<Record<Language, { readonly rule: string; readonly step: string }>> = {
  en: { rule: 'no check of this rule gave an answer', step: 'no scenario verified this step' },
  uk: {
    rule: 'жодна перевірка цього правила не дала відповіді',
    step: 'жоден сценарій не перевірив цього кроку',
  },
};

/** What was not verified or broke: scenarios, then rules and steps that no such scenario already stands for. */
export function doubts(result: Result, language: Language = 'en'): Doubt[] {
  const say = doubtNotes[language];
  const scenarios = result.scenarios.filter(
    ({ verdict }) => verdict === 'not-verified' || verdict === 'error',
  );
  const doubt = (kind: Doubt['kind'], id: string, name: string, verdict: string, note: string): Doubt => ({
    kind,
    id,
    name,
    verdict: verdict === 'error' ? 'error' : 'not-verified',
    note,
  });
  const open = (verdict: Result['plan'][number]['verdict']) => isRed(verdict) && verdict !== 'failed';
  return [
    ...scenarios.map((own) => doubt('scenario', own.id, scenarioName(own, language), own.verdict, own.note)),
    ...result.rules
      .filter((rule) => open(rule.verdict) && !scenarios.some((own) => own.rules.includes(rule.id)))
      .map((rule) =>
        doubt(
          'rule',
          rule.id,
          language === 'en' ? rule.says : (ruleWords(rule.id, language)?.says ?? rule.says),
          rule.verdict,
          say.rule,
        ),
      ),
    ...result.plan
      .filter((step) => open(step.verdict) && !scenarios.some((own) => own.step === step.step))
      .map((step) =>
        doubt(
          'step',
          `${step.step}`,
          language === 'en' ? step.title : (stepWords(step.step, language)?.title ?? step.title),
          step.verdict,
          say.step,
        ),
      ),
  ];
}
