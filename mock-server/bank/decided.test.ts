import { beforeEach, expect, test } from 'vitest';
import { answers, hangs, unreachable } from '../fake-bank.testing.js';
import { createWorld, customer, draft, fundedCustomer, of, type World } from '../world.testing.js';

/** An operation that the bank decided names the reverse call that did, and what came back. */

let world: World;
let guid: string;
beforeEach(async () => {
  world = await createWorld();
  const sender = await fundedCustomer(world, world, 'one@bank1.test', 100);
  const receiver = await customer(world, 'two@bank1.test');
  guid = (await draft(world, sender.guid, receiver.guid, 40)).guid;
});

async function refused(late = false) {
  const outcome = world.api.confirmPayment({ params: of(world), body: { guid } }).catch(() => 'refused');
  while (late && world.time.next() === undefined) await new Promise(setImmediate);
  if (late) world.time.pass(1000);
  expect(await outcome).toBe('refused');
  const [entry] = world.journal.search({ operation: 'confirmPayment' }, 10).slice(-1);
  const { why } = entry ?? {};
  const [decisive] = world.journal.search({ after: (why?.decided_by ?? 0) - 1 }, 1);
  expect([decisive?.direction, decisive?.cause]).toEqual(['out', entry?.seq]);
  return { why, decisive };
}

test.each([
  ['declined', 'external_id', answers(401), 'it answered 401 to /external_id'],
  ['declined', 'key', answers(401), 'it answered 401 to /key'],
  ['bank-status', 'key', answers(500), '500'],
  ['bank-body', 'key', answers(200, { none: 1 }), 'key'],
  ['bank-unreachable', 'external_id', unreachable, 'connection refused'],
  ['external-id-changed', 'external_id', answers(200, { external_id: 'x' }), 'another external id'],
  ['seed-decryption', 'key', answers(200, { key: 'other' }), 'does not open the seed'],
] as const)('%s by /%s', async (cause, question, answer, says) => {
  world.bank.answers[question] = answer;
  const { why, decisive } = await refused();
  expect([why?.id, decisive?.operation]).toEqual([cause, question]);
  expect(why?.says.en).toContain(says);
});

test('a bank that is late: the time is named', async () => {
  world.bank.answers.key = hangs;
  const { why, decisive } = await refused(true);
  expect([why?.id, decisive?.operation]).toEqual(['bank-timeout', 'key']);
  expect(why?.says.uk).toContain('немає відповіді за 1000 мс');
});

test('the secret is asked for first, and what it opens is decided last: /key is still named', async () => {
  await world.control.updateProfile({ body: { reverse_order: 'key-first' } });
  world.bank.answers.key = answers(200, { key: 'other' });
  const { why, decisive } = await refused();
  expect([why?.id, decisive?.operation]).toEqual(['seed-decryption', 'key']);
});

test('a refusal that no reverse call decided names none', async () => {
  await world.api.confirmPayment({ params: of(world), body: { guid } });
  await world.api.confirmPayment({ params: of(world), body: { guid } }).catch(() => undefined);
  const [entry] = world.journal.search({ operation: 'confirmPayment' }, 10).slice(-1);
  expect(entry?.why).toMatchObject({ id: 'payment-confirmed' });
  expect(entry?.why).not.toHaveProperty('decided_by');
});
