import { expect, it } from 'vitest';
import { plan } from '../../contract/plan.js';
import { findRule } from '../../contract/rules/index.js';
import { ukrainianScenarios } from '../../contract/texts/scenarios/index.js';
import { createTestMock } from '../mock.testing.js';

it('has every scenario of every step, with its sentences and rules', async () => {
  const { control } = await createTestMock({});
  const { steps } = await control.getPlan({});
  expect(steps.map(({ step }) => step)).toEqual(plan.map(({ step }) => step));
  const scenarios = steps.flatMap(({ scenarios }) => scenarios);
  for (const { ids, rules, text } of scenarios) {
    expect(ids).not.toEqual([]);
    for (const rule of rules) expect(findRule(rule)).toBeDefined();
    expect(text).toMatch(/^(?:Given|When|Then) /m);
    expect(text).not.toMatch(/^\s*@|Scenario/m);
  }
  const ids = scenarios.flatMap((scenario) => scenario.ids);
  expect([...ids].sort()).toEqual(Object.keys(ukrainianScenarios).sort());
  const outline = scenarios.find((scenario) => scenario.ids.includes('S01-22'));
  expect(outline?.rules).toEqual(expect.arrayContaining(['JWT-01', 'JWT-05']));
  expect(outline?.text).toContain('| S01-09 | tampered');
});
