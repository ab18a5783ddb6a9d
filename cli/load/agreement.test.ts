import { describe, expect, it } from 'vitest';
import { program } from '../../program.testing.js';
import { end, patience, start } from '../cli.testing.js';
import { highestRateOf } from './independent-load.testing.js';
import { measureKeys, questionsTo, slowBank } from './load.testing.js';
import { climb } from './ramp.js';

/** Two generators that share nothing find the same limit of a bank. */

/** How far one number is from another, as a part of it. */
const apart = (one: number, other: number) => Math.abs(one - other) / other;

it('the highest rate of a bank that works on one request at a time', { timeout: patience }, async () => {
  const url = await slowBank('one-at-a-time', '10');
  const search = { from: 40, to: 240, seconds: 0.4, limitMs: 200 };
  const source = questionsTo(url);
  const found = await climb(search, async (rate) => {
    const { seconds, limitMs } = search;
    return (await measureKeys(source, rate, seconds, limitMs, { cutWhenLost: true })).verdict;
  });
  const independent = await highestRateOf({ url, headers: () => ({}) }, search);
  expect(independent).toBeGreaterThan(40);
  expect(apart(found ?? 0, independent)).toBeLessThan(0.2);
});

/** Takes minutes, and a machine that does nothing else: LOAD_AGREES=1 npx vitest run cli/load/agreement.test.ts */
describe.runIf(process.env.LOAD_AGREES !== undefined)('of the reference bank', () => {
  it('the highest rate', { timeout: 30 * 60_000 }, async () => {
    const { code, out, err } = await end(start([program('cli/load/agreement.testing.ts')]));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    console.log(out);
    const { found, independent } = JSON.parse(out.trim().split('\n').at(-1) ?? '') as Record<string, number>;
    expect(apart(found ?? 0, independent ?? 0)).toBeLessThan(0.2);
  });
});
