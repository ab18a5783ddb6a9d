import { stepWords } from '../contract/plan.js';
import type { Cause, Result, ScenarioResult } from '../contract/result.js';
import { ruleWords } from '../contract/rules/words.js';
import { bilingual, type Language } from '../contract/texts/language.js';
import { scenarioName } from '../contract/texts/scenarios/index.js';
import { followsFrom, problems } from './problems.js';
import { isRed } from './tree.js';

/** A selected scenario, rule or step without a reliable verdict. */
export interface Doubt {
  readonly kind: 'scenario' | 'rule' | 'step';
  readonly id: string;
  readonly name: string;
  readonly verdict: 'not-verified' | 'error';
  readonly note: string;
  /** All scenarios that share its cause, itself first; empty for a rule or step. */
  readonly scenarios: readonly ScenarioResult[];
  /** Rules that could not be judged for the same cause. */
  readonly rules: readonly string[];
}

const doubtNotes = bilingual(
  {
    rule: 'no check of this rule produced a result',
    partly: 'checks of this rule produced results in some of its scenarios, but not in others',
    step: 'no scenario verified this step',
  },
  {
    rule: 'жодна перевірка цього правила не дала результату',
    partly: 'перевірки цього правила дали результат лише в частині його сценаріїв',
    step: 'жоден сценарій не перевірив цього кроку',
  },
);

const same = (cause: Cause, other: Cause) =>
  cause.rule === other.rule && (cause.rule !== '' || cause.text === other.text);

/** Scenarios with the same cause in one doubt; consequences of a broken rule are listed under that rule. */
function ofScenarios(result: Result, language: Language): Doubt[] {
  const broken = new Set(problems(result).map(({ rule }) => rule));
  const open = result.scenarios.filter(
    ({ verdict, caused_by }) =>
      verdict === 'error' || (verdict === 'not-verified' && !broken.has(caused_by?.rule ?? '')),
  );
  const done = new Set<ScenarioResult>();
  return open.flatMap((own): Doubt[] => {
    if (done.has(own)) return [];
    const cause = own.verdict === 'error' ? null : own.caused_by;
    const alike =
      cause === null ? [own] : open.filter((item) => item.caused_by && same(item.caused_by, cause));
    for (const item of alike) done.add(item);
    return [
      {
        kind: 'scenario',
        id: own.id,
        name: scenarioName(own, language),
        verdict: own.verdict === 'error' ? 'error' : 'not-verified',
        note: own.note,
        scenarios: alike,
        rules: cause === null ? [] : followsFrom(result, (item) => same(item, cause)).rules,
      },
    ];
  });
}

const isOpen = (verdict: Result['plan'][number]['verdict']) => isRed(verdict) && verdict !== 'failed';

/**
 * What was not verified or ended with an error: scenarios by cause, then rules and steps not covered by them.
 * Consequences of a broken rule are listed under that rule.
 */
export function doubts(result: Result, language: Language = 'en'): Doubt[] {
  const say = doubtNotes[language];
  const red = result.scenarios.filter(({ verdict }) => isRed(verdict));
  const alone = { scenarios: [], rules: [] };
  const kindOf = (verdict: string) => (verdict === 'error' ? 'error' : 'not-verified') as Doubt['verdict'];
  return [
    ...ofScenarios(result, language),
    ...result.rules
      .filter(
        ({ id, verdict, caused_by }) =>
          isOpen(verdict) && caused_by === null && !red.some((own) => own.rules.includes(id)),
      )
      .map(({ id, says, verdict, checks }): Doubt => {
        const name = language === 'en' ? says : (ruleWords(id, language)?.says ?? says);
        const note = checks === 0 ? say.rule : say.partly;
        return { kind: 'rule', id, name, verdict: kindOf(verdict), note, ...alone };
      }),
    ...result.plan
      .filter(({ step, verdict }) => isOpen(verdict) && !red.some((own) => own.step === step))
      .map(({ step, title, verdict }): Doubt => {
        const name = language === 'en' ? title : (stepWords(step, language)?.title ?? title);
        return { kind: 'step', id: `${step}`, name, verdict: kindOf(verdict), note: say.step, ...alone };
      }),
  ];
}
