import { describe, expect, it } from 'vitest';
import { type ActMistake, type MistakenAct, mistakenActs } from './act-mistakes.testing.js';
import { patience, virtualWalks } from './cli.testing.js';

/** What a bank does otherwise than ordered is reported as what it is. */

const all = Object.entries(mistakenActs) as [ActMistake, MistakenAct][];

describe('a mistake in an act', { timeout: 2 * patience }, () => {
  it('is found by its rule, in words', async () => {
    const outcomes = await virtualWalks(
      all.map(([mistake, { scenario, after }]) => ({
        bank: 'reference',
        // Under the other scheme it is the same mistake.
        schemes: ['dcm'],
        tags: after === undefined ? `@${scenario}` : `@${scenario} or @${after}`,
        mistake,
      })),
    );
    for (const [index, [mistake, wanted]] of all.entries()) {
      const { scenarios = [], errors } = outcomes[index]?.result ?? {};
      const found = scenarios.find(({ id }) => id === wanted.scenario);
      const [failure] = found?.failures ?? [];
      expect({ mistake, errors, verdict: found?.verdict, ...failure }).toMatchObject({
        mistake,
        errors: [],
        verdict: failure?.level === 'should' ? 'warned' : 'failed',
        rule: wanted.rule,
        expected: expect.stringMatching(wanted.expected),
        actual: expect.stringMatching(wanted.actual),
      });
      const before = scenarios.filter(({ id }) => id === wanted.after).map(({ verdict }) => verdict);
      expect({ mistake, before }).toEqual({ mistake, before: wanted.after === undefined ? [] : ['passed'] });
    }
  });
});
