import { expect, test } from 'vitest';
import { createChance } from './chance.js';
import { createTestMock } from './mock.testing.js';
import { createWorld, fundedCustomer, register, transfer } from './world.testing.js';

const draw = (seed: string) => {
  const chance = createChance(seed);
  return [chance.uuid('a', 'v4'), chance.uuid('a', 'v4'), Buffer.from(chance.bytes('b', 70)).toString('hex')];
};

test('the same seed gives the same values in the same order, another seed others', () => {
  expect(draw('x')).toEqual(draw('x'));
  expect(new Set([...draw('x'), ...draw('y')]).size).toBe(6);
});

test('streams do not disturb each other', () => {
  const [one, other] = [createChance('x'), createChance('x')];
  one.bytes('noise', 100);
  one.uuid('noise', 'v1');
  expect(one.uuid('a', 'v4')).toBe(other.uuid('a', 'v4'));
});

test.each(['v1', 'v4'] as const)('a uuid says its version: %s', (version) => {
  const chance = createChance('x');
  for (let index = 0; index < 50; index++) {
    expect(chance.uuid('a', version)).toMatch(
      new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version[1]}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`),
    );
  }
});

test.each([0, 1, 31, 32, 33, 100])('%i bytes', (length) => {
  expect(createChance('x').bytes('a', length)).toHaveLength(length);
});

test('two mocks of one seed and one course of events are in the same state', async () => {
  const run = async (seed: string) => {
    const world = await createWorld({ seed });
    const one = await fundedCustomer(world, world, 'one', 10);
    await transfer(world, one.guid, world.processing, 3);
    await world.domain.deliveries.settle();
    return world.rows();
  };
  const [first, second, third] = [await run('x'), await run('x'), await run('y')];
  expect(second).toEqual(first);
  expect(third.accounts).not.toEqual(first.accounts);
});

test('a guid given at registration is kept', async () => {
  const mock = await createTestMock();
  const guid = '12345678-1234-4234-8234-1234567890ab';
  expect((await register(mock, 'bank1', { guid })).guid).toBe(guid);
});
