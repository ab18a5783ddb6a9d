import { expect, test } from 'vitest';
import { defaultProfile, type Profile } from '../../contract/profile/index.js';
import { createChance } from '../chance.js';
import { nextVariation } from './tolerances.js';

const draws = (seed: string, tolerances: Profile['tolerances']) => {
  const center = { chance: createChance(seed), profile: () => ({ ...defaultProfile, tolerances }) };
  return Array.from({ length: 800 }, () => nextVariation(center, 'answer')?.below(200));
};

test('about one exchange in 8 is varied, and a seed repeats which and how', () => {
  const varied = draws('one', 'on').filter((draw) => draw !== undefined);
  expect(varied.length).toBeGreaterThan(60);
  expect(varied.length).toBeLessThan(140);
  expect(new Set(varied).size).toBeGreaterThan(30);
  expect(draws('one', 'on')).toEqual(draws('one', 'on'));
  expect(draws('two', 'on')).not.toEqual(draws('one', 'on'));
});

test('few: about one exchange in 32 is varied', () => {
  const varied = draws('one', 'few').filter((draw) => draw !== undefined);
  expect(varied.length).toBeGreaterThan(10);
  expect(varied.length).toBeLessThan(45);
});

test('off: nothing is varied, and no chance is used', () => {
  expect(draws('one', 'off').every((draw) => draw === undefined)).toBe(true);
  const chance = {
    ...createChance('one'),
    bytes: () => {
      throw new Error('chance was used');
    },
  };
  expect(nextVariation({ chance, profile: () => defaultProfile }, 'token')).toBeUndefined();
});
