import { describe, expect, test } from 'vitest';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { createWorld, fundedCustomer, officerSession, type World } from '../world.testing.js';

/** Generated clients of some languages send null for what is not set: it counts as left out, with a finding. */

const all: readonly Operation[] = Object.values(operations).filter((operation: Operation) => operation.body);

async function post(world: World, path: string, body: object) {
  const headers = { authorization: `bearer ${world.session}`, 'content-type': 'application/json' };
  return raw(world.app, 'POST', path, headers).send(JSON.stringify(body));
}
const of = ({ guid }: World) => `/api/v1/counterparty/${guid}`;

test('every operation treats a null member as left out', { timeout: 60_000 }, async () => {
  const world = await createWorld();
  const officer = await officerSession(world);
  const tokens = { officer, employee: world.session, bank: '', public: '', control: '' };
  for (const { id, method, path, body, caller } of all) {
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'counterparty_guid' ? world.guid : '7',
    );
    const token = tokens[caller];
    const headers = {
      'content-type': 'application/json',
      ...(token ? { authorization: `bearer ${token}` } : {}),
    };
    const send = (text: string) => raw(world.app, method, url, headers).send(text);
    const without = await send('{}');
    const names = Object.keys(body?.shape ?? {});
    const withNulls = await send(JSON.stringify(Object.fromEntries(names.map((name) => [name, null]))));
    expect([id, withNulls.status, withNulls.body.error]).toEqual([id, without.status, without.body.error]);
    if (without.status !== 200 || names.every((name) => name === 'bank_guid')) continue;
    expect([id, withNulls.headers['dcm-finding']]).toEqual([
      id,
      expect.stringContaining('REQUEST-01 should: null, treated as left out: '),
    ]);
  }
});

describe('a transfer', () => {
  test('with all that is not set as null is made, and reported', async () => {
    const world = await createWorld();
    const one = await fundedCustomer(world, world, 'one', 10);
    const order = { amount: 1, sender_id: one.guid, receiver_id: world.processing };
    const unset = { category_guid: null, purpose: null, receiver_iban: null, target_balance: null };
    const answer = await post(world, `${of(world)}/payments`, { ...order, ...unset });
    expect([answer.status, answer.headers['dcm-finding']]).toEqual([
      200,
      'REQUEST-01 should: null, treated as left out: category_guid, purpose, receiver_iban, target_balance',
    ]);
    // Null has a meaning here: the receiver is no other bank's.
    const { guid } = answer.body;
    const confirmed = await post(world, `${of(world)}/payments/confirm`, { guid, bank_guid: null });
    expect([confirmed.status, confirmed.headers['dcm-finding']]).toEqual([200, undefined]);
  });

  test.each(['sender_id', 'receiver_id'])('with %s null gets the documented text', async (name) => {
    const world = await createWorld();
    const order = { amount: 1, sender_id: world.emission, receiver_id: world.processing, [name]: null };
    const answer = await post(world, `${of(world)}/payments`, order);
    expect([answer.status, answer.body]).toEqual([400, { error: 'invalid UUID length: 0' }]);
  });

  test('is refused for a null when the option strict is on', async () => {
    const world = await createWorld({ profile: { strict: true } });
    const order = { amount: 1, sender_id: world.emission, receiver_id: world.processing, purpose: null };
    const answer = await post(world, `${of(world)}/payments`, order);
    expect([answer.status, answer.body.error]).toEqual([
      400,
      'REQUEST-01: null, treated as left out: purpose',
    ]);
  });
});

test('nulls in parts of a body are left out, too', async () => {
  const world = await createWorld();
  const keeper = { login: 'k', external_id: 'e', for: 'processing' };
  const answer = await raw(world.app, 'PUT', `/control/v1/counterparties/${world.guid}`).send({
    key_keepers: [{ ...keeper, external_id: null }],
  });
  expect([answer.status, answer.body.error]).toEqual([
    400,
    expect.stringMatching(/^key_keepers\.0\.external_id: .*there is none$/),
  ]);
});
