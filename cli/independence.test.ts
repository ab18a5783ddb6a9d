import { describe, expect, it } from 'vitest';
import { patience, virtualWalks } from './cli.testing.js';
import type { VirtualWalk } from './virtual-walks.testing.js';

const schemes = ['dcm', 'bank'] as const;

/** A scenario names the state it needs; what ran before it must not matter. */

async function partial(orders: readonly Omit<VirtualWalk, 'bank'>[]) {
  const outcomes = await virtualWalks(orders.map((order) => ({ bank: 'reference', ...order })));
  expect(outcomes.map(({ result }) => result.exit_code)).toEqual(orders.map(() => 0));
  return outcomes.map(({ result }) => result);
}

describe('run alone', { timeout: patience }, () => {
  it('each step of the plan passes', async () => {
    const numbers = Array.from({ length: 16 }, (_, index) => index + 1);
    const results = await partial(numbers.map((step) => ({ steps: [step], schemes })));
    for (const [index, { verdict, selection, plan, scenarios }] of results.entries()) {
      expect({ verdict, selection }).toEqual({ verdict: 'partial', selection: `steps ${index + 1}` });
      expect(scenarios.every(({ step }) => step === index + 1)).toBe(true);
      expect(plan.filter((step) => step.verdict !== 'not-run').map(({ step }) => step)).toEqual([index + 1]);
    }
  });

  it.each([
    ['@S01-13', '@S06-02', '@S10-02', '@S12-04'],
    ['@S13-01', '@S15-04', '@S16-03', '@S16-07'],
    ['@S16-12', '@S16-16', '@S16-17', '@S16-19'],
  ])('scenarios %s, %s, %s and %s pass', async (...tags) => {
    const results = await partial(tags.map((tag) => ({ tags: tag, schemes })));
    expect(results.map(({ verdict }) => verdict)).toEqual(tags.map(() => 'partial'));
    expect(results.map(({ scenarios }) => [...new Set(scenarios.map(({ id }) => `@${id}`))])).toEqual(
      tags.map((tag) => [tag]),
    );
  });
});

describe('run in another order', { timeout: patience }, () => {
  it('the plan passes', async () => {
    const [result] = await partial([{ mock: true, order: 'random:4', schemes }]);
    expect(result?.verdict).toBe('conformant');
    const ids = result?.scenarios.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(180);
    expect(ids).not.toEqual(ids.toSorted());
  });
});
