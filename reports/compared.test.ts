import { expect, it } from 'vitest';
import { compareResults } from '../contract/compared.js';
import { ruleWords } from '../contract/rules/words.js';
import { comparedText } from './compared-text.js';
import { aFailure, aResult, aScenario, changed, conformant, wholePlan } from './result.testing.js';

const failing = { verdict: 'failed' as const, failures: [aFailure('CALLBACK-01', { actual: '201' })] };

const told = (a: ReturnType<typeof conformant>, b: ReturnType<typeof conformant>, others = 0) =>
  comparedText(compareResults(a, b), { others, language: 'en' });

const broken = () =>
  aResult('not-conformant', changed(wholePlan(), { 'S16-01': failing, 'S16-02': failing }));

it('a run that has broken something says first what, by rule', () => {
  const compared = compareResults(conformant(), broken());
  expect(compared.verdicts).toEqual(['conformant', 'not-conformant']);
  expect(compared.broken).toMatchObject([
    { rule: 'CALLBACK-01', scenarios: [{ id: 'S16-01', was: 'passed', now: 'failed' }, { id: 'S16-02' }] },
  ]);
  expect(compared.mended).toEqual([]);
  const lines = told(conformant(), broken()).split('\n');
  expect(lines[0]).toBe('Conformant → Not conformant');
  expect(lines).toContain('Newly failing (2)');
  expect(lines.some((line) => line.includes('S16-01, S16-02'))).toBe(true);
  expect(lines.some((line) => line.includes('was 201'))).toBe(true);
});

it('and the other way round what was mended', () => {
  const compared = compareResults(broken(), conformant());
  expect(compared.broken).toEqual([]);
  expect(compared.mended).toMatchObject([{ rule: 'CALLBACK-01', scenarios: [{}, {}] }]);
  expect(told(broken(), conformant())).toContain('Mended (2)');
});

it('what could not be verified is neither', () => {
  const scenarios = changed(wholePlan(), { 'S16-01': { verdict: 'not-verified', note: 'no driver' } });
  const compared = compareResults(conformant(), aResult('not-verified', scenarios));
  expect(compared).toMatchObject({ broken: [], mended: [], unverified: [{ rule: '', says: 'no driver' }] });
  expect(compareResults(aResult('not-verified', scenarios), conformant()).verified).toHaveLength(1);
});

it('slower is twice the time and half a second more', () => {
  const timed = (ms: number) => aResult('conformant', changed(wholePlan(), { 'S16-01': { ms } }));
  const slower = (was: number, now: number) => compareResults(timed(was), timed(now)).slower.length;
  expect([slower(600, 1200), slower(600, 1199), slower(10, 500), slower(10, 510)]).toEqual([1, 0, 0, 1]);
  expect(told(timed(600), timed(1500))).toContain('S16-01: 600 ms → 1.5 s');
});

it('names scenarios of one run only, and how many differences are left', () => {
  const more = aResult('conformant', [...wholePlan(), aScenario('S99-01')]);
  expect(told(conformant(), more)).toContain('Only in the later run (1): S99-01');
  expect(told(conformant(), conformant(), 3)).toContain('3 other differences; --all prints every one');
  expect(told(conformant(), conformant())).toBe('no differences');
});

it('in Ukrainian, rules and checks are, too', () => {
  const text = comparedText(compareResults(conformant(), broken()), { others: 1, language: 'uk' });
  expect(text).toContain(ruleWords('CALLBACK-01', 'uk')?.says.slice(0, 40));
  expect(text).toContain('отримано 201');
  expect(text).not.toContain('expected by CALLBACK-01, was');
  expect(told(conformant(), conformant(), 1)).toContain('1 other difference; --all prints it');
});
