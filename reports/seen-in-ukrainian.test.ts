import { expect, it } from 'vitest';
import { consoleReport } from './console.js';
import { htmlReport } from './html.js';
import { markdownSummary } from './markdown.js';
import { aFailure, aResult, aScenario } from './result.testing.js';

/** What a check expected and saw is said in the language of the report; what came over the wire stays as it came. */

const wire = '200 {"key":"a list"}';
const tree = aResult('not-conformant', [
  aScenario('S01-01', {
    verdict: 'failed',
    failures: [
      aFailure('AUTH-05', { expected: 'a string of 1 to 500 characters', actual: '501 characters' }),
      aFailure('AUTH-06', { expected: 'a list', actual: wire }),
    ],
  }),
]);

it.each([
  [
    'the terminal',
    (lang: 'en' | 'uk') => consoleReport(tree, { color: false, width: 200, language: lang, board: false }),
  ],
  [
    'the page',
    (lang: 'en' | 'uk') => htmlReport(tree, lang).replaceAll('&quot;', '"').replaceAll('&#34;', '"'),
  ],
  ['the summary', (lang: 'en' | 'uk') => markdownSummary(tree, lang)],
] as const)('on %s', (_, report) => {
  const [en, uk] = [report('en'), report('uk')];
  expect(en).toContain('a string of 1 to 500 characters');
  expect(en).toContain('501 characters');
  expect(uk).toContain('рядок від 1 до 500 символів');
  expect(uk).toContain('символів: 501');
  expect(uk).not.toMatch(/a string of 1|501 characters/);
  for (const text of [en, uk]) expect(text).toContain(wire);
});
