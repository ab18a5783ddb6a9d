import { beforeEach, expect, test } from 'vitest';
import { operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { explainedCause } from '../explained.testing.js';
import { bankSigner, signed } from '../own-token.testing.js';
import { addBank, createWorld, of, sessionOf, type World } from '../world.testing.js';

/** All of these are the same 401 (or 403) on the wire; what caused it is told apart. */

let world: World;
beforeEach(async () => {
  world = await createWorld();
});

const email = 'second@bank1.test';
const path = (guid = world.guid) => operations.listAccounts.path.replace('{counterparty_guid}', guid);
const get = (headers: Record<string, string>, guid?: string) => raw(world.app, 'GET', path(guid), headers);
const bearer = (token: string) => ({ authorization: `bearer ${token}` });

/** How each cause comes about: the headers of the request. */
const unauthorized: Readonly<Record<string, () => Promise<Record<string, string>>>> = {
  'no-credential': async () => ({}),
  'session-elsewhere': async () => ({ 'x-session-id': world.session }),
  'scheme-missing': async () => ({ authorization: world.session }),
  'scheme-other': async () => ({ authorization: `Basic ${world.session}` }),
  'authorization-form': async () => ({ authorization: `bearer ${world.session} more` }),
  'token-missing': async () => ({ authorization: 'bearer' }),
  'flow-as-session': async () => bearer((await world.anybody.createLoginFlow({})).id),
  'flow-as-token': async () => ({ authorization: (await world.anybody.createLoginFlow({})).id }),
  'two-credentials': async () => ({ ...bearer(world.session), 'cx-authorization': 'x' }),
  'jwt-as-session': async () => bearer(await (await bankSigner(world, 'ES256')).token()),
  'session-unknown': async () => bearer(`${world.session}x`),
  'session-expired': async () => {
    world.time.pass(world.domain.center.profile().session_ttl_s * 1000);
    return bearer(world.session);
  },
  'session-logged-out': async () => {
    await world.anybody.logout({ body: { session_token: world.session } });
    return bearer(world.session);
  },
  'session-new-password': async () => {
    const token = await sessionOf(world, world.guid, email, []);
    const guid = (await world.domain.employees.byEmail(email))?.guid ?? '';
    await world.domain.employees.setPassword(guid, 'Right-horse-1');
    return bearer(token);
  },
  'session-disabled': async () => {
    const token = await sessionOf(world, world.guid, email, []);
    const employee_guid = (await world.domain.employees.byEmail(email))?.guid ?? '';
    await world.api.updateEmployee({ params: { ...of(world), employee_guid }, body: { is_disabled: true } });
    return bearer(token);
  },
  'session-by-officer': async () => {
    await world.control.endSessions({ body: {} });
    return bearer(world.session);
  },
  'session-reset': async () => {
    await world.control.reset({ body: {} });
    return bearer(world.session);
  },
  'scheme-dcm-off': async () => {
    await world.control.updateRegistered({ params: { guid: world.guid }, body: { schemes: ['bank'] } });
    return bearer(world.session);
  },
  'bank-token-no-jwt': async () => ({ 'cx-authorization': 'x' }),
  'bank-token-is-session': async () => ({ 'cx-authorization': world.session }),
  'bank-token-with-bearer': async () => ({
    'cx-authorization': `bearer ${await (await bankSigner(world, 'ES256')).token()}`,
  }),
  'bank-token-kid': async () => {
    const { pair, token } = await bankSigner(world, 'ES256');
    const claims = JSON.parse(Buffer.from((await token()).split('.')[1] ?? '', 'base64url').toString());
    return { 'cx-authorization': await signed(claims, { alg: 'ES256', kid: 'other' }, pair.privateKey) };
  },
  'bank-token-signature': async () => {
    const token = await (await bankSigner(world, 'ES256')).token();
    const [header, claims] = token.split('.');
    return { 'cx-authorization': `${header}.${claims}.${Buffer.alloc(64, 1).toString('base64url')}` };
  },
  'bank-token-expired': async () => {
    const now = Math.floor(world.time.clock.now() / 1000);
    const token = await (await bankSigner(world, 'ES256')).token({ iat: now - 900, exp: now - 600 });
    return { 'cx-authorization': token };
  },
  'bank-token-future': async () => {
    const now = Math.floor(world.time.clock.now() / 1000);
    const token = await (await bankSigner(world, 'ES256')).token({ iat: now + 600, exp: now + 900 });
    return { 'cx-authorization': token };
  },
  'bank-token-claim': async () => ({
    'cx-authorization': await (await bankSigner(world, 'ES256')).token({ flow: 7 }),
  }),
  'bank-token-unfit': async () => ({
    'cx-authorization': await (await bankSigner(world, 'ES256')).token({ flow: 'sign-up' }),
  }),
  'bank-token-user': async () => ({
    'cx-authorization': await (await bankSigner(world, 'ES256')).token({ obj: 'nobody' }),
  }),
  'bank-token-scheme-off': async () => {
    const { token } = await bankSigner(world, 'ES256');
    await world.control.updateRegistered({ params: { guid: world.guid }, body: { schemes: ['dcm'] } });
    return { 'cx-authorization': await token() };
  },
};

test.each(Object.entries(unauthorized))('401 because of %s, and no other cause', async (cause, headers) => {
  const answer = await get(await headers());
  expect(answer.status).toBe(401);
  expect(explainedCause(world, answer)).toBe(cause);
});

test('without any of that it is served: the times and the one who ended it are named', async () => {
  expect((await get(bearer(world.session))).status).toBe(200);
  const at = new Date(world.time.clock.now()).toISOString();
  await world.control.endSessions({ body: {} });
  world.time.pass(60_000);
  expect((await get(bearer(world.session))).headers['dcm-hint']).toBe(
    `session-by-officer: all sessions were ended at ${at} through the control API; log in again: a client has to bear that its session ends at any time`,
  );
});

test('403: of another counterparty, an officer, without the permission, which is named with who may grant it', async () => {
  const other = await addBank(world, 'bank2');
  const foreign = await get(bearer(world.session), other.guid);
  expect([foreign.status, explainedCause(world, foreign)]).toEqual([403, 'other-counterparty']);
  expect(foreign.headers['dcm-hint']).toContain(other.guid);
  const clerk = await sessionOf(world, world.guid, email, []);
  const lacking = await get(bearer(clerk));
  expect([lacking.status, explainedCause(world, lacking)]).toEqual([403, 'permission-missing']);
  expect(lacking.headers['dcm-hint']).toContain('the permission accounts:GET');
  const [entry] = world.journal.search({ reason: 'permission', after: 0 }, 10).slice(-1);
  expect(entry?.why?.right.en).toContain('rbac:POST');
  expect(entry?.why?.right.uk).toContain('addRolePermission');
});

test('a session that was displaced says so, and an expired one that was swept still says when', async () => {
  const guid = (await world.domain.employees.byEmail('first@bank1.test'))?.guid ?? '';
  const employee = await world.domain.employees.get(guid);
  if (!employee) throw new Error('no employee');
  world.time.pass(1);
  for (let count = 0; count < 1000; count += 1) await world.domain.employees.beginSession(employee);
  const displaced = await get(bearer(world.session));
  expect(explainedCause(world, displaced)).toBe('session-displaced');
  const { token } = await world.domain.employees.beginSession(employee);
  world.time.pass(world.domain.center.profile().session_ttl_s * 1000);
  for (let count = 0; count < 60; count += 1) await world.domain.employees.beginSession(employee);
  expect(explainedCause(world, await get(bearer(token)))).toBe('session-expired');
});
