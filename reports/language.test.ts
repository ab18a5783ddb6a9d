import { expect, it } from 'vitest';
import { plan, stepWords } from '../contract/plan.js';
import { ruleWords } from '../contract/rules/words.js';
import { languages } from '../contract/texts/language.js';
import { consoleReport } from './console.js';
import { htmlReport } from './html.js';
import { markdownSummary } from './markdown.js';
import { aFailure, aResult, aScenario, conformant, notConformant } from './result.testing.js';
import { summaryLine } from './summary-line.js';
import { textsOf } from './texts/index.js';

const failed = () =>
  aResult('not-conformant', [
    aScenario('S07-01', { verdict: 'failed', rules: ['KEY-01'], failures: [aFailure('KEY-01')] }),
    aScenario('S14-01', { verdict: 'warned', rules: ['KEY-04'], failures: [aFailure('KEY-04')] }),
  ]);
const color = { color: false, width: 100 };
const printers = {
  console: (language: 'en' | 'uk') => consoleReport(failed(), { ...color, language }),
  html: (language: 'en' | 'uk') => htmlReport(failed(), language),
  summary: (language: 'en' | 'uk') => markdownSummary(failed(), language),
};
const flat = (text: string) =>
  text
    .replaceAll('&#39;', "'")
    .replaceAll(/\\|<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ');

it.each(Object.entries(printers))('%s says rule, fix and first cause in its language', (_name, print) => {
  const uk = flat(print('uk'));
  const words = ruleWords('KEY-01', 'uk');
  for (const text of [words?.says, words?.fix, words?.causes[0]]) expect(uk).toContain(text);
  expect(uk).not.toContain(ruleWords('KEY-01', 'en')?.fix);
  const en = flat(print('en'));
  expect(en).not.toMatch(/[а-яіїєґ]/i);
  expect(en).toContain('first cause of KEY-01');
});

it('names the undocumented reading that a warning hangs on', () => {
  expect(flat(printers.console('en'))).toContain('reading of KEY-04');
  expect(flat(printers.html('en'))).toContain('reading of KEY-04');
  expect(flat(printers.html('uk'))).toContain('припущення нашого проєкту');
});

it('the page says its language, and the plan in it', () => {
  expect(htmlReport(notConformant(), 'uk')).toContain('<html lang="uk">');
  expect(htmlReport(notConformant())).toContain('<html lang="en">');
  const page = flat(htmlReport(conformant(), 'uk'));
  for (const { step } of plan) expect(page).toContain(stepWords(step, 'uk')?.title);
});

it.each(languages)('the last line of the console is the stable one (%s)', (language) => {
  const lines = consoleReport(notConformant(), { ...color, language }).split('\n');
  expect(lines.at(-1)).toBe(summaryLine(notConformant()));
});

it('what was not verified is told in Ukrainian, too', () => {
  const tree = aResult('not-verified', [aScenario('S01-01', { rules: ['AUTH-01'] })]);
  for (const text of [
    consoleReport(tree, { ...color, language: 'uk' }),
    htmlReport(tree, 'uk'),
    markdownSummary(tree, 'uk'),
  ]) {
    expect(flat(text)).toContain('жоден сценарій не перевірив цього кроку');
    expect(text).not.toContain('no scenario verified');
  }
});

it('Ukrainian counts as it should', () => {
  const counts = [0, 1, 2, 5, 11, 21, 22, 112].map((count) => textsOf('uk').scenarios(count));
  expect(counts).toEqual([
    '0 сценаріїв',
    '1 сценарій',
    '2 сценарії',
    '5 сценаріїв',
    '11 сценаріїв',
    '21 сценарій',
    '22 сценарії',
    '112 сценаріїв',
  ]);
});
