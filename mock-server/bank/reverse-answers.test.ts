import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../client.testing.js';
import { answers } from '../fake-bank.testing.js';
import { confirm, createWorld, customer, draft, fundedCustomer, of, type World } from '../world.testing.js';

/** Answers of the bank that are well-formed and contradict what it said before. */

let world: World;
let payment: string;
beforeEach(async () => {
  world = await createWorld();
  const sender = await fundedCustomer(world, world, 'one@bank1.test', 100);
  const receiver = await customer(world, 'two@bank1.test');
  payment = (await draft(world, sender.guid, receiver.guid, 40)).guid;
});

test('another external id is not the owner', async () => {
  world.bank.answers.external_id = answers(200, { external_id: 'somebody-else' });
  const before = world.rows();
  expect(await refusalOf(confirm(world, payment))).toEqual([
    400,
    'declined',
    'wallet user is not found: external id has changed',
  ]);
  expect(world.rows()).toEqual(before);
});

test('another secret does not open the seed; the former one does', async () => {
  world.bank.answers.key = answers(200, { key: 'another secret' });
  const before = world.rows();
  expect(await refusalOf(confirm(world, payment))).toEqual([400, 'state', 'failed to decrypt seed']);
  expect(world.rows()).toEqual(before);
  world.bank.answers = {};
  await confirm(world, payment);
});

test('another secret at a deletion', async () => {
  await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 10 } });
  world.bank.answers.key = answers(200, { key: 'another secret' });
  const before = world.rows();
  const call = world.api.burnIdentifiers({ params: of(world), body: { amount: 10 } });
  expect(await refusalOf(call)).toEqual([400, 'state', 'failed to decrypt seed']);
  expect(world.rows()).toEqual(before);
});

test.each([500, 501])('an external id of %d symbols', async (length) => {
  world.bank.answers.user_auth = answers(200, { external_id: 'x'.repeat(length), key: 'k' });
  if (length === 500) {
    await customer(world, 'three@bank1.test');
    return;
  }
  const [status, reason, text] = await refusalOf(customer(world, 'three@bank1.test'));
  expect([status, reason]).toEqual([400, 'declined']);
  expect(text).toContain('/user_auth answered 200 with an unusable body: external_id: ');
  const [entry] = world.journal.search({ operation: 'user_auth', after: 20 }, 1).slice(-1);
  expect(entry?.findings).toMatchObject([{ rule: 'AUTH-07' }]);
});

test('an external id of two logins is served with a finding', async () => {
  world.bank.answers.user_auth = answers(200, { external_id: 'ext-one@bank1.test', key: 'k' });
  await customer(world, 'three@bank1.test');
  expect(world.findings()).toEqual([
    'REQUEST-04 external id ext-one@bank1.test already belongs to another login',
  ]);
});
