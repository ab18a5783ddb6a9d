import { describe, expect, test } from 'vitest';
import { operations } from '../../contract/operations/index.js';
import { request } from '../../in-memory.testing.js';
import { raw } from '../client.testing.js';
import { deliveryRows } from '../domain/deliveries-collection.js';
import { createTestMock } from '../mock.testing.js';
import { createWorld } from '../world.testing.js';

/** What Prometheus reads at `/metrics`. */

const page = async (app: Parameters<typeof request>[0], token?: string) => {
  const asked = request(app).get('/metrics');
  const { status, text } = await (token === undefined
    ? asked
    : asked.set('authorization', `Bearer ${token}`));
  expect(status).toBe(200);
  return text;
};

/** The value of a line, by its name and labels. */
const amountOf = (text: string, line: string): number | undefined => {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length));
};

test('requests are counted by operation and status from the first look on, with their times', async () => {
  const world = await createWorld();
  await page(world.app);
  await world.anybody.getDcmJwks({});
  await world.anybody.getDcmJwks({});
  const path = operations.listAccounts.path.replaceAll(/\{\w+\}/g, world.guid);
  await raw(world.app, 'GET', path, { authorization: 'bearer none' });
  await raw(world.app, 'GET', `/api/v1/nothing/${world.guid}`, {});
  const text = await page(world.app);
  expect(amountOf(text, 'dcm_requests_total{operation="getDcmJwks",status="200"}')).toBe(2);
  expect(amountOf(text, 'dcm_requests_total{operation="listAccounts",status="401"}')).toBe(1);
  expect(amountOf(text, 'dcm_requests_total{operation="none",status="404"}')).toBe(1);
  expect(amountOf(text, 'dcm_request_duration_seconds_count{operation="getDcmJwks"}')).toBe(2);
  expect(amountOf(text, 'dcm_request_duration_seconds_bucket{le="+Inf",operation="getDcmJwks"}')).toBe(2);
  expect(text).not.toContain(world.guid);
  expect(text).not.toContain('/api/');
});

test('calls to a bank are counted by kind and outcome', async () => {
  const world = await createWorld();
  await page(world.app);
  const call = (status: number, error = '') =>
    world.journal.record({
      seq: world.journal.nextSeq(),
      at: '2026-01-05T12:00:00.000Z',
      direction: 'out',
      operation: 'key',
      counterparty_guid: world.guid,
      method: 'POST',
      url: 'http://bank.test/key',
      requestHeaders: {},
      requestBody: {},
      status,
      responseHeaders: {},
      responseBody: {},
      ms: 300,
      cause: 0,
      reason: '',
      error,
      findings: [],
    });
  call(200);
  call(500);
  call(0, 'no answer within 1000 ms');
  call(0, 'connection refused');
  call(0, 'connection reset');
  const text = await page(world.app);
  const outcomes = ['answered', 'refused', 'timeout', 'failed'];
  const counts = outcomes.map((outcome) =>
    amountOf(text, `dcm_reverse_calls_total{kind="key",outcome="${outcome}"}`),
  );
  expect(counts).toEqual([1, 1, 1, 2]);
  expect(amountOf(text, 'dcm_reverse_call_duration_seconds_sum{kind="key"}')).toBeCloseTo(1.5);
  expect(amountOf(text, 'dcm_reverse_call_duration_seconds_bucket{le="0.25",kind="key"}')).toBe(0);
  expect(amountOf(text, 'dcm_reverse_call_duration_seconds_bucket{le="0.5",kind="key"}')).toBe(5);
});

test('what a bank must be told and has not taken yet is pending, and due when its time has come', async () => {
  const world = await createWorld();
  const { journal, domain } = world;
  const amounts = async () => {
    const text = await page(world.app);
    return ['pending', 'due'].map((name) => amountOf(text, `dcm_deliveries_${name}`));
  };
  expect(await amounts()).toEqual([0, 0]);
  const row = {
    kind: 'transfer',
    counterparty_guid: world.guid,
    transaction_id: 'none',
    url: 'http://bank.test/transfer',
    status: 'pending',
    attempts: [],
    cause: 0,
    created_at: '2026-01-05T12:00:00.000Z',
  } as const;
  const { store, ledgerClock } = domain.center;
  await store.write(async (tx) => {
    await tx.put(deliveryRows, { ...row, guid: 'a', next_due_ms: ledgerClock.now() });
    await tx.put(deliveryRows, { ...row, guid: 'b', next_due_ms: ledgerClock.now() + 1 });
  });
  expect(await amounts()).toEqual([2, 1]);
  const text = await page(world.app);
  expect(amountOf(text, 'dcm_journal_entries')).toBe(journal.kept);
  expect(journal.kept).toBeGreaterThan(0);
  expect(amountOf(text, 'dcm_journal_bytes')).toBe(journal.bytes);
  expect(amountOf(text, 'dcm_runs{state="running"}')).toBe(0);
});

test('what is in sandboxes is counted with the rest, and they have no page of their own', async () => {
  const mock = await createTestMock({ sandboxes: {} });
  await page(mock.app);
  await mock.control.createSandbox({ body: { name: 'team-a' } });
  expect((await raw(mock.app, 'GET', '/s/team-a/api/v1/.well-known/jwks.json', {})).status).toBe(200);
  const text = await page(mock.app);
  expect(amountOf(text, 'dcm_sandboxes')).toBe(1);
  expect(amountOf(text, 'dcm_requests_total{operation="getDcmJwks",status="200"}')).toBe(1);
  expect(amountOf(text, 'dcm_journal_entries')).toBe(1);
  expect(text).not.toContain('team-a');
  expect((await raw(mock.app, 'GET', '/s/team-a/metrics', {})).status).toBe(404);
  await mock.control.deleteSandbox({ params: { name: 'team-a' } });
  expect(amountOf(await page(mock.app), 'dcm_journal_entries')).toBe(0);
});

test('the process is described, once for all mocks of it', async () => {
  const [one, other] = await Promise.all([createTestMock(), createTestMock()]);
  for (const { app } of [one, other]) {
    const text = await page(app);
    expect(amountOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(text.match(/^# TYPE nodejs_eventloop_lag_seconds /gm)).toHaveLength(1);
  }
});

describe('who may read it', () => {
  const statusWith = async (app: Parameters<typeof raw>[0], headers: Record<string, string>) =>
    (await raw(app, 'GET', '/metrics', headers)).status;

  test('without tokens, this machine only', async () => {
    const { app } = await createTestMock();
    expect(await statusWith(app, {})).toBe(200);
    expect(await statusWith(app, { 'x-forwarded-for': '203.0.113.7' })).toBe(403);
    expect(await statusWith(app, { 'sec-fetch-site': 'cross-site' })).toBe(403);
  });

  test('the control token, or one that opens this page only', async () => {
    const metricsToken = 'metrics-secret';
    const { app } = await createTestMock({ controlToken: 'control-secret', metricsToken });
    const bearer = (token: string) => ({
      authorization: `Bearer ${token}`,
      'x-forwarded-for': '203.0.113.7',
    });
    expect(await statusWith(app, bearer('control-secret'))).toBe(200);
    expect(await statusWith(app, bearer(metricsToken))).toBe(200);
    for (const headers of [{}, bearer(''), bearer('metrics-secre'), bearer('metrics-secrets')])
      expect(await statusWith(app, headers)).toBe(403);
    expect((await raw(app, 'GET', '/control/v1/clock', bearer(metricsToken))).status).toBe(403);
  });
});
