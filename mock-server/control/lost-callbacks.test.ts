import { beforeEach, expect, test } from 'vitest';
import { answers } from '../fake-bank.testing.js';
import { createWorld, fundedCustomer, transfer, type World } from '../world.testing.js';

/** The fault `lose-callback`. */

let world: World;
let one: { guid: string };
beforeEach(async () => {
  world = await createWorld();
  one = await fundedCustomer(world, world, 'one', 100);
});

const order = (body: Parameters<World['control']['addFault']>[0]['body']) => world.control.addFault({ body });

test('lose-callback is not used up by the retry of an older callback', async () => {
  world.bank.answers.transfer = answers(201, {});
  const older = await transfer(world, one.guid, world.processing, 10);
  await world.domain.deliveries.settle();
  await order({ kind: 'lose-callback' });
  await world.control.moveClock({ body: { forward_s: 1 } });
  const newer = await transfer(world, one.guid, world.processing, 10);
  await world.domain.deliveries.settle();
  const told = world.bank
    .of('transfer')
    .map(({ body }) => (body as { transaction_id: string }).transaction_id);
  expect(told).toEqual([older, older]);
  expect(told).not.toContain(newer);
});

test('lose-callback is tried again on the ledger clock', async () => {
  await order({ kind: 'lose-callback', times: 2 });
  const guid = await transfer(world, one.guid, world.processing, 10);
  await world.domain.deliveries.settle();
  expect(world.bank.of('transfer')).toEqual([]);
  await world.control.moveClock({ body: { forward_s: 1 } });
  expect(world.bank.of('transfer')).toEqual([]);
  await world.control.moveClock({ body: { forward_s: 2 } });
  expect(world.bank.of('transfer').map(({ body }) => body)).toEqual([{ transaction_id: guid }]);
  const { deliveries } = await world.control.listDeliveries({ query: { transaction_id: guid } });
  const lost = { status: 0, error: 'lost on the way, as ordered through the control API' };
  const [sent] = world.journal.search({ operation: 'transfer', body: { transaction_id: guid } }, 2);
  expect(deliveries).toMatchObject([
    {
      status: 'delivered',
      body: { transaction_id: guid },
      cause: world.journal.search({ operation: 'confirmPayment' }, 1000).at(-1)?.seq,
      attempts: [
        { ...lost, seq: 0 },
        { ...lost, seq: 0 },
        { status: 200, seq: sent?.seq },
      ],
    },
  ]);
});
