import { beforeEach, describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { addBank, createWorld, draft, fund, of, officerSession, type World } from '../world.testing.js';

/** Requests to DCM that are sent again: as they were, changed, by others; and what cannot be. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

type Order = Parameters<World['control']['sendRequest']>[0]['body'];
const again = async (order: Order) => (await world.control.sendRequest({ body: order })).entry;
const prepare = (seq: number) => world.control.prepareRequest({ params: { seq: String(seq) } });
const newest = (operation: string) => world.journal.search({ operation }, 1000).at(-1)?.seq ?? 0;
const json = { 'content-type': 'application/json' };

describe('as it was', () => {
  test('is served like any request, with the session of the original and a mark', async () => {
    const { guid } = await (async () => {
      await fund(world, world, 100);
      return draft(world, world.processing, world.emission, 7, { purpose: 'first' });
    })();
    const seq = newest('createPayment');
    const entry = await again({ seq });
    expect(entry).toMatchObject({
      operation: 'createPayment',
      status: 200,
      repeats: seq,
      cause: 0,
      counterparty_guid: world.guid,
      request: { body: { amount: 7, purpose: 'first' } },
    });
    expect(entry.seq).toBeGreaterThan(seq);
    expect((entry.response.body as { guid: string }).guid).not.toBe(guid);
    const { entries } = await world.control.listEntries({ query: { limit: 1 } });
    expect(entries[0]).toMatchObject({ seq: entry.seq, repeats: seq });
  });

  test('is refused as the original is once its session has ended', async () => {
    await world.api.listAccounts({ params: of(world) });
    const seq = newest('listAccounts');
    await world.control.endSessions({ body: {} });
    expect(await again({ seq })).toMatchObject({ status: 401, reason: 'session' });
  });

  test('without a credential stays without one', async () => {
    await refusalOf(world.anybody.listAccounts({ params: of(world) }));
    const seq = newest('listAccounts');
    expect(await prepare(seq)).toMatchObject({ credential: 'none', kept: true });
    expect(await again({ seq })).toMatchObject({ status: 401, reason: 'credential' });
  });

  test('of a form is a form', async () => {
    const flow = await world.anybody.createLoginFlow({});
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const path = `/kratos/self-service/login?flow=${flow.id}`;
    await raw(world.app, 'POST', path, form).send('method=password&identifier=a%2Bb%40c.test');
    const seq = newest('submitLogin');
    expect((await prepare(seq)).body).toBe('method=password&identifier=a%2Bb%40c.test');
    const entry = await again({ seq });
    expect(entry.request.body).toMatchObject({ method: 'password', identifier: 'a+b@c.test' });
  });
});

describe('changed', () => {
  test('in method, path, headers and body', async () => {
    await fund(world, world, 100);
    await refusalOf(world.api.getAccount({ params: { ...of(world), account_guid: world.guid } }));
    const seq = newest('getAccount');
    const url = `/api/v1/counterparty/${world.guid}/payments`;
    const body = JSON.stringify({ sender_id: world.processing, receiver_id: world.emission, amount: 1 });
    const entry = await again({ seq, method: 'post', url, headers: { ...json, 'X-Note': 'mine' }, body });
    expect(entry).toMatchObject({ operation: 'createPayment', status: 200, method: 'POST', url });
    expect(entry.request.headers).toMatchObject({ 'x-note': 'mine', 'content-type': 'application/json' });
  });

  test('a body of several lines, and a long one, arrives as it is', async () => {
    await fund(world, world, 100);
    await draft(world, world.processing, world.emission, 7);
    const seq = newest('createPayment');
    const whole = { sender_id: world.processing, receiver_id: world.emission, amount: 8 };
    const lines = JSON.stringify(whole, null, 2);
    expect(await again({ seq, body: lines })).toMatchObject({ status: 200, request: { body: whole } });
    const long = await again({ seq, body: JSON.stringify({ ...whole, purpose: 'x'.repeat(20_000) }) });
    // It is DCM that refuses it.
    expect(long).toMatchObject({ operation: 'createPayment', status: 400, reason: 'invalid' });
  });

  test('a body that is broken on purpose arrives broken', async () => {
    await draft(world, world.processing, world.emission, 1).catch(() => {});
    const entry = await again({ seq: newest('createPayment'), body: '{"amount":' });
    expect(entry).toMatchObject({ status: 400, request: { body: '[not read: 10 bytes]' } });
    const gap = { at: 'body', why: 'cut' };
    expect((await prepare(entry.seq)).gaps).toEqual([gap]);
    expect(await refusalOf(again({ seq: entry.seq }))).toEqual([
      400,
      'invalid',
      'the journal does not have body as sent: give the value',
    ]);
    expect(await again({ seq: entry.seq, body: '{}' })).toMatchObject({ status: 400, repeats: entry.seq });
  });

  test.each(['/control/v1/clock', '//control/v1/clock', '/%63ontrol/v1/reset', '/CONTROL/v1/reset'])(
    'does not reach the control API at %s',
    async (url) => {
      await world.api.listAccounts({ params: of(world) });
      const seq = newest('listAccounts');
      for (const method of ['GET', 'POST'])
        expect(await refusalOf(again({ seq, url, method }))).toEqual([
          400,
          'invalid',
          'url: requests of the control API are not sent again',
        ]);
      expect(world.journal.search({ operation: 'listAccounts' }, 10)).toHaveLength(1);
    },
  );
});

describe('by another', () => {
  test('an employee of another bank, with one session for all requests', async () => {
    const other = await addBank(world, 'bank2');
    await world.api.listAccounts({ params: of(world) });
    const seq = newest('listAccounts');
    const { employees } = await world.control.listPeople({ query: { counterparty_guid: other.guid } });
    const guid = employees[0]?.guid ?? '';
    expect(employees).toMatchObject([{ email: 'first@bank2.test', counterparty_guid: other.guid }]);
    const sender = { as: 'employee', guid } as const;
    expect(await again({ seq, sender })).toMatchObject({ status: 403, reason: 'permission' });
    const sessions = world.rows().sessions?.length;
    const url = `/api/v1/counterparty/${other.guid}/accounts`;
    expect(await again({ seq, sender, url })).toMatchObject({ status: 200 });
    expect(world.rows().sessions?.length).toBe(sessions);
    await world.control.endSessions({ body: {} });
    expect(await again({ seq, sender, url })).toMatchObject({ status: 200 });
  });

  test('nobody, a bank with its own token, and a header that a person has typed', async () => {
    await world.api.listAccounts({ params: of(world) });
    const seq = newest('listAccounts');
    expect(await again({ seq, sender: { as: 'nobody' } })).toMatchObject({ status: 401 });
    const bank = await again({ seq, sender: { as: 'bank', token: 'eyJhbGciOiJub25lIn0.e30.' } });
    expect(bank).toMatchObject({ status: 401, reason: 'credential' });
    expect(bank.findings.map(({ rule }) => rule)).toContain('BANKJWT-01');
    const officer = await officerSession(world);
    const headers = { authorization: `bearer ${officer}` };
    expect(await again({ seq, sender: { as: 'nobody' }, headers })).toMatchObject({ status: 403 });
  });

  test('not by one who is disabled or does not exist', async () => {
    await world.api.listAccounts({ params: of(world) });
    const seq = newest('listAccounts');
    expect(await refusalOf(again({ seq, sender: { as: 'employee', guid: world.guid } }))).toEqual([
      400,
      'state',
      'employee not found',
    ]);
  });
});

describe('a request of its own', () => {
  test('by an employee, also to pages of the login, or by nobody', async () => {
    const { employees } = await world.control.listPeople({ query: { counterparty_guid: world.guid } });
    const as = { as: 'employee', guid: employees[0]?.guid ?? '' } as const;
    const url = `/api/v1/counterparty/${world.guid}/employees`;
    const served = await again({ method: 'get', url, sender: as });
    expect(served).toMatchObject({ operation: 'listEmployees', status: 200, method: 'GET' });
    expect(served).not.toHaveProperty('repeats');
    const whoami = await again({ method: 'GET', url: '/kratos/sessions/whoami', sender: as });
    expect(whoami).toMatchObject({ operation: 'whoami', status: 200 });
    expect(await again({ method: 'GET', url, sender: { as: 'nobody' } })).toMatchObject({ status: 401 });
  });

  test.each<[object, string]>([
    [
      { url: '/api/v1/counterparties', sender: { as: 'nobody' } },
      'method: required for a request without seq',
    ],
    [{ method: 'GET', sender: { as: 'nobody' } }, 'url: required for a request without seq'],
    [{ method: 'GET', url: '/api/v1/counterparties' }, 'a request without seq has no original'],
  ])('%j is refused', async (order, problem) => {
    const before = world.journal.last;
    expect((await refusalOf(again(order)))[2]).toContain(problem);
    expect(world.journal.search({}, 1000).some(({ seq }) => seq > before)).toBe(false);
  });
});

test('every employee and officer can be chosen, page by page', async () => {
  await officerSession(world);
  const first = await world.control.listPeople({ query: { limit: 1 } });
  const second = await world.control.listPeople({ query: { limit: 1, after: first.next } });
  const emails = [...first.employees, ...second.employees].map(({ email }) => email);
  expect(emails.sort()).toEqual(['first@bank1.test', 'officer@dcm.test']);
  expect(second.next).toBe('');
});

describe('refuses', () => {
  test.each<[string, object]>([
    ['no number', {}],
    ['an unknown number', { seq: 999_999 }],
    ['a number that is none', { seq: 'x' }],
    ['a method that is none', { seq: 1, method: 'GET /' }],
    ['a URL of another place', { seq: 1, url: 'https://elsewhere.example/' }],
    ['a URL with a space', { seq: 1, url: '/a b' }],
    ['a header that is no text', { seq: 1, headers: { a: 1 } }],
    ['an unknown sender', { seq: 1, sender: { as: 'admin' } }],
    ['an employee without a guid', { seq: 1, sender: { as: 'employee', guid: 'me' } }],
    ['a body that is no text', { seq: 1, body: {} }],
  ])('%s', async (_, body) => {
    const before = world.journal.last;
    const answer = await raw(world.app, 'POST', '/control/v1/requests', json).send(body);
    expect(answer.status).toBe(400);
    expect(world.journal.search({ after: before }, 10)).toEqual([]);
  });

  test('a number that the journal no longer has', async () => {
    await world.api.listAccounts({ params: of(world) });
    const seq = newest('listAccounts');
    await world.control.reset({ body: {} });
    expect(await refusalOf(again({ seq }))).toEqual([400, 'state', `journal entry ${seq} not found`]);
    expect((await refusalOf(prepare(seq)))[0]).toBe(400);
  });
});
