import { expect, it } from 'vitest';
import { type LoadCommand, planOf } from './options.js';

const options = (more: Partial<LoadCommand> = {}): LoadCommand => ({
  reference: true,
  report: 'reports',
  ...more,
});

it('has the documented second, 50 requests a second and a minute as its defaults', () => {
  expect(planOf(options())).toEqual({
    rate: 50,
    ramp: undefined,
    seconds: 60,
    limitMs: 1000,
    transferLimitMs: 5000,
  });
});

it('searches for any rate, unless one is demanded', () => {
  expect(planOf(options({ ramp: '10..200' }))).toMatchObject({
    rate: undefined,
    ramp: { from: 10, to: 200 },
    seconds: 10,
  });
  expect(planOf(options({ ramp: '0.5..200', rate: '50' }))).toMatchObject({ rate: 50, ramp: { from: 0.5 } });
});

it.each([
  ['60s', 60],
  ['5m', 300],
  ['1h', 3600],
  ['2.5', 2.5],
  ['300ms', 0.3],
])('reads the time %s', (text, seconds) => {
  expect(planOf(options({ for: text })).seconds).toBeCloseTo(seconds);
});

it.each<[Partial<LoadCommand>, string, string]>([
  [{ rate: '0' }, '--rate 0: expected requests a second, more than 0 and at most 2000', 'кількість запитів'],
  [{ rate: '2001' }, 'at most 2000', 'не більшу за 2000'],
  [{ rate: 'many' }, '--rate many', 'очікувано'],
  [{ ramp: '200..10' }, '--ramp 200..10: expected two rates', 'дві частоти'],
  [{ ramp: '10..2001' }, 'at most 2000', 'не перевищує 2000'],
  [{ ramp: '10-20' }, '--ramp 10-20', 'наприклад 10..200'],
  [{ for: '2h' }, '--for 2h: expected a time such as 60s, more than 0 and at most 3600s', 'час, наприклад'],
  [{ for: '0' }, '--for 0', 'більший за 0'],
  [{ limit: '31s' }, 'at most 30s', 'не більший за 30s'],
  [{ transferLimit: '5s' }, '--transfer-limit requires --transfers', 'потребує --transfers'],
  [{ reference: false }, 'specify what', 'укажіть'],
  [{ config: 'bank.yaml' }, 'specify what', 'укажіть'],
])('refuses %j', (more, en, uk) => {
  const problem = (() => {
    try {
      return planOf(options(more));
    } catch (error) {
      return error;
    }
  })();
  expect(problem).toMatchObject({
    name: 'UsageError',
    said: { en: expect.stringContaining(en), uk: expect.stringContaining(uk) },
  });
});
