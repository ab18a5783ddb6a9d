import { beforeEach, expect, test } from 'vitest';
import { raw } from '../client.testing.js';
import { createTestMock, type TestMock } from '../mock.testing.js';

/** Flows of Kratos: what a client that slips is told, and how a test lets them end. */

let mock: TestMock;
beforeEach(async () => {
  mock = await createTestMock();
});

const kinds = ['login', 'recovery'] as const;
type Kind = (typeof kinds)[number];
const path = (kind: Kind) => `/kratos/self-service/${kind}`;
const begin = async (kind: Kind, query = '') =>
  (await raw(mock.app, 'GET', `${path(kind)}/api${query}`)).body as { id: string; request_url: string };
const submit = (kind: Kind, query: string, body: object = {}) =>
  raw(mock.app, 'POST', `${path(kind)}${query}`, { 'content-type': 'application/json' }).send(body);
const lastFindings = () =>
  (mock.journal.search({ direction: 'in' }, 1000).at(-1)?.findings ?? []).map(
    ({ rule, text }) => `${rule}: ${text}`,
  );

test.each(kinds)(
  'a form of %s without its flow, or with it in the body, says where it belongs',
  async (kind) => {
    const { id } = await begin(kind);
    const slips: [query: string, body: object][] = [
      ['', {}],
      ['', { flow: id }],
      ['?flow=', {}],
      ['?flow=undefined', {}],
    ];
    for (const [query, body] of slips) {
      expect((await submit(kind, query, body)).status).toBe(400);
      expect(lastFindings()).toContain(
        `REQUEST-01: flow: expected the id of a ${kind} flow, as a parameter of the query`,
      );
    }
  },
);

test.each(kinds)('a form of %s without a method names the one that is expected', async (kind) => {
  const { id } = await begin(kind);
  expect((await submit(kind, `?flow=${id}`)).status).toBe(400);
  const method = kind === 'login' ? 'password' : 'code';
  expect(lastFindings()).toContain(`REQUEST-01: method: expected "${method}"`);
});

test.each(kinds)('request_url of %s stays that of the request that began it', async (kind) => {
  const { id, request_url } = await begin(kind, '?refresh=true');
  expect(new URL(request_url).pathname).toBe(`${path(kind)}/api`);
  for (const method of ['', 'password', 'code']) {
    const { body } = await submit(kind, `?flow=${id}`, { method, identifier: 'a@b.test', email: 'a@b.test' });
    expect((body as { request_url: string }).request_url).toBe(request_url);
  }
});

test.each(kinds)('a flow of %s expires by the control API, and another one takes its place', async (kind) => {
  const { id } = await begin(kind);
  expect(await mock.control.expireFlows({ body: {} })).toEqual({ expired: 1 });
  expect(await mock.control.expireFlows({ body: {} })).toEqual({ expired: 0 });
  const gone = await submit(kind, `?flow=${id}`, { method: 'code' });
  expect([gone.status, gone.body.error.id]).toEqual([410, 'self_service_flow_expired']);
  expect((await submit(kind, `?flow=${gone.body.use_flow_id}`, { method: 'x' })).body).toMatchObject({
    id: gone.body.use_flow_id,
    ui: expect.anything(),
  });
});
