import { beforeEach, describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { createWorld, of, sessionOf, type World } from '../world.testing.js';

/** What was given out to an employee opens nothing once it was disabled or got another password. */

const email = 'second@bank1.test';
const password = 'Right-horse-1';
const json = { 'content-type': 'application/json' };

let world: World;
let guid: string;
let session: string;
beforeEach(async () => {
  world = await createWorld();
  session = await sessionOf(world, world.guid, email, ['Administrator']);
  guid = (await world.domain.employees.byEmail(email))?.guid ?? '';
  await world.domain.employees.setPassword(guid, password);
  session = await login();
});

async function login(): Promise<string> {
  const { id: flow } = await world.anybody.createLoginFlow({});
  const body = { method: 'password', identifier: email, password } as const;
  return (await world.anybody.submitLogin({ query: { flow }, body })).session_token;
}

const change = (body: object) =>
  world.api.updateEmployee({ params: { ...of(world), employee_guid: guid }, body });
const disable = () => change({ is_disabled: true });
const enable = () => change({ is_disabled: false });
const rename = () => change({ login: 'renamed@bank1.test' });
const works = (token: string) =>
  world
    .as(token)
    .listBranches({ params: of(world) })
    .then(
      () => true,
      () => false,
    );

async function codeSent() {
  const { id: flow } = await world.anybody.createRecoveryFlow({});
  await world.anybody.submitRecovery({ query: { flow }, body: { method: 'code', email } });
  const { mails } = await world.control.listMail({ query: { to: email } });
  const code = mails.find(({ kind }) => kind === 'recovery-code')?.code ?? '';
  const redeem = () => world.anybody.submitRecovery({ query: { flow }, body: { method: 'code', code } });
  return redeem;
}

const tokenOf = (recovered: Awaited<ReturnType<Awaited<ReturnType<typeof codeSent>>>>): string => {
  const [first] = recovered.continue_with ?? [];
  return first?.action === 'set_ory_session_token' ? first.ory_session_token : '';
};

async function setPassword(token: string, next: string) {
  const headers = { 'x-session-token': token };
  const { id } = await world.anybody.createSettingsFlow({ headers });
  return raw(world.app, 'POST', `/kratos/self-service/settings?flow=${id}`, { ...json, ...headers }).send(
    JSON.stringify({ method: 'password', password: next }),
  );
}

describe('a recovery code', () => {
  test('is refused while the employee is disabled, and leaves no session for later', async () => {
    const redeem = await codeSent();
    await disable();
    const before = world.rows().sessions;
    expect((await refusalOf(redeem())).slice(0, 2)).toEqual([400, 'credential']);
    expect(world.rows().sessions).toEqual(before);
    await enable();
    expect((await refusalOf(redeem())).slice(0, 2)).toEqual([400, 'credential']);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['disabled and enabled again', () => disable().then(enable)],
    ['given another e-mail address', rename],
    ['given another password', async () => setPassword(await login(), 'Other-horse-2')],
  ])('sent before the employee was %s is of no use', async (_what, act) => {
    const redeem = await codeSent();
    await act();
    expect((await refusalOf(redeem())).slice(0, 2)).toEqual([400, 'credential']);
  });

  test('redeemed before gives a session that disabling ends for good', async () => {
    const token = tokenOf(await (await codeSent())());
    expect(await works(token)).toBe(true);
    await disable();
    await enable();
    expect(await works(token)).toBe(false);
    expect((await setPassword(session, 'Other-horse-2').catch(() => ({ status: 401 }))).status).toBe(401);
  });
});

describe('sessions', () => {
  test('end for good with disabling', async () => {
    expect(await works(session)).toBe(true);
    await disable();
    expect(await works(session)).toBe(false);
    await enable();
    expect(await works(session)).toBe(false);
    expect(await works(await login())).toBe(true);
  });

  test('end with a new password, but for the one that set it', async () => {
    const other = await login();
    expect((await setPassword(session, 'Other-horse-2')).status).toBe(200);
    expect([await works(session), await works(other)]).toEqual([true, false]);
  });

  test('stay when the address changes', async () => {
    await rename();
    expect(await works(session)).toBe(true);
  });

  test('do not begin if the employee is disabled, or the password changed, during the login', async () => {
    const { employees } = world.domain;
    const shown = await employees.authenticate(email, password);
    if (!shown) throw new Error('the login is right');
    await employees.setPassword(guid, 'Other-horse-2');
    await expect(employees.beginSession(shown)).rejects.toMatchObject({ code: 'session' });
    const again = await employees.authenticate(email, 'Other-horse-2');
    await disable();
    await expect(employees.beginSession(again ?? shown)).rejects.toMatchObject({ code: 'session' });
    await enable();
    await expect(employees.beginSession(again ?? shown)).rejects.toMatchObject({ code: 'session' });
  });

  test('that have ended set no password, however far the setting has come', async () => {
    const held = await world.domain.employees.sessionOf(session);
    await disable();
    await enable();
    await expect(
      world.domain.employees.setPassword(guid, 'Other-horse-2', held?.session),
    ).rejects.toMatchObject({ code: 'session' });
    expect(await works(await login())).toBe(true);
  });
});
