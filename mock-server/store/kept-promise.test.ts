import { beforeEach, expect, it } from 'vitest';
import { createPromise, type Kept } from './kept-promise.js';
import { createManualTime, type ManualTime } from './manual-time.testing.js';

let time: ManualTime;
let kept: Kept;
let turns: number;
beforeEach(() => {
  time = createManualTime();
  turns = 0;
  kept = createPromise({ ...time, turned: () => turns++ });
});

it('is not in trouble while each write ends within a second, whatever fails in between', () => {
  for (let round = 0; round < 5; round++) {
    kept.given();
    time.pass(50);
    kept.begun();
    kept.failed(new Error('disk'));
    time.pass(900);
    kept.begun();
    kept.kept();
  }
  time.pass(10_000);
  expect([kept.trouble, turns, time.next()]).toEqual([undefined, 0, undefined]);
});

it('is trouble a second after what could not be written was given, until it is written', () => {
  kept.given();
  time.pass(50);
  kept.begun();
  kept.failed(new Error('full'));
  time.pass(949);
  expect(kept.trouble).toBeUndefined();
  time.pass(1);
  expect(kept.trouble).toMatchObject({ message: 'full' });
  kept.begun();
  kept.failed(new Error('gone'));
  expect([kept.trouble, turns]).toMatchObject([{ message: 'gone' }, 1]);
  kept.begun();
  kept.kept();
  expect([kept.trouble, turns]).toEqual([undefined, 2]);
});

it('is trouble when a write does not end', () => {
  kept.given();
  time.pass(50);
  kept.begun();
  time.pass(2_450);
  expect(kept.trouble).toMatchObject({ message: 'the disk takes longer than a second' });
});

it('is no trouble when we ourselves stood still and the write has ended meanwhile', () => {
  kept.given();
  time.pass(50);
  kept.begun();
  time.pass(1_000);
  kept.kept();
  time.pass(10_000);
  expect([kept.trouble, turns]).toEqual([undefined, 0]);
});

it('watches what came during a write, too', () => {
  kept.given();
  time.pass(50);
  kept.begun();
  kept.given();
  kept.kept();
  kept.begun();
  kept.failed(new Error('full'));
  time.pass(1_000);
  expect(kept.trouble).toMatchObject({ message: 'full' });
});
