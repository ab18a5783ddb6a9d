import type { Compared, Turned, TurnedBy } from '../contract/compared.js';
import { ruleWords } from '../contract/rules/words.js';
import { bilingual, type Language } from '../contract/texts/language.js';
import { comparedWords } from '../contract/texts/runs.js';
import { seenIn } from '../contract/texts/said-by-checks/index.js';
import { duration, wrap } from './text.js';
import { textsOf } from './texts/index.js';

/** The comparison of two runs, as text. */

const texts = bilingual(
  {
    ...comparedWords.en,
    same: 'No scenario has another verdict.',
    other: (count: number) =>
      count === 1
        ? '1 other difference; --all prints it'
        : `${count} other differences; --all prints every one`,
    none: 'no differences',
    check: (expected: string, actual: string) => `expected ${expected}, was ${actual}`,
  },
  {
    ...comparedWords.uk,
    same: 'Жоден сценарій не змінив висновку.',
    other: (count) => `Інших відмінностей: ${count}; --all виводить кожну`,
    none: 'відмінностей немає',
    check: (expected, actual) => `очікувано ${expected}, отримано ${actual}`,
  },
);

/** Scenarios that are named one by one. */
const mostNamed = 12;

const named = (ids: readonly string[]): string =>
  ids.length <= mostNamed ? ids.join(', ') : `${ids.slice(0, mostNamed).join(', ')}, … (${ids.length})`;

const place = ({ id, scheme }: { readonly id: string; readonly scheme: string | null }): string =>
  scheme === null ? id : `${id} ${scheme}`;

function group(title: string, groups: readonly TurnedBy[], width: number, language: Language): string[] {
  if (groups.length === 0) return [];
  const count = groups.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  const indented = (text: string, by: number) =>
    wrap(text, width - by).map((line) => `${' '.repeat(by)}${line}`);
  const reason = ({ check, because }: Turned) =>
    check === null
      ? because
      : texts[language].check(seenIn(language, check.expected), seenIn(language, check.actual));
  // The text of a cause is what was seen, not the rule; the result has it in English only.
  const inWords = ({ rule, says, scenarios }: TurnedBy) =>
    language === 'uk' && scenarios[0]?.check ? (ruleWords(rule, language)?.says ?? says) : says;
  return [
    '',
    `${title} (${count})`,
    ...groups.flatMap((one) => {
      const { rule, scenarios } = one;
      return [
        ...indented(rule === '' ? inWords(one) : `${rule}  ${inWords(one)}`, 2),
        ...indented(named(scenarios.map(place)), 6),
        ...(rule === '' || scenarios[0] === undefined ? [] : indented(reason(scenarios[0]), 6)),
      ];
    }),
  ];
}

/** @param others how many differences there are beside those of scenarios */
export function comparedText(
  compared: Compared,
  { others, language, width = 100 }: { others: number; language: Language; width?: number },
): string {
  const t = texts[language];
  const verdictOf = (verdict: Compared['verdicts'][number]) => textsOf(language).runVerdicts[verdict].name;
  const { broken, mended, unverified, verified, slower, only } = compared;
  const turned = [
    ...group(t.broken, broken, width, language),
    ...group(t.unverified, unverified, width, language),
    ...group(t.mended, mended, width, language),
    ...group(t.verified, verified, width, language),
  ];
  const times = slower.map((one) => `  ${place(one)}: ${duration(one.was)} → ${duration(one.now)}`);
  const [before, after] = compared.verdicts;
  const lists = (title: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : ['', `${title} (${ids.length}): ${named(ids)}`];
  if (turned.length + times.length + only.flat().length + others === 0 && before === after) return t.none;
  return [
    before === after ? verdictOf(before) : `${verdictOf(before)} → ${verdictOf(after)}`,
    ...(turned.length === 0 ? ['', t.same] : turned),
    ...(times.length === 0 ? [] : ['', `${t.slower} (${times.length})`, ...times.slice(0, mostNamed)]),
    ...lists(t.onlyBefore, only[0]),
    ...lists(t.onlyAfter, only[1]),
    ...(others === 0 ? [] : ['', t.other(others)]),
  ].join('\n');
}
