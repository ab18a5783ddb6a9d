import { expect, test } from 'vitest';
import { balanceOf, createWorld, customer, fundedCustomer, of, transfer } from '../world.testing.js';

test('walk', async () => {
  const world = await createWorld();
  const one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  const two = await customer(world, 'two@bank1.test');
  const guid = await transfer(world, one.guid, two.guid, 30.5);
  expect(await balanceOf(world, one.guid)).toBe(69.5);
  expect(await world.api.getPayment({ params: { ...of(world), payment_guid: guid } })).toMatchObject({
    status: 'CONFIRMED',
  });
  expect(world.findings()).toEqual([]);
});
