import { expect, it } from 'vitest';
import { afterInterruption, createMemory, type WalkState } from './memory.js';

/** As another process gets it. */
const later = (state: WalkState) => createMemory(JSON.parse(JSON.stringify(state)));

it('remembers what was made, also when nothing came of it, until it is forgotten', () => {
  const memory = createMemory();
  memory.set('configured', undefined);
  memory.set('sender', { guid: 'one' });
  memory.set('receiver', { guid: 'two' });
  memory.forget('receiver');
  const again = later(memory.state());
  expect(again.get('configured')).toEqual({});
  expect(again.get('sender')).toEqual({ value: { guid: 'one' } });
  expect(again.get('receiver')).toBeUndefined();
});

it('counts on where it has ended', () => {
  const memory = createMemory();
  memory.next('amounts');
  expect(later(memory.state()).next('amounts')).toBe(2);
});

it('counts on beyond what an interrupted scenario may have counted', () => {
  const memory = createMemory();
  expect([memory.next('amounts'), memory.next('amounts'), memory.next('branches')]).toEqual([1, 2, 1]);
  const kept = memory.state();
  memory.next('amounts');
  expect(later(afterInterruption(kept)).next('amounts')).toBeGreaterThan(memory.next('amounts'));
});

it('remembers maps, whose state is of the moment in which it was asked for', () => {
  const memory = createMemory();
  memory.map<number>('confirms').set('draft', 1);
  const kept = memory.state();
  memory.map<number>('confirms').set('draft', 2);
  const again = later(kept);
  expect([...again.map('confirms')]).toEqual([['draft', 1]]);
  expect(again.map('confirms')).toBe(again.map('confirms'));
});
