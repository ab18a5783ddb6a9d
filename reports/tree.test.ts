import { expect, it } from 'vitest';
import { pages } from '../contract/provenance.js';
import { result as schema } from '../contract/result.js';
import { catalogue } from '../contract/rules/index.js';
import { runVerdicts, verdicts } from '../contract/verdict.js';
import { marks, runMarks, runTones, tones } from './marks.js';
import * as trees from './result.testing.js';
import { sourceText } from './source.js';
import { stepsHeld, strayScenarios, tally, waiverTexts } from './tree.js';

const examples = Object.entries({
  conformant: trees.conformant(),
  notConformant: trees.notConformant(),
  notVerified: trees.notVerified(),
  broken: trees.broken(),
  narrowed: trees.narrowed(),
  hostile: trees.hostile(),
  many: trees.many(300),
});

it.each(examples)('the example %s is a result', (_, tree) => {
  expect(schema.parse(tree)).toEqual(tree);
});

it.each(examples)('the tally of %s adds up to its scenarios', (_, tree) => {
  const sum = Object.values(tally(tree)).reduce((total, count) => total + count, 0);
  expect(sum).toBe(tree.scenarios.length);
});

it('counts steps that hold of those that apply', () => {
  const tree = trees.notConformant();
  expect(stepsHeld(tree)).toEqual({ held: 14, of: 16 });
  const plan = tree.plan.map((step) =>
    step.step > 11
      ? { ...step, verdict: 'not-applicable' as const }
      : step.step === 3
        ? { ...step, verdict: 'not-run' as const }
        : step,
  );
  expect(stepsHeld({ ...tree, plan })).toEqual({ held: 8, of: 11 });
});

it('finds the scenarios of no step, and the waivers', () => {
  const tree = trees.aResult('partial', [trees.aScenario('S01-01'), trees.aScenario('S99-01')]);
  expect(strayScenarios(tree).map((scenario) => scenario.id)).toEqual(['S99-01']);
  expect(waiverTexts(trees.narrowed())).toEqual(['TRANSFER-01 until 2026-12-31 (ticket 42)']);
  const expired = { rule: 'CALLBACK-03', reason: 'later', until: '2026-01-01', state: 'expired' } as const;
  expect(waiverTexts({ ...trees.narrowed(), waivers: [expired] })).toEqual([
    'CALLBACK-03 until 2026-01-01, expired (later)',
  ]);
});

it('has one mark of one character per verdict', () => {
  expect(Object.keys(marks).sort()).toEqual([...verdicts].sort());
  expect(new Set(Object.values(marks)).size).toBe(verdicts.length);
  expect(new Set(Object.values(runMarks)).size).toBe(runVerdicts.length);
  for (const mark of [...Object.values(marks), ...Object.values(runMarks)]) expect([...mark]).toHaveLength(1);
});

it('never shows what is not verified as good', () => {
  const good = verdicts.filter((verdict) => tones[verdict] === 'good');
  expect(good).toEqual(['passed']);
  expect(runVerdicts.filter((verdict) => runTones[verdict] === 'good')).toEqual(['conformant']);
});

it('names the page of every source of the catalogue', () => {
  for (const { source } of Object.values(catalogue)) {
    expect(sourceText(source).title, source).not.toBe(source);
  }
  expect(sourceText('D BAUTH')).toEqual({
    tag: 'D BAUTH',
    title: pages.BAUTH.title,
    url: `https://docs.prozora.network/${pages.BAUTH.path}`,
  });
  expect(sourceText('RFC 7519')).toEqual({ tag: 'RFC 7519', title: pages['RFC-7519'].title, url: '' });
  expect(sourceText('A').title).toBe(pages.HERE.title);
  expect(sourceText('D constructor')).toEqual({ tag: 'D constructor', title: 'D constructor', url: '' });
});
