import { expect, it } from 'vitest';
import { createMemory } from './memory.js';
import { createShared } from './shared.js';

it('is made once, until another one is wanted', async () => {
  let made = 0;
  const shared = createShared(createMemory(), 'one', async () => {
    made += 1;
    return made;
  });
  expect([await shared.get(), await shared.get()]).toEqual([1, 1]);
  shared.renew();
  expect([await shared.get(), await shared.get()]).toEqual([2, 2]);
});

it('is tried again when it could not be made', async () => {
  let tried = 0;
  const shared = createShared(createMemory(), 'one', async () => {
    tried += 1;
    if (tried === 1) throw new Error('not yet');
    return tried;
  });
  await expect(shared.get()).rejects.toThrow('not yet');
  expect(await shared.get()).toBe(2);
});

it('goes on being shared where there is not enough for another one', async () => {
  let made = 0;
  let left = 1;
  const make = async () => {
    made += 1;
    left -= 1;
    return made;
  };
  const memory = createMemory();
  const shared = createShared(memory, 'one', make, () => left > 0);
  expect(await shared.get()).toBe(1);
  shared.renew();
  expect(await shared.get()).toBe(1);
  left = 1;
  expect([await shared.get(), await shared.get()]).toEqual([2, 2]);
});
