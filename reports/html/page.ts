import type { Failure, Result, ScenarioResult } from '../../contract/result.js';
import { seenWords } from '../../contract/rules/seen.js';
import { ruleWords } from '../../contract/rules/words.js';
import type { Texts } from '../texts/index.js';

/** What every part of the page needs. */
export interface Page {
  readonly result: Result;
  readonly texts: Texts;
  readonly anchors: Anchors;
}

export interface Anchors {
  /** Of a scenario; unique although a scenario is walked once per scheme. */
  readonly scenario: (scenario: ScenarioResult) => string;
  /** The first scenario with that id, or undefined when there is none to link to. */
  readonly scenarioId: (id: string) => string | undefined;
  readonly rule: (id: string) => string | undefined;
}

/** `#S07-01`, for the second scheme `#S07-01-bank`, `#KEY-01`: what people put into tickets. */
export function anchorsOf(result: Result): Anchors {
  const taken = new Set(result.rules.map((rule) => rule.id));
  const scenarios = new Map<ScenarioResult, string>();
  const ids = new Map<string, string>();
  for (const scenario of result.scenarios) {
    const candidates = [scenario.id, `${scenario.id}-${scenario.scheme ?? 'again'}`];
    let anchor = candidates.find((candidate) => !taken.has(candidate));
    for (let again = 2; anchor === undefined; again += 1) {
      const next = `${scenario.id}-${again}`;
      if (!taken.has(next)) anchor = next;
    }
    taken.add(anchor);
    scenarios.set(scenario, anchor);
    if (!ids.has(scenario.id)) ids.set(scenario.id, anchor);
  }
  const rules = new Set(result.rules.map((rule) => rule.id));
  return {
    scenario: (scenario) => scenarios.get(scenario) ?? scenario.id,
    scenarioId: (id) => ids.get(id),
    rule: (id) => (rules.has(id) ? id : undefined),
  };
}

/** What a rule demands, in the language of the page; as the tree has it when the rule is not known here. */
export const saysOf = (item: { readonly rule: string; readonly says: string }, { texts }: Page): string => {
  if (texts.lang === 'en' && item.says !== '') return item.says;
  return ruleWords(item.rule, texts.lang)?.says ?? item.says;
};

/** What to change, likewise. */
export const fixOf = (item: Pick<Failure, 'rule' | 'fix' | 'situation'>, { texts }: Page): string =>
  texts.lang === 'en' ? item.fix : seenWords(item.rule, item.situation, texts.lang).fix || item.fix;
