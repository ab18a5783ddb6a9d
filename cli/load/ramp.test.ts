import { expect, it } from 'vitest';
import type { StageVerdict } from '../../contract/load.js';
import { climb } from './ramp.js';

/** A bank that stands so many requests a second, and the rates that were measured. */
function standing(most: number, above: StageVerdict = 'broken') {
  const asked: number[] = [];
  return {
    asked,
    at: async (rate: number): Promise<StageVerdict> => {
      asked.push(rate);
      return rate <= most ? 'held' : above;
    },
  };
}

it.each([1, 7, 10.3, 55, 100, 163, 199])('finds a limit of %d within a twentieth', async (most) => {
  const found = await climb({ from: 1, to: 200 }, standing(most).at);
  expect(found).toBeLessThanOrEqual(most);
  expect(found).toBeGreaterThan(Math.min(most * 0.95, most - 0.51) - 0.01);
});

it('finds the highest rate of the search if all are held, and none if even the lowest is too much', async () => {
  const strong = standing(1000);
  expect(await climb({ from: 10, to: 200 }, strong.at)).toBe(200);
  expect(strong.asked).toEqual([10, 20, 40, 80, 160, 200]);
  const weak = standing(5);
  expect(await climb({ from: 10, to: 200 }, weak.at)).toBeNull();
  expect(weak.asked).toEqual([10, 10]);
});

it('takes a single hiccup for no limit', async () => {
  const seen = new Set<number>();
  const found = await climb({ from: 10, to: 40 }, async (rate) => {
    const again = seen.has(rate);
    seen.add(rate);
    return again ? 'held' : 'broken';
  });
  expect(found).toBe(40);
});

it('goes no higher than the generator can', async () => {
  expect(await climb({ from: 10, to: 200 }, standing(50, 'not-measured').at)).toBeGreaterThan(47);
});
