import { expect, it } from 'vitest';
import { flows } from '../contract/bank-service.js';
import { allCells, inTurn, methods, oneOfEach } from './cells.js';

const names = (cells: ReturnType<typeof inTurn>) => cells.map(({ method, flow }) => `${method} ${flow}`);

it('are every method with every flow, each once', () => {
  expect(new Set(names([...allCells])).size).toBe(methods.length * flows.length);
});

it('come to every method and every flow in any four in turn', () => {
  for (const [from] of allCells.entries()) {
    const four = inTurn(allCells, from, 4);
    expect(new Set(four.map(({ method }) => method)).size).toBe(methods.length);
    expect(new Set(four.map(({ flow }) => flow)).size).toBe(flows.length);
  }
});

it('come to all of them in four scenarios with one of each method', () => {
  const all = [0, 1, 2, 3].flatMap((place) => oneOfEach(allCells, place));
  expect(new Set(names(all)).size).toBe(allCells.length);
});

it('leave no method out that accepts anything, and no flow', () => {
  const accepted = allCells.filter(({ method, flow }) => method !== 'user_auth' || flow === 'sign-in');
  for (const [from] of allCells.entries()) {
    const four = inTurn(accepted, from, 4);
    expect(four).toHaveLength(4);
    expect(new Set(four.map(({ method }) => method)).size).toBe(methods.length);
    for (const cell of four) expect(accepted).toContain(cell);
    expect(oneOfEach(accepted, from)).toHaveLength(methods.length);
  }
  const keysOnly = allCells.filter(({ method }) => method === 'key');
  expect(new Set(inTurn(keysOnly, 0, 4).map(({ flow }) => flow)).size).toBeGreaterThan(1);
  expect(inTurn([], 0, 4)).toEqual([]);
});
