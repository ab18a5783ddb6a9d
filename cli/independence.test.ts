import { describe, expect, it } from 'vitest';
import type { Result } from '../contract/result.js';
import { once } from '../steps/walk/once.js';
import { patience, virtualWalks } from './cli.testing.js';
import type { VirtualOutcome, VirtualWalk } from './virtual-walks.testing.js';

/** A scenario names the state it needs; what ran before it must not matter. */

const alone = [
  ['@S01-13', '@S06-02', '@S10-02', '@S12-04'],
  ['@S13-01', '@S15-04', '@S16-03', '@S16-07'],
  ['@S16-12', '@S16-16', '@S16-17', '@S16-19'],
] as const;

const numbers = Array.from({ length: 16 }, (_, index) => index + 1);

const orders = {
  steps: numbers.map((step) => ({ steps: [step] })),
  scenarios: alone.flat().map((tags) => ({ tags })),
  shuffled: [{ mock: true, order: 'random:4' }],
} satisfies Record<string, readonly Partial<VirtualWalk>[]>;

async function walkAll(): Promise<Readonly<Record<keyof typeof orders, readonly VirtualOutcome[]>>> {
  const all: readonly Partial<VirtualWalk>[] = Object.values(orders).flat();
  const rest = [
    ...(await virtualWalks(all.map((order) => ({ bank: 'reference', schemes: ['dcm', 'bank'], ...order })))),
  ];
  const steps = rest.splice(0, orders.steps.length);
  return { steps, scenarios: rest.splice(0, orders.scenarios.length), shuffled: rest };
}

/** All are walked in one process, which the first test waits for: one of its own for each test takes twice as long. */
const walked = once(walkAll);

async function partial(
  kind: keyof typeof orders,
  first = 0,
  count: number = orders[kind].length,
): Promise<readonly Result[]> {
  const outcomes = (await walked())[kind].slice(first, first + count);
  expect(outcomes.map(({ result }) => result.exit_code)).toEqual(Array(count).fill(0));
  return outcomes.map(({ result }) => result);
}

describe('run alone', { timeout: 2 * patience }, () => {
  it('each step of the plan passes', async () => {
    const results = await partial('steps');
    for (const [index, { verdict, selection, plan, scenarios }] of results.entries()) {
      expect({ verdict, selection }).toEqual({ verdict: 'partial', selection: `steps ${index + 1}` });
      expect(scenarios.every(({ step }) => step === index + 1)).toBe(true);
      expect(plan.filter((step) => step.verdict !== 'not-run').map(({ step }) => step)).toEqual([index + 1]);
    }
  });

  it.each(alone)('scenarios %s, %s, %s and %s pass', async (...tags) => {
    const results = await partial('scenarios', alone.flat().indexOf(tags[0]), tags.length);
    expect(results.map(({ verdict }) => verdict)).toEqual(tags.map(() => 'partial'));
    expect(results.map(({ scenarios }) => [...new Set(scenarios.map(({ id }) => `@${id}`))])).toEqual(
      tags.map((tag) => [tag]),
    );
  });
});

describe('run in another order', { timeout: patience }, () => {
  it('the plan passes', async () => {
    const [result] = await partial('shuffled');
    expect(result?.verdict).toBe('conformant');
    const ids = result?.scenarios.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(180);
    expect(ids).not.toEqual(ids.toSorted());
  });
});
