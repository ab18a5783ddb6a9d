import express from 'express';
import { expect, test } from 'vitest';
import { request } from '../../in-memory.testing.js';
import { allCollections } from '../domain/collections.js';
import type { Store } from '../domain/store.js';
import { createTestMock } from '../mock.testing.js';
import { createMemoryStore } from '../store/memory.js';
import { createHealthPages } from './health-pages.js';

/** What a balancer and a supervisor ask. */

test('a mock that works is live and ready, and the journal knows nothing of it', async () => {
  const mock = await createTestMock();
  const { last } = mock.journal;
  const live = await request(mock.app).get('/health/live');
  const ready = await request(mock.app).get('/health/ready');
  expect([live.status, live.body]).toEqual([200, { status: 'ok', checks: {} }]);
  expect([ready.status, ready.body]).toEqual([
    200,
    { status: 'ok', checks: { state: { status: 'ok' }, traffic: { status: 'ok' } } },
  ]);
  expect([live, ready].map(({ headers }) => headers['cache-control'])).toEqual(['no-store', 'no-store']);
  expect(mock.journal.last).toBe(last);
});

test.each([
  ['read', 'the state cannot be read'],
  ['saved', 'the state cannot be saved: no space left'],
])('a state that cannot be %s makes it not ready, but live', async (what, problem) => {
  const memory = createMemoryStore(allCollections);
  let broken = false;
  const store: Store = {
    ...memory,
    read: (act) => (broken && what === 'read' ? Promise.reject(new Error('EIO')) : memory.read(act)),
    trouble: () => (broken && what === 'saved' ? 'no space left' : undefined),
  };
  const mock = await createTestMock({ store });
  broken = true;
  const ready = await request(mock.app).get('/health/ready');
  const live = await request(mock.app).get('/health/live');
  broken = false;
  expect([ready.status, ready.body.checks.state]).toEqual([503, { status: 'failing', problem }]);
  expect(live.status).toBe(200);
});

test('one that is being stopped is not ready, works as before, and serves', async () => {
  const mock = await createTestMock();
  mock.drain();
  const ready = await request(mock.app).get('/health/ready');
  expect([ready.status, ready.body]).toEqual([
    503,
    {
      status: 'failing',
      checks: {
        state: { status: 'ok' },
        traffic: { status: 'failing', problem: 'the mock is being stopped' },
      },
    },
  ]);
  for (const path of ['/health', '/health/live', '/api/v1/.well-known/jwks.json'])
    expect([path, (await request(mock.app).get(path)).status]).toEqual([path, 200]);
});

test('/health/live asks nothing that could hang', async () => {
  const hanging = { state: () => new Promise<undefined>(() => {}) };
  const app = express().use(createHealthPages(hanging, hanging));
  expect((await request(app).get('/health/live')).status).toBe(200);
});
