import { describe, expect, test } from 'vitest';
import type { JournalMatch } from '../../contract/control/journal.js';
import { raw } from '../client.testing.js';
import { createTestMock } from '../mock.testing.js';
import { createWorld, customer, employeeEmail, of, settled } from '../world.testing.js';

/** What is kept of the traffic, and how it is found. */

test('a request and the reverse calls that it caused', async () => {
  const world = await createWorld();
  await customer(world, 'one@bank1.test');
  const { entries, last } = await world.control.searchJournal({ body: { match: {} } });
  const caused = entries.find(({ operation }) => operation === 'createCustomer');
  const asked = entries.find(({ operation }) => operation === 'user_auth');
  expect(caused).toMatchObject({
    direction: 'in',
    method: 'POST',
    status: 200,
    cause: 0,
    counterparty_guid: world.guid,
    request: { body: { login: 'one@bank1.test' } },
    response: { body: { name: 'one@bank1.test' } },
    reason: '',
  });
  expect(asked).toMatchObject({
    direction: 'out',
    method: 'GET',
    url: 'http://bank1.test/user_auth',
    cause: caused?.seq,
    claims: { flow: 'sign-up', obj: 'one@bank1.test', sub: employeeEmail },
  });
  expect(last).toBeGreaterThanOrEqual(asked?.seq ?? Number.NaN);
});

describe('searching', () => {
  const cases: readonly [JournalMatch, number][] = [
    [{ direction: 'out' }, 3],
    [{ operation: 'user_auth' }, 1],
    [{ status: 401 }, 1],
    [{ reason: 'credential' }, 1],
    [{ flow: 'sign-up' }, 1],
    [{ obj: 'one@bank1.test' }, 1],
    [{ sub: employeeEmail }, 1],
    [{ body: { login: 'one@bank1.test' } }, 1],
    [{ body: { login: 'one@bank1.test', segment: 'PI' } }, 0],
    [{ path: '/nowhere' }, 1],
    [{ after: 1000 }, 0],
    [{ operation: 'listAccounts' }, 1],
    [{}, 6],
  ];
  test('takes guids in capitals for the same', async () => {
    const world = await createWorld();
    const path = (guid: string) => `/api/v1/counterparty/${guid}/accounts`;
    await raw(world.app, 'GET', path(world.guid.toUpperCase()));
    const match = { operation: 'listAccounts', path: path(world.guid) };
    const { entries } = await world.control.searchJournal({ body: { match } });
    expect(entries.map(({ url }) => url)).toEqual([path(world.guid.toUpperCase())]);
  });

  test.each(cases)('%j finds %i', async (match, count) => {
    const world = await createWorld();
    await customer(world, 'one@bank1.test');
    await raw(world.app, 'GET', `/api/v1/counterparty/${world.guid}/accounts`);
    await raw(world.app, 'GET', '/nowhere?a=b');
    const { entries } = await world.control.searchJournal({ body: { match } });
    expect(entries).toHaveLength(count);
    const seqs = entries.map(({ seq }) => seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });
});

describe('waiting', () => {
  test('ends at once for what is there already', async () => {
    const world = await createWorld();
    await customer(world, 'one@bank1.test');
    const { entry } = await world.control.awaitJournal({ body: { match: { operation: 'createCustomer' } } });
    expect(entry).toMatchObject({ status: 200 });
  });

  test('ends when it comes', async () => {
    const world = await createWorld();
    const match = { operation: 'createCustomer', after: world.journal.last };
    const waiting = world.control.awaitJournal({ body: { match, timeout_ms: 1000 } });
    await settled();
    await customer(world, 'one@bank1.test');
    expect((await waiting).entry).toMatchObject({ operation: 'createCustomer' });
    expect(world.time.next()).toBeUndefined();
  });

  test('names what came nearest when it does not come', async () => {
    const world = await createWorld();
    await customer(world, 'one@bank1.test');
    const match = { operation: 'createCustomer', status: 200, body: { login: 'two@bank1.test' } };
    const waiting = world.control.awaitJournal({ body: { match, timeout_ms: 1000 } });
    while (world.time.next() === undefined) await settled();
    world.time.pass(1000);
    const { entry, nearest } = await waiting;
    expect(entry).toBeUndefined();
    expect(nearest?.entry).toMatchObject({ operation: 'createCustomer' });
    expect(nearest?.differs).toEqual(['body.login: expected "two@bank1.test", was "one@bank1.test"']);
  });

  test('names nothing when nothing is near', async () => {
    const { control, time } = await createTestMock();
    const waiting = control.awaitJournal({ body: { match: { operation: 'createCustomer' }, timeout_ms: 0 } });
    while (time.next() === undefined) await settled();
    time.pass(0);
    expect(await waiting).toEqual({});
  });
});

test('the newest entries are kept, and findings of all are counted', async () => {
  const mock = await createTestMock({ journalCapacity: 10 });
  for (let index = 0; index < 25; index++) await raw(mock.app, 'GET', `/nowhere/${index}`);
  const { entries, last } = await mock.control.searchJournal({ body: {} });
  expect(entries.map(({ url }) => url)).toEqual(
    Array.from({ length: 10 }, (_, index) => `/nowhere/${index + 15}`),
  );
  expect(last).toBeGreaterThanOrEqual(25);
  const { findings } = await mock.control.listFindings({});
  expect(findings).toEqual([
    { rule: 'REQUEST-02', level: 'should', count: 25, first: expect.stringContaining('unknown path') },
  ]);
});

test('findings of one agent can be left out', async () => {
  const mock = await createTestMock();
  await raw(mock.app, 'GET', '/nowhere/1', { 'user-agent': 'harness' });
  await raw(mock.app, 'GET', '/nowhere/2', { 'user-agent': 'bank' });
  const counts = async (without_agent?: string) =>
    (await mock.control.listFindings({ query: { without_agent } })).findings.map(({ count }) => count);
  expect(await counts()).toEqual([2]);
  expect(await counts('harness')).toEqual([1]);
});

test('limit takes the oldest', async () => {
  const world = await createWorld();
  for (let index = 0; index < 5; index++) await world.api.listAccounts({ params: of(world) });
  const { entries } = await world.control.searchJournal({
    body: { match: { operation: 'listAccounts' }, limit: 2 },
  });
  expect(entries).toHaveLength(2);
});
