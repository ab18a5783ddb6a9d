import { expect, it } from 'vitest';
import { entry } from '../exchange.testing.js';
import { repeatedInVain } from './declines.js';

const at = (seq: number, iat?: number) =>
  entry({ seq, status: 401, reason: 'declined', ...(iat === undefined ? {} : { claims: { iat } }) });
const seqs = (...args: Parameters<typeof repeatedInVain>) => repeatedInVain(...args).map(({ seq }) => seq);

it('a client that logs in again and repeats once does what it can know', () => {
  const login = entry({ seq: 2, operation: 'submitLogin' });
  expect(seqs([at(1)], [])).toEqual([]);
  expect(seqs([at(1), at(3)], [login])).toEqual([]);
  expect(seqs([at(1), at(3)], [])).toEqual([3]);
  expect(seqs([at(1), at(3), at(4)], [login])).toEqual([4]);
  expect(seqs([at(3), at(4)], [login])).toEqual([4]);
});

it('a new token of the bank is as good as a login', () => {
  expect(seqs([at(1, 100), at(3, 101)], [])).toEqual([]);
  expect(seqs([at(1, 100), at(3, 100)], [])).toEqual([3]);
});
