import { expect, test } from 'vitest';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { operations } from '../../contract/operations/index.js';
import { createTestMock, type TestMock } from '../mock.testing.js';

/** Without a connection, programs of the same process get what they would get over HTTP. */

const near = ({ inProcess }: TestMock) =>
  createClient(controlOperations, { baseUrl: 'http://127.0.0.1:4010', fetch: inProcess });

/** What a call gives, with its error for a refusal. */
const outcome = (call: Promise<unknown>) =>
  call.catch(({ operation, status, reason, message }) => ({ operation, status, reason, message }));

test.each<[string, (control: TestMock['control']) => Promise<unknown>]>([
  ['a path', (control) => control.getEntity({ params: { guid: 'ffffffff-ffff-4fff-8fff-ffffffffffff' } })],
  ['a query', (control) => control.listRegistered({ query: { limit: 3 } })],
  ['a body with too little', (control) => control.registerCounterparty({ body: { name: 'x' } as never })],
  ['a wrong body', (control) => control.moveClock({ body: { forward_s: -1 } })],
])('%s is read alike', async (_what, call) => {
  const mock = await createTestMock();
  const answer = await outcome(call(near(mock)));
  expect(answer).toEqual(await outcome(call(mock.control)));
  expect(answer).toBeDefined();
});

test('the control token is for callers from outside', async () => {
  const mock = await createTestMock({ controlToken: 'c'.repeat(40) });
  expect((await near(mock).getProfile({})).profile).toEqual(mock.profile());
});

test("calls of DCM's API are recorded, and a lost response is an error", async () => {
  const mock = await createTestMock();
  const api = createClient(operations, { baseUrl: 'http://127.0.0.1:4010', fetch: mock.inProcess });
  await api.getDcmJwks({});
  expect(mock.journal.search({ direction: 'in' }, 10)).toMatchObject([
    { operation: 'getDcmJwks', status: 200 },
  ]);
  await near(mock).addFault({ body: { kind: 'lose-response', operation: 'getDcmJwks' } });
  await expect(api.getDcmJwks({})).rejects.toThrow('the response was lost');
});
