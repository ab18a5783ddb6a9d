import { beforeEach, describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { employeeRows } from '../domain/employees-collection.js';
import { createTestMock, type TestMock } from '../mock.testing.js';
import { register } from '../world.testing.js';

/** Login, recovery, settings and logout, as an employee goes through them (AUTH, UG-EMP). */

const email = 'first@bank1.test';
const password = 'Passw0rd!';
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

let mock: TestMock;
let guid: string;
beforeEach(async () => {
  mock = await createTestMock();
  ({ guid } = await register(mock));
  await mock.control.inviteEmployee({ params: { guid }, body: { email } });
});

/** The code mailed last; empty before the first one. */
const codeOf = async () => {
  const { mails } = await mock.control.listMail({ query: { to: email } });
  return mails.find(({ kind }) => kind === 'recovery-code')?.code ?? '';
};
const loginFlow = async () => (await mock.anybody.createLoginFlow({})).id;
const submit = (flow: string, body: object) =>
  mock.anybody.submitLogin({ query: { flow }, body: { method: 'password', ...body } });
const messageOf = (answer: { body: { ui: { messages: { id: number; text: string }[] } } }) =>
  answer.body.ui.messages[0];

async function recover() {
  mock.time.pass(1);
  const { id } = await mock.anybody.createRecoveryFlow({});
  await mock.anybody.submitRecovery({ query: { flow: id }, body: { method: 'code', email } });
  const passed = await mock.anybody.submitRecovery({
    query: { flow: id },
    body: { method: 'code', code: await codeOf() },
  });
  const [token, settings] = passed.continue_with ?? [];
  if (token?.action !== 'set_ory_session_token' || settings?.action !== 'show_settings_ui')
    throw new Error('no way on');
  return { session: token.ory_session_token, settings: settings.flow.id, recovery: id };
}

async function withPassword() {
  const { session, settings } = await recover();
  const headers = { 'x-session-token': session };
  await mock.anybody.submitSettings({
    query: { flow: settings },
    headers,
    body: { method: 'password', password },
  });
  return session;
}

test('the invitation leads to the reset page', async () => {
  const { mails } = await mock.control.listMail({ query: { to: email.toUpperCase() } });
  expect(mails).toMatchObject([{ kind: 'invitation', to: email, code: '' }]);
  expect(mails[0]?.text).toContain(
    'https://backoffice-bank1-integrate.dcmapis.com/reset-password/?email=first%40bank1.test',
  );
});

test('invitation, code, password, login, request, logout', async () => {
  await withPassword();
  const { session_token, session } = await submit(await loginFlow(), {
    identifier: email.toUpperCase(),
    password,
  });
  expect(session).toMatchObject({ active: true, identity: { traits: { email } } });
  expect(Date.parse(session.expires_at) - mock.time.clock.now()).toBe(86_400_000);
  const api = mock.as(session_token);
  const { employees: list } = await api.listEmployees({ params: { counterparty_guid: guid } });
  expect(list).toMatchObject([{ login: email, email, roles: ['Administrator'], is_disabled: false }]);
  expect(await mock.anybody.logout({ body: { session_token } })).toEqual({});
  expect((await refusalOf(api.listEmployees({ params: { counterparty_guid: guid } })))[1]).toBe('session');
});

describe('the login', () => {
  beforeEach(async () => {
    await withPassword();
  });
  const path = async () => `/kratos/self-service/login?flow=${await loginFlow()}`;
  const fields = { method: 'password', identifier: email, password };

  test('takes a form without a finding, JSON with one', async () => {
    const asForm = await raw(mock.app, 'POST', await path(), form).send(
      new URLSearchParams(fields).toString(),
    );
    expect([asForm.status, asForm.headers['dcm-finding']]).toEqual([200, undefined]);
    expect(Object.keys(asForm.body).sort()).toEqual(['session', 'session_token']);
    const asJson = await raw(mock.app, 'POST', await path(), json).send(JSON.stringify(fields));
    expect(asJson.status).toBe(200);
    expect(asJson.headers['dcm-finding']).toContain('LOGIN-01 must: submitLogin is documented with');
  });

  test('takes the older name of the e-mail field', async () => {
    expect(await submit(await loginFlow(), { password_identifier: email, password })).toHaveProperty(
      'session_token',
    );
  });

  test.each([
    ['another password', { identifier: email, password: 'Passw0rd?' }],
    ['another e-mail', { identifier: 'nobody@bank1.test', password }],
    ['nothing', {}],
  ])('sends the flow back on %s', async (_name, body) => {
    const flow = await loginFlow();
    const before = mock.rows();
    const answer = await raw(mock.app, 'POST', `/kratos/self-service/login?flow=${flow}`, form).send(
      new URLSearchParams({ method: 'password', ...body }).toString(),
    );
    expect([answer.status, answer.headers['dcm-reason'], answer.body.id]).toEqual([400, 'credential', flow]);
    expect(messageOf(answer)).toMatchObject({
      id: 4000006,
      text: expect.stringContaining('credentials are invalid'),
    });
    expect(mock.rows()).toEqual(before);
    expect(JSON.stringify(answer.body)).not.toContain('Passw0rd');
    expect(await submit(flow, { identifier: email, password })).toHaveProperty('session_token');
  });

  test('wants the method password', async () => {
    const refusal = await refusalOf(
      submit(await loginFlow(), { method: 'oidc', identifier: email, password }),
    );
    expect(refusal).toEqual([400, 'credential', expect.stringContaining('Could not find a strategy')]);
    expect(mock.findings()).toEqual(['REQUEST-01 method: expected "password"']);
  });

  test('is refused to a disabled employee', async () => {
    await mock.domain.center.store.write(async (tx) => {
      const row = await tx.first(employeeRows, 'email', email);
      if (row) await tx.put(employeeRows, { ...row, is_disabled: true });
    });
    expect((await refusalOf(submit(await loginFlow(), { identifier: email, password })))[0]).toBe(400);
    const { id } = await mock.anybody.createRecoveryFlow({});
    const former = await codeOf();
    await mock.anybody.submitRecovery({ query: { flow: id }, body: { method: 'code', email } });
    expect(await codeOf()).toBe(former);
  });

  test('needs a flow of its own kind that has not expired', async () => {
    const answered = async (flow: string) => {
      const answer = await raw(mock.app, 'POST', `/kratos/self-service/login?flow=${flow}`, form).send(
        new URLSearchParams(fields).toString(),
      );
      return [answer.status, answer.body.error?.id, answer.headers['dcm-reason']];
    };
    expect(await answered('malformed')).toEqual([400, undefined, 'state']);
    expect(await answered('')).toEqual([400, undefined, 'state']);
    expect(await answered(guid)).toEqual([404, undefined, 'invalid']);
    const { id } = await mock.anybody.createRecoveryFlow({});
    expect(await answered(id)).toEqual([404, undefined, 'invalid']);
    const [late, later] = [await loginFlow(), await loginFlow()];
    mock.time.pass(3_599_999);
    expect((await answered(later))[0]).toBe(200);
    mock.time.pass(1);
    expect(await answered(late)).toEqual([410, 'self_service_flow_expired', 'invalid']);
    // After an hour more nobody knows any more that it ever was.
    mock.time.pass(3_600_000);
    await loginFlow();
    expect(await answered(late)).toEqual([404, undefined, 'invalid']);
  });
});

test('without a password no one can log in', async () => {
  for (const text of ['', 'undefined', 'null']) {
    expect((await refusalOf(submit(await loginFlow(), { identifier: email, password: text })))[0]).toBe(400);
  }
});
