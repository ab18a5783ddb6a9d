import { Configuration, FrontendApi } from '@ory/kratos-client';
import { beforeEach, expect, test } from 'vitest';
import { listening } from '../listening.testing.js';
import { createTestMock, type TestMock } from '../mock.testing.js';
import { register } from '../world.testing.js';

/** Login, recovery and settings by Ory's own published client. */

const email = 'first@bank1.test';
const password = 'Correct-Horse-7';

let mock: TestMock;
let guid: string;
let ory: FrontendApi;
beforeEach(async () => {
  mock = await createTestMock();
  guid = (await register(mock)).guid;
  await mock.control.inviteEmployee({ params: { guid }, body: { email } });
  ory = new FrontendApi(new Configuration({ basePath: `${await listening(mock.app)}/kratos` }));
});

async function codeOf(): Promise<string> {
  const { mails } = await mock.control.listMail({ query: { to: email } });
  return mails.find(({ kind }) => kind === 'recovery-code')?.code ?? '';
}

/** The whole recovery, to the session and the settings flow that it ends in. */
async function recovered() {
  const { data: flow } = await ory.createNativeRecoveryFlow();
  const body = { method: 'code', email } as const;
  const sent = await ory.updateRecoveryFlow({ flow: flow.id, updateRecoveryFlowBody: body });
  expect([flow.state, sent.data.state, sent.data.ui.messages?.[0]?.id]).toEqual([
    'choose_method',
    'sent_email',
    1060003,
  ]);
  const { data } = await ory.updateRecoveryFlow({
    flow: flow.id,
    updateRecoveryFlowBody: { method: 'code', code: await codeOf() },
  });
  expect(data.state).toBe('passed_challenge');
  let xSessionToken = '';
  let settings = '';
  for (const one of data.continue_with ?? []) {
    if (one.action === 'set_ory_session_token') xSessionToken = one.ory_session_token;
    if (one.action === 'show_settings_ui') settings = one.flow.id;
  }
  return { xSessionToken, settings };
}

async function login(given: string) {
  const { data: flow } = await ory.createNativeLoginFlow();
  const body = { method: 'password', identifier: email, password: given } as const;
  return ory.updateLoginFlow({ flow: flow.id, updateLoginFlowBody: body });
}

/** Status and body of a refusal. */
async function refused(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const response = error instanceof Error && 'response' in error ? error.response : undefined;
  if (response === undefined) throw new Error('not refused by an answer', { cause: error });
  const { status, data } = response as { status: number; data: unknown };
  return { status, body: data };
}

test('an invited employee recovers, sets a password, logs in, calls DCM and logs out', async () => {
  const { xSessionToken, settings } = await recovered();
  const saved = await ory.updateSettingsFlow({
    flow: settings,
    xSessionToken,
    updateSettingsFlowBody: { method: 'password', password },
  });
  expect([saved.data.state, saved.data.identity.traits]).toEqual(['success', { email }]);

  const { data, headers } = await login(password);
  expect(data.session).toMatchObject({ active: true, identity: { traits: { email } } });
  // Documented is a form; Ory's client sends JSON, which is served with a finding.
  expect(headers['dcm-finding']).toMatch(/^LOGIN-01 /);
  const token = data.session_token ?? '';
  const { total } = await mock.as(token).listEmployees({ params: { counterparty_guid: guid } });
  expect(total).toBe(1);

  await ory.performNativeLogout({ performNativeLogoutBody: { session_token: token } });
  await expect(mock.as(token).listEmployees({ params: { counterparty_guid: guid } })).rejects.toThrow(
    'HTTP 401',
  );
});

test('a settings flow of its own begins with the session', async () => {
  const { xSessionToken } = await recovered();
  const { data: flow } = await ory.createNativeSettingsFlow({ xSessionToken });
  const body = { method: 'password', password } as const;
  await ory.updateSettingsFlow({ flow: flow.id, xSessionToken, updateSettingsFlowBody: body });
  expect((await login(password)).data.session_token).toBeTruthy();
  expect(await refused(ory.createNativeSettingsFlow({ xSessionToken: 'x' }))).toMatchObject({ status: 401 });
});

test('refusals have the shapes that the client declares', async () => {
  const wrong = await refused(login('Wrong-Horse-7'));
  expect(wrong).toMatchObject({ status: 400, body: { ui: { messages: [{ id: 4000006, type: 'error' }] } } });
  const { settings, xSessionToken } = await recovered();
  const weak = { method: 'password', password: 'weak' } as const;
  const refusal = ory.updateSettingsFlow({ flow: settings, xSessionToken, updateSettingsFlowBody: weak });
  expect(await refused(refusal)).toMatchObject({
    status: 400,
    body: { ui: { messages: [{ type: 'error' }] } },
  });
  const unknown = { method: 'code', code: '000000' } as const;
  const gone = ory.updateRecoveryFlow({ flow: 'none', updateRecoveryFlowBody: unknown });
  expect(await refused(gone)).toMatchObject({ status: 410, body: { error: { code: 410 } } });
});
