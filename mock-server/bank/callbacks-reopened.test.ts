import { expect, test } from 'vitest';
import { allCollections } from '../domain/collections.js';
import { answers } from '../fake-bank.testing.js';
import { createTestMock } from '../mock.testing.js';
import { openFileStore } from '../store/file.js';
import { makeFolder, stateIn } from '../store/folder.testing.js';
import { guarded } from '../store/guarded.js';
import { createManualTime } from '../store/manual-time.testing.js';
import { createMemoryStore } from '../store/memory.js';
import { createWorld, customer, fundedCustomer, settled, transfer } from '../world.testing.js';

test('a callback that waits is sent after a restart, and ids do not repeat', async () => {
  const folder = await makeFolder();
  const time = createManualTime();
  const open = () =>
    openFileStore({
      file: stateIn(folder),
      collections: allCollections,
      timers: time.timers,
      clock: time.clock,
      report: (error) => {
        throw error;
      },
    });
  const first = await createWorld({ store: await open(), time, seed: 'same' });
  first.bank.answers.transfer = answers(503);
  const one = await fundedCustomer(first, first, 'one@bank1.test', 100);
  const two = await customer(first, 'two@bank1.test');
  await first.control.moveClock({ body: { forward_s: 3600 } });
  const guid = await transfer(first, one.guid, two.guid, 1);
  await first.domain.deliveries.settle();
  await first.close();

  const second = await createTestMock({ store: await open(), time, seed: 'same' });
  const clock = await second.control.getClock({});
  expect(clock.offset_s).toBe(3600);
  await second.domain.deliveries.settle();
  expect(second.bank.asked).toEqual([]);
  await second.control.moveClock({ body: { forward_s: 1 } });
  expect(second.bank.asked.map(({ body }) => body)).toContainEqual({ transaction_id: guid });
  const { deliveries } = await second.control.listDeliveries({ query: { transaction_id: guid } });
  expect(deliveries).toMatchObject([{ status: 'delivered' }]);

  const again = { ...first, ...second, api: second.as(first.session) };
  const three = await customer(again, 'three@bank1.test');
  expect([one.guid, two.guid, first.emission, first.processing]).not.toContain(three.guid);
  await transfer(again, one.guid, three.guid, 5);
  await second.close();
});

test('what an earlier life left to do waits until the mock can be reached', async () => {
  const store = createMemoryStore(allCollections);
  const keep = { ...store, close: async () => {} };
  const time = createManualTime();
  const first = await createWorld({ store: keep, time });
  first.bank.answers.transfer = answers(503);
  const one = await fundedCustomer(first, first, 'one@bank1.test', 100);
  await transfer(first, one.guid, first.processing, 1);
  await first.domain.deliveries.settle();
  await first.close();
  time.pass(60_000);

  const second = await createTestMock({ store, time, resume: false });
  // No number that a callback leads to is that of another exchange.
  const { deliveries } = await second.control.listDeliveries({ query: {} });
  const numbers = deliveries.flatMap(({ cause, attempts }) => [cause, ...attempts.map(({ seq }) => seq)]);
  expect(Math.max(...numbers)).toBeGreaterThan(1);
  expect(second.journal.nextSeq()).toBeGreaterThan(Math.max(...numbers));
  for (let turn = 0; turn < 30; turn++) await settled();
  expect(second.bank.asked).toEqual([]);
  second.resume();
  while (second.bank.asked.length === 0) await settled();
  await second.domain.deliveries.settle();
});

test('a callback that cannot be looked up when it is due is looked up a little later', async () => {
  let away = false;
  const store = guarded(createMemoryStore(allCollections), () => {
    if (away) throw new Error('the store is away');
  });
  const mock = await createWorld({ store });
  mock.bank.answers.transfer = answers(503);
  const one = await fundedCustomer(mock, mock, 'one@bank1.test', 100);
  const guid = await transfer(mock, one.guid, mock.processing, 1);
  await mock.domain.deliveries.settle();
  mock.bank.answers = {};
  away = true;
  mock.time.pass(60_000);
  for (let turn = 0; turn < 5; turn++) await settled();
  away = false;
  mock.time.pass(1000);
  for (let turn = 0; turn < 20; turn++) await settled();
  const { deliveries } = await mock.control.listDeliveries({ query: { transaction_id: guid } });
  expect(deliveries).toMatchObject([{ status: 'delivered' }]);
});
