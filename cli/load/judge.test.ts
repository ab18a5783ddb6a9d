import { expect, it } from 'vitest';
import type { LoadStage } from '../../contract/load.js';
import { judgeLoad, judgeStage, loadExitCode } from './judge.js';

const tally = (due: number, inTime: number, toBlame = 0) => ({ due, inTime, failed: 0, toBlame });

it.each([
  ['all in time', [tally(100, 100)], 'held'],
  ['one in a hundred late', [tally(100, 99)], 'held'],
  ['two in a hundred late', [tally(100, 98)], 'broken'],
  ['one kind late among fast ones', [tally(1000, 1000), tally(100, 90)], 'broken'],
  ['late because of this program', [tally(100, 90, 10)], 'not-measured'],
  ['late because of both', [tally(100, 90, 5)], 'broken'],
  ['nothing asked', [tally(0, 0)], 'not-measured'],
] as const)('%s', (_name, kinds, verdict) => {
  expect(judgeStage(kinds)).toBe(verdict);
});

const stage = (rate: number, verdict: LoadStage['verdict']) => ({ rate, verdict }) as LoadStage;

it.each([
  ['one rate', [stage(50, 'held')], { rate: 50 }, 'held', 0],
  ['one rate that is too much', [stage(50, 'broken')], { rate: 50 }, 'broken', 1],
  ['a search', [stage(10, 'held'), stage(20, 'broken')], { rate: undefined, found: 10 }, 'held', 0],
  ['a search beyond the demand', [stage(64, 'held')], { rate: 50, found: 64 }, 'held', 0],
  [
    'a search below the demand',
    [stage(40, 'held'), stage(45, 'broken')],
    { rate: 50, found: 40 },
    'broken',
    1,
  ],
  [
    'a search that ends with this program',
    [stage(40, 'held'), stage(80, 'broken'), stage(45, 'not-measured')],
    { rate: 50, found: 40 },
    'not-measured',
    3,
  ],
  ['a search without a result', [stage(10, 'broken')], { rate: undefined, found: null }, 'broken', 1],
  ['nothing', [], { rate: 50 }, 'not-measured', 3],
] as const)('%s', (_name, stages, demand, verdict, code) => {
  expect(judgeLoad(stages, demand)).toBe(verdict);
  expect(loadExitCode(verdict)).toBe(code);
});
