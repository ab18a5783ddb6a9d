import { beforeEach, expect, test } from 'vitest';
import { email, kratosWorld, password, refused } from './kratos-client.testing.js';

/** Login, recovery and settings by Ory's own published client. */

let world: Awaited<ReturnType<typeof kratosWorld>>;
beforeEach(async () => {
  world = await kratosWorld();
});

async function login(given: string) {
  const { ory } = world;
  const { data: flow } = await ory.createNativeLoginFlow();
  const body = { method: 'password', identifier: email, password: given } as const;
  return ory.updateLoginFlow({ flow: flow.id, updateLoginFlowBody: body });
}

test('an invited employee recovers, sets a password, logs in, calls DCM and logs out', async () => {
  const { mock, guid, ory, recovered } = world;
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
  const { ory, recovered } = world;
  const { xSessionToken } = await recovered();
  const { data: flow } = await ory.createNativeSettingsFlow({ xSessionToken });
  const body = { method: 'password', password } as const;
  await ory.updateSettingsFlow({ flow: flow.id, xSessionToken, updateSettingsFlowBody: body });
  expect((await login(password)).data.session_token).toBeTruthy();
  expect(await refused(ory.createNativeSettingsFlow({ xSessionToken: 'x' }))).toMatchObject({ status: 401 });
});

test('refusals have the shapes that the client declares', async () => {
  const { ory, recovered } = world;
  const wrong = await refused(login('Wrong-Horse-7'));
  expect(wrong).toMatchObject({ status: 400, body: { ui: { messages: [{ id: 4000006, type: 'error' }] } } });
  const { settings, xSessionToken } = await recovered();
  const weak = { method: 'password', password: 'weak' } as const;
  const refusal = ory.updateSettingsFlow({ flow: settings, xSessionToken, updateSettingsFlowBody: weak });
  expect(await refused(refusal)).toMatchObject({
    status: 400,
    body: { ui: { messages: [{ type: 'error' }] } },
  });
});
