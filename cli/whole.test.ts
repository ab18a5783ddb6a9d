import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folder, patience, readResult, walks } from './cli.testing.js';

it('--whole tries every mistake in a token everywhere, and says so', { timeout: patience }, async () => {
  const at = await folder();
  const order = { reference: true, tags: '@S01-07 or @S01-14 or @S01-34' };
  const { codes } = await walks(
    { ...order, report: join(at, 'sample') },
    { ...order, report: join(at, 'whole'), whole: true },
  );
  expect(codes).toEqual([0, 0]);
  const [sample, whole] = await Promise.all([readResult(join(at, 'sample')), readResult(join(at, 'whole'))]);
  expect([sample.whole, whole.whole]).toEqual([false, true]);
  const asked = ({ times }: typeof whole) => times.reduce((sum, { answers }) => sum + answers, 0);
  // Eight mistakes at twelve places; a slow machine may have to ask some of the questions again.
  expect(asked(whole)).toBeGreaterThanOrEqual(8 * 12);
  expect(asked(sample)).toBeLessThan(5 * 12);
});
