import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ActMistake, type MistakenAct, mistakenActs } from './act-mistakes.testing.js';
import { folder, patience, readResult, walks } from './cli.testing.js';

/** What a bank does otherwise than ordered is reported as what it is. */

const all = Object.entries(mistakenActs) as [ActMistake, MistakenAct][];
const half = Math.ceil(all.length / 2);

describe('a mistake in an act', { timeout: 2 * patience }, () => {
  it('is found by its rule, in words', async () => {
    const at = await folder();
    const report = (mistake: ActMistake) => join(at, mistake.replaceAll(' ', '-'));
    const order = ([mistake, { scenario, after }]: (typeof all)[number]) => ({
      reference: true,
      report: report(mistake),
      tags: after === undefined ? `@${scenario}` : `@${scenario} or @${after}`,
      mistake,
    });
    // Two processes, for a bank that does nothing is waited for.
    await Promise.all([all.slice(0, half), all.slice(half)].map((some) => walks(...some.map(order))));
    for (const [mistake, wanted] of all) {
      const { scenarios, errors } = await readResult(report(mistake));
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
