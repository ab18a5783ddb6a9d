import { isOver, type RunHead, type RunScenario } from '../../contract/control/run-parts.js';
import { seenWords } from '../../contract/rules/seen.js';
import { ruleWords } from '../../contract/rules/words.js';
import { bilingual, type Language } from '../../contract/texts/language.js';
import { runWords } from '../../contract/texts/runs.js';
import { seenIn } from '../../contract/texts/said-by-checks/index.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { scenarioName } from '../../contract/texts/scenarios/index.js';
import { verdictWords } from '../../contract/texts/verdicts.js';
import { marks, runTones, tones } from '../../reports/marks.js';
import { paint } from '../../reports/paint.js';
import { duration, oneLine, wrap } from '../../reports/text.js';
import { textsOf } from '../../reports/texts/index.js';

export interface Printing {
  readonly language: Language;
  readonly color: boolean;
  readonly width: number;
}

const texts = bilingual(
  {
    ...runWords.en,
    waits: (id: number) => `no verdict yet; to wait for its end: dcm runs watch ${id}`,
    cut: 'no verdict on the bank; run it again for one',
    none: 'no run yet: dcm runs start, or dcm verify --mock-url URL',
    fix: 'what to do',
    report: 'report',
    page: 'page',
  },
  {
    ...runWords.uk,
    waits: (id) => `висновку ще немає; дочекатися завершення: dcm runs watch ${id}`,
    cut: 'висновку про банк немає; щоб отримати його, повторіть прогін',
    none: 'прогонів ще немає: dcm runs start або dcm verify --mock-url URL',
    fix: 'що зробити',
    report: 'звіт',
    page: 'сторінка',
  },
);

/** The verdict, or the state of a run that has none. */
function outcomeOf({ state, verdict }: RunHead, { language, color }: Printing): string {
  const { tone } = paint(color);
  if (verdict !== undefined) return tone(runTones[verdict], textsOf(language).runVerdicts[verdict].name);
  return tone(state === 'ended-early' ? 'bad' : 'info', texts[language].states[state]);
}

function selectionOf(
  { options: { steps, tags, readings, quick, defect } }: RunHead,
  language: Language,
): string {
  const t = texts[language];
  const flags = { steps, tags, readings, defect };
  const given = Object.entries(flags).flatMap(([name, value]) =>
    value === '' ? [] : [`--${name} ${value}`],
  );
  return [...given, ...(quick ? [t.withoutHard] : [])].join(' ') || t.whole;
}

const countsOf = ({ counts }: RunHead, language: Language): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(
      ([name, count]) =>
        `${(verdictWords[language] as Readonly<Record<string, string>>)[name] ?? name} ${count}`,
    )
    .join(', ');

/** A run on one line. */
export function runLine(run: RunHead, printing: Printing): string {
  const { language } = printing;
  const at = run.created_at.slice(0, 19).replace('T', ' ');
  return oneLineOf([
    String(run.id).padStart(3),
    at,
    outcomeOf(run, printing),
    run.target,
    selectionOf(run, language),
    countsOf(run, language),
    ...(isOver(run) ? [duration(run.ms)] : []),
  ]);
}

const oneLineOf = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('  ');

export const noRuns = (language: Language): string => texts[language].none;

/** A scenario that has ended: one line, and why it did not pass below it. */
export function scenarioLines(scenario: RunScenario, { language, color, width }: Printing): string {
  const t = texts[language];
  const { tone, dim } = paint(color);
  const { id, scheme, verdict, ms, failures, cause_rule, cause, note } = scenario;
  if (verdict === undefined) return `· ${id} ${scenarioName(scenario, language)}`;
  const below = (text: string) => wrap(oneLine(text), Math.max(30, width - 4)).map((line) => `    ${line}`);
  const name = scheme === null ? id : `${id} ${scheme}`;
  return [
    `${tone(tones[verdict], marks[verdict])} ${name}  ${oneLine(scenarioName(scenario, language))}  ${dim(duration(ms))}`,
    ...failures.flatMap(({ rule, expected, actual, situation }) => [
      ...below(`${rule}  ${ruleWords(rule, language)?.says ?? ''}`),
      ...below(`${t.expected} ${seenIn(language, expected)}, ${t.actual} ${seenIn(language, actual)}`),
      ...below(`${t.fix}: ${seenWords(rule, situation, language).fix}`),
    ]),
    ...(cause === '' ? [] : below(`${cause_rule} ${cause}`)),
    ...(note === '' || note === cause ? [] : below(note)),
  ].join('\n');
}

/** The end of a run: its line, why it ended early, what to do for a verdict, and where its report is. */
export function endLines(run: RunHead, baseUrl: string, printing: Printing): string {
  const { language } = printing;
  const t = texts[language];
  const { id, note, verdict } = run;
  return [
    runLine(run, printing),
    ...(note === '' ? [] : [`     ${language === 'uk' ? (inUkrainian(note) ?? note) : note}`]),
    ...(verdict === undefined ? [`     ${isOver(run) ? t.cut : t.waits(id)}`] : []),
    `     ${t.page}: ${baseUrl}/console/runs/${id}`,
    ...(run.report ? [`     ${t.report}: ${baseUrl}/control/v1/runs/${id}/report.html`] : []),
  ].join('\n');
}
