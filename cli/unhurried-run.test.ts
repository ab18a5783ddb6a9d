import { expect, it } from 'vitest';
import { virtualWalks } from './cli.testing.js';

/** Banks that take their time are sound banks, with the patience of a real run, too. `npm run prove` has them in all scenarios. */
it('a bank that answers with 202, or callbacks late, is waited for', { timeout: 300_000 }, async () => {
  const tags = '@S11-02 or @S12-03 or @S15-04 or @S15-07 or @S16-03 or @S16-09 or @S16-15 or @S16-61';
  const schemes = ['dcm'] as const;
  const outcomes = await virtualWalks([
    { bank: 'acts-in-the-background', schemes, tags },
    { bank: 'answers-callbacks-slowly', schemes, tags },
    { bank: 'reads-late', schemes, tags },
  ]);
  for (const { bank, result } of outcomes) {
    const others = result.scenarios
      .filter(({ verdict }) => verdict !== 'passed')
      .map(({ id, note }) => `${id} ${note}`);
    expect({ bank, others, verdict: result.verdict }).toEqual({ bank, others: [], verdict: 'partial' });
  }
});

/** Each of them is a second that a slow bank may take. */
const most = { asked: 428, seconds: 192 };

it('a run puts no more questions to the bank than it did, and a slow one is not kept busy for longer', {
  timeout: 300_000,
}, async () => {
  const [walked] = await virtualWalks([{ bank: 'answers-in-600-ms', schemes: ['dcm', 'bank'] }]);
  if (!walked) throw new Error('nobody has walked');
  const { result, seconds } = walked;
  const asked = result.times.reduce((sum, { answers }) => sum + answers, 0);
  expect({
    verdict: result.verdict,
    asked: Math.max(asked, most.asked),
    seconds: Math.max(Math.ceil(seconds), most.seconds),
  }).toEqual({ verdict: 'conformant', ...most });
});

it('a bank that answers one question after the other is not held to be late', {
  timeout: 300_000,
}, async () => {
  const tags = '@step-1 or @S06-01 or @S14-04 or @S16-65';
  const [walked] = await virtualWalks([{ bank: 'answers-in-turn', schemes: ['dcm'], tags }]);
  expect(walked?.result.scenarios.filter(({ verdict }) => verdict !== 'passed')).toEqual([]);
  expect(walked?.result.verdict).toBe('partial');
});
