import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { createWorld, of } from '../world.testing.js';

/** Marked secrets in a request that is sent again: no response and no entry has any of them. */

const marked = 'S3CR3T';
const json = { 'content-type': 'application/json' };

test('what is redacted has to be given, and is shown nowhere', async () => {
  const world = await createWorld();
  const flow = await world.anybody.createLoginFlow({});
  const password = `${marked}-Passw0rd`;
  const path = `/kratos/self-service/login?flow=${flow.id}`;
  await raw(world.app, 'POST', path, json).send({
    method: 'password',
    identifier: 'first@bank1.test',
    password,
  });
  const seq = world.journal.search({ operation: 'submitLogin' }, 10).at(-1)?.seq ?? 0;
  const prepared = await raw(world.app, 'GET', `/control/v1/journal/entries/${seq}/request`);
  expect(prepared.body.gaps).toEqual([{ at: 'body.password', why: 'redacted' }]);
  const text = 'the journal does not have body.password as sent: give the value';
  expect((await refusalOf(world.control.sendRequest({ body: { seq } })))[2]).toBe(text);
  const sent = await raw(world.app, 'POST', '/control/v1/requests', json).send({
    seq,
    fill: { 'body.password': `${password}-again` },
  });
  expect(sent.status).toBe(200);
  expect(sent.body.entry).toMatchObject({ operation: 'submitLogin', repeats: seq });
  const all = await raw(world.app, 'POST', '/control/v1/journal/search', json).send({});
  for (const answer of [prepared, sent, all]) expect(answer.text).not.toContain(marked);
});

test('credentials stay in the mock: sessions, tokens of banks, whatever was typed', async () => {
  const world = await createWorld();
  await world.api.listAccounts({ params: of(world) });
  const accounts = `/api/v1/counterparty/${world.guid}/accounts`;
  const own = `eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.${marked}signature`;
  await raw(world.app, 'GET', accounts, { 'cx-authorization': own });
  await raw(world.app, 'GET', accounts, { authorization: `Token ${marked}-typed` });
  const { employees } = await world.control.listPeople({});
  const senders = [
    { as: 'original' },
    { as: 'nobody' },
    { as: 'bank', token: own },
    { as: 'employee', guid: employees[0]?.guid },
  ];
  const texts: string[] = [];
  for (const { seq, request } of world.journal.search({ operation: 'listAccounts' }, 10)) {
    expect(request.headers.authorization ?? request.headers['cx-authorization']).toContain('[redacted');
    texts.push((await raw(world.app, 'GET', `/control/v1/journal/entries/${seq}/request`)).text);
    texts.push((await raw(world.app, 'GET', `/control/v1/journal/entries/${seq}`)).text);
    for (const sender of senders) {
      const answer = await raw(world.app, 'POST', '/control/v1/requests', json).send({ seq, sender });
      expect(answer.status).toBe(200);
      texts.push(answer.text);
    }
  }
  const all = await raw(world.app, 'POST', '/control/v1/journal/search', json).send({});
  const shown = [...texts, all.text, inspect(world.rows(), { depth: 9, maxArrayLength: null })].join('\n');
  expect(shown).not.toContain(marked);
  expect(shown).not.toContain(world.session);
  expect(shown).not.toMatch(/ory_st_/);
});

test('credentials of the original are part of the memory that the journal may take', async () => {
  const world = await createWorld({ journalBytes: 20_000 });
  const authorization = `bearer ${'x'.repeat(6000)}`;
  for (let count = 0; count < 8; count++)
    await raw(world.app, 'GET', `/api/v1/counterparty/${world.guid}/accounts`, { authorization });
  expect(world.journal.search({ operation: 'listAccounts' }, 10).length).toBeLessThan(4);
  expect(world.journal.bytes).toBeLessThan(20_000);
});
