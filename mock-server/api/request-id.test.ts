import { describe, expect, test } from 'vitest';
import { raw } from '../client.testing.js';
import { createTestMock } from '../mock.testing.js';
import { createWorld } from '../world.testing.js';

/** A request is found again by its id: in the response, in the journal, in logs. */

const path = '/api/v1/.well-known/jwks.json';

test.each(['nightly-7', '1', 'a b:c/d', '~'.repeat(128), '3f0c8e5e-6f0f-4bb3-9d2a-7f1f6a0c1b11'])(
  'the id %j of the sender is kept',
  async (id) => {
    const mock = await createTestMock();
    const { headers, status } = await raw(mock.app, 'GET', path, { 'x-request-id': id });
    expect([status, headers['x-request-id']]).toEqual([200, id]);
    const [entry] = mock.journal.search({}, 10);
    expect(entry?.request_id).toBe(id);
    expect(entry?.response.headers['x-request-id']).toBe(id);
  },
);

const jwt = `eyJ${'a'.repeat(20)}.${'b'.repeat(20)}.${'c'.repeat(20)}`;

test.each([
  [''],
  ['~'.repeat(129)],
  ['\u00e9'],
  [jwt],
  [`id ${jwt}`],
  ['?password=secret'],
  ['https://user:secret@host'],
])('instead of %j there is a new one', async (id) => {
  const mock = await createTestMock();
  const { headers } = await raw(mock.app, 'GET', path, { 'x-request-id': id });
  expect(headers['x-request-id']).toBe('request-1');
  const [entry] = mock.journal.search({}, 10);
  expect(entry?.request_id).toBe('request-1');
});

describe('every response has one', () => {
  test.each([
    ['GET', path, 200],
    ['GET', '/api/v1/nothing', 404],
    ['POST', path, 405],
    ['GET', '/kratos/self-service/login/api', 200],
    ['GET', '/control/v1/clock', 200],
  ])('%s %s', async (method, target, status) => {
    const mock = await createTestMock();
    const [one, two] = [await raw(mock.app, method, target), await raw(mock.app, method, target)];
    expect([one.status, two.status]).toEqual([status, status]);
    expect([one, two].map(({ headers }) => headers['x-request-id'])).toEqual(['request-1', 'request-2']);
  });
});

test('the journal finds a request by it, and calls to banks have none of their own', async () => {
  const world = await createWorld();
  for (const id of ['first', 'second']) await raw(world.app, 'GET', path, { 'x-request-id': id });
  const { entries } = await world.control.searchJournal({ body: { match: { request_id: 'second' } } });
  expect(entries.map(({ request_id, operation }) => [request_id, operation])).toEqual([
    ['second', 'getDcmJwks'],
  ]);
  const listed = await world.control.listEntries({ query: { text: 'first' } });
  expect(listed.entries.map(({ request_id }) => request_id)).toEqual(['first']);
});

test('ids of requests change no id that the seed gives', async () => {
  const flows = await Promise.all(
    [{}, { 'x-request-id': 'mine' }].map(async (headers) => {
      const mock = await createTestMock({ seed: 'the same' });
      for (let count = 0; count < 3; count++) await raw(mock.app, 'GET', path, headers);
      return (await mock.anybody.createLoginFlow({})).id;
    }),
  );
  expect(flows[0]).toBe(flows[1]);
});
