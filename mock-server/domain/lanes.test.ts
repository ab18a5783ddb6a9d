import { describe, expect, test } from 'vitest';
import { createLanes } from './lanes.js';

/** Pieces of work that end when they are told to. */
function works() {
  const open: { owner: string; end: () => void }[] = [];
  const work = (owner: string) => () =>
    new Promise<void>((resolve) => {
      const one = {
        owner,
        end: () => {
          open.splice(open.indexOf(one), 1);
          resolve();
        },
      };
      open.push(one);
    });
  return { open, work, of: (owner: string) => open.filter((item) => item.owner === owner).length };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('lanes', () => {
  test('do so much at once for one owner, and so much in all, until everything is done', async () => {
    const lanes = createLanes({ each: () => 3, all: 5 });
    const { open, work, of } = works();
    for (let count = 0; count < 20; count++) lanes.add('slow', `slow-${count}`, work('slow'));
    for (let count = 0; count < 20; count++) lanes.add('other', `other-${count}`, work('other'));
    let done = 0;
    while (open.length > 0) {
      expect(of('slow')).toBeLessThanOrEqual(3);
      expect(open.length).toBeLessThanOrEqual(5);
      open[0]?.end();
      done += 1;
      await turn();
    }
    expect([done, lanes.busy]).toEqual([40, false]);
  });

  test('an owner whose work never ends does not delay the others', async () => {
    const lanes = createLanes({ each: () => 2, all: 4 });
    const { work, open, of } = works();
    for (let count = 0; count < 100; count++) lanes.add('hung', `hung-${count}`, work('hung'));
    let ended = 0;
    for (let count = 0; count < 10; count++)
      lanes.add('sound', `sound-${count}`, () =>
        work('sound')().then(() => {
          ended += 1;
        }),
      );
    while (ended < 10) {
      open.find(({ owner }) => owner === 'sound')?.end();
      await turn();
    }
    expect(of('hung')).toBe(2);
  });

  test('take a piece of work once, and forget what has not begun', async () => {
    const lanes = createLanes({ each: () => 1, all: 1 });
    const { work, open } = works();
    lanes.add('a', '1', work('a'));
    lanes.add('a', '1', work('a'));
    lanes.add('a', '2', work('a'));
    expect([lanes.has('1'), lanes.has('2'), open.length]).toEqual([true, true, 1]);
    const idle = lanes.idle();
    lanes.clear();
    expect(lanes.has('2')).toBe(false);
    open[0]?.end();
    await idle;
    expect([open.length, lanes.busy]).toEqual([0, false]);
  });

  test('work that fails makes room as well', async () => {
    const lanes = createLanes({ each: () => 1, all: 1 });
    let done = false;
    lanes.add('a', '1', () => Promise.reject(new Error('no')));
    lanes.add('a', '2', async () => {
      done = true;
    });
    await lanes.idle();
    expect(done).toBe(true);
  });
});
