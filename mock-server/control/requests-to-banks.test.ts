import { decodeProtectedHeader } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { tokenDefects } from '../../contract/token-forge.js';
import { raw, refusalOf } from '../client.testing.js';
import { answers, unreachable } from '../fake-bank.testing.js';
import { createWorld, customer, fund, register, type World } from '../world.testing.js';

/** Requests to banks that a person wants: again, with a defect, and callbacks of their own. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

type Question = Parameters<World['control']['askBank']>[0]['body'];
const ask = async (more: Partial<Question> = {}) =>
  (
    await world.control.askBank({
      body: { counterparty_guid: world.guid, method: 'key', obj: 'keeper-ext-1', ...more },
    })
  ).entry;
const again = async (seq: number) => (await world.control.sendRequest({ body: { seq } })).entry;
const newest = (operation: string) => world.journal.search({ operation }, 1000).at(-1);

describe('a request to a bank, again', () => {
  test('has the same object, subject and flow, and a token of now', async () => {
    await customer(world, 'one');
    const first = newest('user_auth');
    world.time.pass(600_000);
    const entry = await again(first?.seq ?? 0);
    expect(entry).toMatchObject({
      direction: 'out',
      operation: 'user_auth',
      repeats: first?.seq,
      status: 200,
    });
    const { iat = 0, exp = 0, ...about } = entry.claims ?? {};
    expect(about).toEqual({ flow: first?.claims?.flow, obj: 'one', sub: 'first@bank1.test' });
    expect(iat - (first?.claims?.iat ?? 0)).toBe(600);
    const [before, now] = world.bank.of('user_auth');
    expect(now?.token).not.toBe(before?.token);
    expect(exp).toBe(now?.claims.exp);
  });

  test('of a callback has the same transfer', async () => {
    await fund(world, world, 5);
    world.bank.answers.transfer = answers(500);
    const first = newest('transfer');
    const entry = await again(first?.seq ?? 0);
    expect(entry).toMatchObject({ operation: 'transfer', status: 500, repeats: first?.seq });
    expect(entry.request.body).toEqual(first?.request.body);
    expect(entry.findings.map(({ rule }) => rule)).toEqual(['CALLBACK-01']);
  });

  test('cannot be changed', async () => {
    await customer(world, 'one');
    const seq = newest('user_auth')?.seq ?? 0;
    for (const change of [{ method: 'POST' }, { url: '/a' }, { headers: {} }, { body: '{}' }])
      expect(await refusalOf(world.control.sendRequest({ body: { seq, ...change } }))).toEqual([
        400,
        'invalid',
        'a request to a bank is sent again as it was: leave out what is changed',
      ]);
  });

  test('says what is missing of the counterparty', async () => {
    await customer(world, 'one');
    const seq = newest('user_auth')?.seq ?? 0;
    await world.control.updateRegistered({ params: world, body: { user_auth_url: '' } });
    expect(await refusalOf(again(seq))).toEqual([
      400,
      'invalid',
      'the counterparty has no URL for /user_auth: set it and try again',
    ]);
  });
});

describe('a reverse call', () => {
  test('by choice is in the journal with its outcome', async () => {
    const { admin_subject } = await world.control.getRegistered({ params: world });
    expect((await ask()).claims).toMatchObject({ sub: admin_subject });
    expect(admin_subject).not.toBe('');
    expect(await ask({ method: 'external_id', sub: 'me' })).toMatchObject({
      operation: 'external_id',
      status: 200,
      cause: 0,
      claims: { flow: 'sign-in', obj: 'keeper-ext-1', sub: 'me' },
    });
    world.bank.answers.key = unreachable;
    expect(await ask()).toMatchObject({ status: 0, error: 'connection refused by bank1.test' });
  });

  test('with each defect is sent, and shows nobody a token', async () => {
    world.bank.answers.key = answers(401);
    const { defects } = await world.control.listTokenDefects({});
    expect(defects.map(({ defect }) => defect).sort()).toEqual(Object.keys(tokenDefects).sort());
    const some = ['missing', 'alg-none', 'foreign-key', 'long-expired', 'hmac-public-key'];
    for (const defect of some) {
      const answer = await raw(world.app, 'POST', '/control/v1/reverse-calls').send({
        counterparty_guid: world.guid,
        method: 'key',
        obj: 'keeper-ext-1',
        defect,
      });
      expect(answer.status).toBe(200);
      expect(answer.body.entry.status).toBe(401);
      const token = world.bank.asked.at(-1)?.token ?? '';
      expect(token === '').toBe(defect === 'missing');
      const [, , signature = ''] = token.split('.');
      if (signature !== '') expect(answer.text).not.toContain(signature);
    }
  });

  test('names a key at the mock that sends it', async () => {
    await ask({ defect: 'key-at-dcm-url' });
    const { jku } = decodeProtectedHeader(world.bank.asked.at(-1)?.token ?? '');
    expect(jku).toMatch(/^http:\/\/127\.0\.0\.1.*\/control\/v1\/keys\/foreign\//);
    const shown = await raw(world.app, 'GET', new URL(String(jku)).pathname);
    expect(shown.body.keys).toHaveLength(1);
  });

  test('of a bank that opens for a broken token keeps its secret out of the response', async () => {
    const secret = 'S3CR3T-of-the-bank';
    world.bank.answers.key = answers(200, { key: secret });
    const entry = await ask({ defect: 'foreign-key' });
    expect(entry.status).toBe(200);
    expect(JSON.stringify(entry)).not.toContain(secret);
    world.bank.answers.key = answers(400, { error: `not for ${secret}` });
    const leak = await ask();
    expect(JSON.stringify(leak)).not.toContain(secret);
  });

  test.each<[Question['defect'], number, string[]]>([
    ['foreign-key', 401, []],
    ['foreign-key', 200, ['JWT-02']],
    ['foreign-key', 500, ['JWT-02']],
    ['missing', 400, ['JWT-01']],
    ['kid-missing', 200, ['JWT-15']],
    ['unknown-kid', 200, ['JWT-03']],
    ['alg-none', 200, ['JWT-05']],
    ['long-expired', 200, ['JWT-07']],
    ['claims-not-json', 200, ['JWT-08']],
    ['claims-not-utf', 200, ['JWT-18']],
  ])('with %s that is answered %i breaks %j', async (defect, status, rules) => {
    world.bank.answers.key = answers(status, status === 200 ? { key: 'x' } : {});
    world.bank.unread = true;
    const { findings } = await ask({ defect });
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    for (const { text } of findings) expect(text).toContain(`${defect}: `);
  });

  test.each<[object, string]>([
    [{ defect: 'unheard-of' }, 'defect: not one of listTokenDefects'],
    [{ flow: 'sign-out' }, 'flow: '],
    [{ method: 'sign' }, 'method: '],
    [{ obj: '' }, 'obj: '],
    [{ counterparty_guid: 'me' }, 'counterparty_guid: '],
  ])('refuses %j', async (more, text) => {
    const [status, , said] = await refusalOf(ask(more));
    expect(status).toBe(400);
    expect(said).toContain(text);
    expect(world.bank.asked).toEqual([]);
  });

  test('needs a counterparty that exists and has the URL', async () => {
    const guid = '00000000-0000-4000-8000-000000000000';
    expect(await refusalOf(ask({ counterparty_guid: guid }))).toEqual([
      400,
      'state',
      'counterparty not found',
    ]);
    const bare = await register(world, 'bare', { user_key_url: '' });
    expect((await refusalOf(ask({ counterparty_guid: bare.guid })))[2]).toBe(
      'the counterparty has no URL for /key: set it and try again',
    );
  });
});

describe('a callback', () => {
  const transaction_id = '11111111-2222-4333-8444-555555555555';
  type Callback = Parameters<World['control']['sendCallback']>[0]['body'];
  const send = (kind: Callback['kind']) =>
    world.control.sendCallback({ body: { counterparty_guid: world.guid, kind, transaction_id } });

  test.each(['pay-in', 'pay-out', 'transfer'] as const)(
    '%s is sent once, with values of one’s own',
    async (kind) => {
      const { entry } = await send(kind);
      expect(entry).toMatchObject({
        operation: kind,
        status: 200,
        url: `http://bank1.test/api/dcm/notify/${kind}`,
        request: { body: { transaction_id } },
      });
      expect(world.bank.of(kind).map(({ body }) => body)).toEqual([{ transaction_id }]);
      expect((await world.control.listDeliveries({ query: {} })).deliveries).toEqual([]);
    },
  );

  test('needs a place to go to, and a transfer by guid', async () => {
    await world.control.updateRegistered({ params: world, body: { callback_url: '' } });
    expect((await refusalOf(send('pay-in')))[2]).toBe(
      'the counterparty has no callback_url: set it and try again',
    );
    const bad = { counterparty_guid: world.guid, kind: 'pay-in', transaction_id: 'x' };
    expect((await raw(world.app, 'POST', '/control/v1/callbacks').send(bad)).status).toBe(400);
  });
});
