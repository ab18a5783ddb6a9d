import { beforeEach, expect, test } from 'vitest';
import { unjudged } from '../client.testing.js';
import { explainedCause } from '../explained.testing.js';
import { createWorld, of, sessionOf, type World } from '../world.testing.js';

/** Kratos says the same for several causes; what it was is told apart. */

const email = 'second@bank1.test';
const password = 'Right-horse-1';
const hour = 3_600_000;

let world: World;
let guid: string;
beforeEach(async () => {
  world = await createWorld();
  await sessionOf(world, world.guid, email, []);
  guid = (await world.domain.employees.byEmail(email))?.guid ?? '';
});

const post = (kind: string, flow: string, body: object, token = '') =>
  unjudged(world.app, 'POST', `/kratos/self-service/${kind}?flow=${flow}`, {
    'content-type': 'application/json',
    ...(token && { 'x-session-token': token }),
  }).send(body);
const cause = async (sending: ReturnType<typeof post>) => explainedCause(world, await sending);

async function login(body: object = {}, token = '') {
  const { id } = await world.anybody.createLoginFlow({});
  return post('login', id, { method: 'password', identifier: email, password, ...body }, token);
}
const whyLogin = async (body: object = {}, token = '') => explainedCause(world, await login(body, token));

async function codeOf(to = email): Promise<string> {
  const { mails } = await world.control.listMail({ query: { to } });
  return mails.filter(({ kind }) => kind === 'recovery-code').at(-1)?.code ?? '';
}

test('a login: no such address, no password yet, another one, disabled, logged in already', async () => {
  expect(await whyLogin({ identifier: 'nobody@bank1.test' })).toBe('login-email');
  expect(await whyLogin()).toBe('login-no-password');
  await world.domain.employees.setPassword(guid, password);
  expect(await whyLogin({ password: 'x' })).toBe('login-password');
  const { session_token } = (await login()).body;
  expect(session_token).toMatch(/^ory_st_/);
  expect(await whyLogin({}, session_token)).toBe('logged-in-already');
  const params = { ...of(world), employee_guid: guid };
  await world.api.updateEmployee({ params, body: { is_disabled: true } });
  expect(await whyLogin()).toBe('login-disabled');
});

test('a recovery: no code, a wrong one, a used one, too many, one from before a new address', async () => {
  const { id } = await world.anybody.createRecoveryFlow({});
  const send = (body: object, flow = id) => post('recovery', flow, { method: 'code', ...body });
  expect(await cause(send({}))).toBe('recovery-email');
  expect(await cause(send({ code: '000000' }))).toBe('recovery-no-code');
  await send({ email });
  expect(await cause(send({ code: 'x' }))).toBe('recovery-code');
  expect((await send({ code: await codeOf() })).status).toBe(200);
  expect(await cause(send({ code: await codeOf() }))).toBe('recovery-no-code');
  for (let count = 0; count < 3; count += 1) await send({ code: 'x' });
  expect(await cause(send({ code: 'x' }))).toBe('recovery-attempts');
  const second = (await world.anybody.createRecoveryFlow({})).id;
  await send({ email }, second);
  const code = await codeOf();
  const params = { ...of(world), employee_guid: guid };
  await world.api.updateEmployee({ params, body: { login: 'renamed@bank1.test' } });
  expect(await cause(send({ code }, second))).toBe('recovery-outdated');
});

test('a flow and a session: unknown, expired, of another, too old', async () => {
  const whoami = (headers: Record<string, string>) =>
    unjudged(world.app, 'GET', '/kratos/sessions/whoami', headers);
  expect(explainedCause(world, await whoami({}))).toBe('no-session');
  expect(explainedCause(world, await whoami({ 'x-session-id': world.session }))).toBe('no-session-but');
  expect(explainedCause(world, await whoami({ 'x-session-token': 'x' }))).toBe('session-unknown');
  const headers = { 'x-session-token': world.session };
  const { id } = await world.anybody.createSettingsFlow({ headers });
  const other = await sessionOf(world, world.guid, 'third@bank1.test', []);
  const settings = (token: string, flow = id) =>
    post('settings', flow, { method: 'password', password }, token);
  expect(await cause(settings(other))).toBe('flow-of-another');
  world.time.pass(hour + 1);
  expect(await cause(settings(world.session))).toBe('flow-expired');
  const next = (await world.anybody.createSettingsFlow({ headers })).id;
  expect(await cause(settings(world.session, next))).toBe('session-too-old');
});
