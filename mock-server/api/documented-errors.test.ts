import { beforeEach, expect, test } from 'vitest';
import { raw } from '../client.testing.js';
import { createWorld, customer, of, register, type World } from '../world.testing.js';

/** Page ERR to the letter: status, body, and the text with all its quotes and backslashes. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const send = (method: string, path: string, body: object, token = world.session) =>
  raw(world.app, method, `/api/v1/counterparty/${world.guid}${path}`, {
    authorization: `bearer ${token}`,
    'content-type': 'application/json',
  }).send(JSON.stringify(body));

test('401: not authorized', async () => {
  const answer = await send('POST', '/customers', {}, 'x');
  expect([answer.status, answer.text]).toEqual([
    401,
    '{"error":{"code":401,"status":"Unauthorized","message":"Access credentials are invalid"}}',
  ]);
});

test('400: the employee exists', async () => {
  const invite = () =>
    raw(world.app, 'POST', `/control/v1/counterparties/${world.guid}/employees`).send({
      email: 'FIRST@bank1.test',
    });
  const answer = await invite();
  expect([answer.status, answer.text]).toEqual([400, '{"error":"create employee identity: 409 Conflict"}']);
});

test('400: a customer with this login exists', async () => {
  await customer(world, 'one');
  const answer = await send('POST', '/customers', {
    login: 'one',
    asset_code: 'UAH',
    asset_issuer: world.issuer,
  });
  expect(answer.status).toBe(400);
  expect(answer.body.error).toBe(
    String.raw`failed to create wallet user: failed to sign up: response status code is not 2xx but 409; error was "{\"error\":\"logic error\"}\n"`,
  );
  expect(answer.text).toContain(String.raw`error was \"{\\\"error\\\":\\\"logic error\\\"}\\n\""`);
  expect(answer.headers['dcm-reason']).toBe('state');
});

test('the login of a customer is taken per bank', async () => {
  await customer(world, 'one');
  const { guid } = await register(world, 'bank2');
  expect(guid).not.toBe(world.guid);
  const { customers } = await world.api.listCustomers({ params: of(world) });
  expect(customers).toHaveLength(1);
});

test.each(['customer', 'root', 'issuer', 'PROCESSING', ''])('400: account_kind %j', async (account_kind) => {
  const answer = await send('POST', '/accounts', { account_kind });
  expect([answer.status, answer.text]).toEqual([
    400,
    '{"error":"failed to create entity: invalid kind: bad request"}',
  ]);
});

test('400: a second identification entity', async () => {
  const answer = await send('POST', '/accounts', { account_kind: 'emission' });
  expect([answer.status, answer.body.error]).toEqual([400, 'identification entity already exists']);
});

test.each([
  ['sender_id', {}],
  ['receiver_id', {}],
  ['sender_id', { sender_id: '' }],
  ['receiver_id', { amount: 1, sender_iban: 'UA213223130000026007233566001' }],
])('400: no %s in %j', async (missing, more) => {
  const ids: Record<string, string> = { sender_id: world.emission, receiver_id: world.processing };
  delete ids[missing];
  const answer = await send('POST', '/payments', { ...ids, amount: 1, ...more });
  expect([answer.status, answer.text]).toEqual([400, '{"error":"invalid UUID length: 0"}']);
});
