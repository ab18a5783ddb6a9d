import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { controlOperations } from '../contract/control/index.js';
import { profile } from '../contract/profile/index.js';
import { createLoginFlows } from './api/login-flows.js';
import { createChance } from './chance.js';
import { raw, refusalOf } from './client.testing.js';
import { createSnapshots } from './control/kept-snapshots.js';
import { mostReaders } from './control/live.js';
import { snapshotHandlers } from './control/snapshots.js';
import { deliveryRows } from './domain/deliveries-collection.js';
import { createFaults, mostFaults } from './domain/faults.js';
import { mostEnded } from './domain/kept-deliveries.js';
import { mostMails } from './domain/mailbox.js';
import { mailRows } from './domain/mailbox-collection.js';
import { mostSessions } from './domain/sessions.js';
import { sessionRows } from './domain/sessions-collection.js';
import { createTestMock } from './mock.testing.js';
import { createManualTime } from './store/manual-time.testing.js';
import { confirm, createWorld, draft, employeeEmail, fundedCustomer, settled } from './world.testing.js';

/** What is kept beside the journal has its bounds, too, and options make no dates that are none. */

const second = 1000;

describe('sessions', () => {
  test('that have expired go when another one begins', async () => {
    const mock = await createWorld({ profile: { session_ttl_s: 60 } });
    const employee = await mock.domain.employees.byEmail(employeeEmail);
    if (!employee) throw new Error('nobody is there');
    for (let count = 0; count < 10; count++) await mock.domain.employees.beginSession(employee);
    mock.time.pass(61 * second);
    await mock.domain.employees.beginSession(employee);
    expect(mock.rows()[sessionRows.name]).toHaveLength(1);
  });

  test('of one employee are so many, and the newest of them live', async () => {
    const mock = await createWorld();
    const employee = await mock.domain.employees.byEmail(employeeEmail);
    if (!employee) throw new Error('nobody is there');
    let newest = '';
    for (let count = 0; count <= mostSessions.each.rows + 5; count++) {
      mock.time.pass(1);
      newest = (await mock.domain.employees.beginSession(employee)).token;
    }
    expect(mock.rows()[sessionRows.name]).toHaveLength(mostSessions.each.rows);
    expect(await mock.domain.employees.sessionOf(newest)).toBeDefined();
    expect(await mock.domain.employees.sessionOf(mock.session)).toBeUndefined();
  });
});

test('login flows that have expired go when another one begins', () => {
  const { clock, pass } = createManualTime();
  const flows = createLoginFlows(createChance('flows'), clock);
  const old = Array.from({ length: 5 }, () => flows.begin('login', 'choose_method'));
  pass(2 * 3601 * second);
  flows.begin('login', 'choose_method');
  expect(old.some(({ id }) => flows.isFlow(id))).toBe(false);
});

test('of mails and of ended callbacks the newest are kept', async () => {
  const world = await createWorld();
  const { store } = world.domain.center;
  const one = await fundedCustomer(world, world, 'one', 10);
  await world.domain.deliveries.settle();
  const [like] = (await store.read((tx) => tx.page(deliveryRows))).rows;
  if (!like) throw new Error('no callback was sent');
  await store.write(async (tx) => {
    for (let count = 0; count < mostEnded.rows; count++)
      await tx.put(deliveryRows, { ...like, guid: `old-${count}`, created_at: '2020-01-01T00:00:00.000Z' });
    for (let count = 0; count < mostMails.rows; count++)
      await tx.put(mailRows, {
        ...{ guid: `old-${count}`, to: 'a@b', kind: 'invitation', subject: '', text: '', code: '' },
        created_at: '2020-01-01T00:00:00.000Z',
      });
  });
  await confirm(world, (await draft(world, one.guid, world.processing, 1)).guid);
  await world.domain.deliveries.settle();
  await world.domain.employees.invite(world.guid, { email: 'second@bank1.test' });
  const rows = world.rows();
  expect(rows[mailRows.name]).toHaveLength(mostMails.rows);
  expect(rows[mailRows.name]).toContainEqual(expect.objectContaining({ to: 'second@bank1.test' }));
  expect(rows[deliveryRows.name]).toHaveLength(mostEnded.rows);
});

test('faults that are still to happen are so many', () => {
  const faults = createFaults(createChance('faults'), createManualTime().timers);
  const order = { kind: 'lose-callback', ms: 1, status: 503, times: 1 } as const;
  for (let count = 0; count < mostFaults; count++) faults.add(order);
  expect(() => faults.add(order)).toThrow(`${mostFaults} faults are already waiting`);
});

test('a snapshot that would take too much memory is refused, and nothing is lost', async () => {
  const world = await createWorld();
  const steering = { remember: async () => {}, alone: (work: () => unknown) => work() } as never;
  const handlers = snapshotHandlers(world.domain, steering, await createSnapshots(), 100_000);
  const take = (name: string) =>
    handlers.takeSnapshot({ params: {}, query: {}, body: { name } }, {} as never);
  await take('first');
  await take('the same rows again');
  for (let count = 0; count < 60; count++)
    await world.domain.employees.invite(world.guid, { email: `x${count}@bank1.test`, name: 'x'.repeat(500) });
  await expect(take('too much')).rejects.toThrow('more than 0 MB');
  const { snapshots } = await handlers.listSnapshots({ params: {}, query: {}, body: {} }, {} as never);
  expect(snapshots.map(({ name }) => name)).toEqual(['first', 'the same rows again']);
});

test('readers of the stream are so many', async () => {
  const { app, journal } = await createTestMock();
  const server = createServer(app).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const open = () => fetch(`http://127.0.0.1:${port}/control/v1/journal/live`);
  const all: Response[] = [];
  for (let count = 0; count <= mostReaders; count++) all.push(await open());
  expect(all.map(({ status }) => status)).toEqual([...Array(mostReaders).fill(200), 503]);
  journal.close();
  await Promise.all(all.map((response) => response.text()));
});

describe('options that are times or counts', () => {
  const huge = [1e300, 1e15, Number.MAX_SAFE_INTEGER, [1e300], Array(1000).fill(1)];

  test.each(Object.entries(profile.shape))('%s is refused beyond its bound', (_name, schema) => {
    expect(huge.filter((value) => schema.safeParse(value).success)).toEqual([]);
  });

  test('are refused by the control API beyond their bounds, and stay as they were', async () => {
    const world = await createWorld();
    const before = world.profile();
    for (const body of [{ session_ttl_s: 1e15 }, { callback_retry_s: [1, 1e300] }, { leeway_s: 1e12 }])
      expect((await refusalOf(world.control.updateProfile({ body })))[0]).toBe(400);
    expect(world.profile()).toEqual(before);
  });

  test('at their bounds make no invalid date', async () => {
    const world = await createWorld({
      profile: { session_ttl_s: 315_360_000, leeway_s: 86_400, callback_retry_s: Array(20).fill(2_592_000) },
    });
    const employee = await world.domain.employees.byEmail(employeeEmail);
    if (employee)
      expect((await world.domain.employees.beginSession(employee)).session.expires_ms).toBeGreaterThan(0);
    world.bank.answers['pay-in'] = () => ({ status: 500 });
    world.bank.answers.transfer = () => ({ status: 500 });
    await fundedCustomer(world, world, 'one', 10);
    await settled();
    expect((await world.control.listDeliveries({})).deliveries.length).toBeGreaterThan(0);
  });

  test('the ledger clock goes so far and no further, and dates stay dates', async () => {
    const world = await createWorld();
    const forward = () => world.control.moveClock({ body: { forward_s: 315_360_000 } });
    for (let decade = 0; decade < 10; decade++) await forward();
    expect((await refusalOf(forward()))[0]).toBe(400);
    await fundedCustomer(world, world, 'one', 10);
    const { status } = await raw(world.app, 'GET', controlOperations.getClock.path);
    expect(status).toBe(200);
  });
});
