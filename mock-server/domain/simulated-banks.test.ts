import { expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { balanceOf, createWorld, customer, fundedCustomer, transfer } from '../world.testing.js';

/** Banks that the mock plays itself. */

test('a simulated bank comes with entities, customers and money', async () => {
  const world = await createWorld();
  const { counterparty, entities } = await world.control.addSimulatedBank({ body: {} });
  expect(counterparty).toMatchObject({ alias: 'bank2', simulated: true });
  expect(entities.map(({ account_kind, balance }) => [account_kind, balance]).sort()).toEqual([
    ['customer', 1000],
    ['customer', 1000],
    ['emission', 0],
    ['processing', 1000],
  ]);
  expect(world.bank.asked).toEqual([]);
});

test('money goes there and comes from there', async () => {
  const world = await createWorld();
  const one = await fundedCustomer(world, world, 'one@bank1.test', 100);
  const { counterparty, entities } = await world.control.addSimulatedBank({
    body: { customers: 1, amount: 10 },
  });
  const abroad = entities.find(({ account_kind }) => account_kind === 'customer')?.guid ?? '';
  await transfer(world, one.guid, abroad, 40, counterparty.guid);
  const sent = await world.control.sendFromSimulatedBank({
    params: { guid: counterparty.guid },
    body: { sender_id: abroad, receiver_id: one.guid, amount: 45.5, purpose: 'back' },
  });
  expect(sent).toMatchObject({ status: 'CONFIRMED', amount: 45.5, receiver_counterparty: world.guid });
  await world.domain.deliveries.settle();
  expect(world.bank.of('pay-out')).toHaveLength(1);
  expect(world.bank.of('pay-in').map(({ body }) => body)).toEqual([{ transaction_id: sent.guid }]);
  expect(await balanceOf(world, one.guid)).toBe(105.5);
  const { deliveries } = await world.control.listDeliveries({});
  expect(deliveries.map(({ status }) => status)).not.toContain('pending');
});

test('amounts that binary fractions cannot hold', async () => {
  const { control } = await createWorld();
  const { entities } = await control.addSimulatedBank({ body: { customers: 2, amount: 0.1 } });
  expect(entities.map(({ balance }) => balance).sort()).toEqual([0, 0.1, 0.1, 0.1]);
});

test.each([
  { amount: 0 },
  { amount: -1 },
  { amount: 1e12 },
  { amount: 9e11, customers: 1 },
  { alias: 'Bank 2' },
  { alias: 'bank1' },
  { customers: -1 },
])('nothing is left of a refused one: %j', async (body) => {
  const world = await createWorld();
  const before = world.rows();
  expect((await refusalOf(world.control.addSimulatedBank({ body })))[0]).toBe(400);
  expect(world.rows()).toEqual(before);
});

test('a bank under test sends for itself', async () => {
  const world = await createWorld();
  const one = await customer(world, 'one@bank1.test');
  const body = { sender_id: one.guid, receiver_id: world.processing, amount: 1 };
  const call = world.control.sendFromSimulatedBank({ params: { guid: world.guid }, body });
  expect((await refusalOf(call))[2]).toBe(
    'guid: not a simulated bank; the bank itself must make the transfer',
  );
});
