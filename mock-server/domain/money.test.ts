import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOf, finerThanKopiyka, leastStroops, mostStroops, toHryvnias, toStroops } from './money.js';

describe('stroops of a number', () => {
  test.each([
    [0, 0n],
    [1, 10_000_000n],
    [0.1, 1_000_000n],
    [0.0000001, 1n],
    [1e-7, 1n],
    [69.5, 695_000_000n],
    [-1.5, -15_000_000n],
    [123_456_789.123456, 1_234_567_891_234_560n],
    [1e15, 10n ** 22n],
    [1e21, 10n ** 28n],
  ])('%d', (number, stroops) => expect(toStroops(number)).toBe(stroops));

  test.each([
    1e-8,
    0.12345678,
    1e30,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    5e-324,
    1234567890.1234567,
    2 ** 53 + 2,
  ])('%d has none', (number) => expect(toStroops(number)).toBeUndefined());

  test('every amount of 15 digits survives the way to and fro', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }), (stroops) => {
        expect(toStroops(toHryvnias(stroops))).toBe(stroops);
      }),
    );
  });
});

test.each([undefined, 0, -0, -1, 1e-8, 1e12, Number.NaN])('%s is no amount', (number) => {
  expect(() => amountOf(number)).toThrow('invalid amount');
});

test('the largest amount of the ledger, as precisely as a number can express it', () => {
  expect(amountOf(922_337_203_685)).toBe(9_223_372_036_850_000_000n);
  expect(() => amountOf(922_337_203_686)).toThrow('invalid amount');
});

test.each([
  [1.01, false],
  [1.001, true],
  [0.0000001, true],
  [100, false],
])('%d is finer than a kopiyka: %s', (number, finer) => {
  expect(finerThanKopiyka(amountOf(number))).toBe(finer);
});

describe('bounds of amounts', () => {
  test.each([
    [1.5, 15_000_000n, 15_000_000n],
    [1e-8, 1n, 0n],
    [-1e-8, 0n, -1n],
    [0.12345678, 1_234_568n, 1_234_567n],
  ])('%d', (hryvnias, least, most) => {
    expect([leastStroops(hryvnias), mostStroops(hryvnias)]).toEqual([least, most]);
  });

  test('any bound says of any amount what the numbers say', () => {
    const amount = fc.bigInt(0n, 10n ** 15n);
    const bound = fc.oneof(amount.map(toHryvnias), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(amount, bound, (stroops, hryvnias) => {
        fc.pre(Math.abs(hryvnias) < 1e8 || Math.abs(hryvnias) > 1e12);
        expect(stroops >= leastStroops(hryvnias)).toBe(toHryvnias(stroops) >= hryvnias);
        expect(stroops <= mostStroops(hryvnias)).toBe(toHryvnias(stroops) <= hryvnias);
      }),
      { numRuns: 500 },
    );
  });
});
