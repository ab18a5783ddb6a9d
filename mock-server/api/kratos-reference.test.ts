import type { UiNodeInputAttributes } from '@ory/kratos-client';
import { beforeEach, expect, test } from 'vitest';
import { raw } from '../client.testing.js';
import { sessionOf } from '../world.testing.js';
import { email, kratosWorld, password, refused } from './kratos-client.testing.js';

/** Every status and error id of the flows that are served, as Ory's published reference has them (ORY). */

let mock: Awaited<ReturnType<typeof kratosWorld>>['mock'];
let guid: string;
let ory: Awaited<ReturnType<typeof kratosWorld>>['ory'];
let recovered: Awaited<ReturnType<typeof kratosWorld>>['recovered'];
beforeEach(async () => {
  ({ mock, guid, ory, recovered } = await kratosWorld());
});

const nobody = '00000000-0000-4000-8000-000000000000';
const code = { method: 'code', email } as const;
const byPassword = { method: 'password', password } as const;
const credentials = { method: 'password', identifier: email, password } as const;

/** Status and `error.id` of a refusal that is no flow; every one has all that `errorGeneric` requires. */
async function errorOf(call: Promise<unknown>) {
  const { status, body } = await refused(call);
  const { error } = body as { error: { id?: string; code: number } };
  expect(error).toMatchObject({
    code: status,
    status: expect.any(String),
    reason: expect.any(String),
    message: expect.any(String),
  });
  return [status, error.id];
}
/** Ids of the messages of a flow sent back under 400. */
async function sentBack(call: Promise<unknown>) {
  const { status, body } = await refused(call);
  const { ui } = body as { ui: { messages: { id: number }[] } };
  return [status, ...ui.messages.map(({ id }) => id)];
}
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

test('a login flow under a valid session, by header or as bearer', async () => {
  const { xSessionToken } = await recovered();
  const known = [400, 'session_already_available'];
  expect(await errorOf(ory.createNativeLoginFlow({ xSessionToken }))).toEqual(known);
  expect(await errorOf(ory.createNativeLoginFlow({}, bearer(xSessionToken)))).toEqual(known);
  expect(await errorOf(ory.createNativeLoginFlow({ refresh: false, xSessionToken }))).toEqual(known);
  const again = await ory.createNativeLoginFlow({ refresh: true, xSessionToken });
  expect(again.data.refresh).toBe(true);
  const first = await ory.createNativeLoginFlow({ refresh: true, xSessionToken: 'unknown' });
  expect([first.data.refresh, first.data.requested_aal]).toEqual([false, 'aal1']);
  expect(await errorOf(ory.createNativeLoginFlow({ aal: 'aal2' }))).toEqual([401, 'session_aal1_required']);
  expect(await errorOf(ory.createNativeLoginFlow({ aal: 'aal9' }))).toEqual([400, undefined]);
  // The flow that was begun before the session, submitted under it; the refresh goes on.
  const submitted = { xSessionToken, updateLoginFlowBody: credentials };
  expect(await sentBack(ory.updateLoginFlow({ ...submitted, flow: first.data.id }))).toEqual([400, 4000001]);
  expect(await sentBack(ory.updateLoginFlow({ ...submitted, flow: again.data.id }))).toEqual([400, 4000006]);
});

test('a recovery flow under a valid session', async () => {
  const { data: flow } = await ory.createNativeRecoveryFlow();
  const { xSessionToken } = await recovered();
  const known = [400, 'session_already_available'];
  expect(await errorOf(ory.createNativeRecoveryFlow(bearer(xSessionToken)))).toEqual(known);
  const under = ory.updateRecoveryFlow(
    { flow: flow.id, updateRecoveryFlowBody: code },
    bearer(xSessionToken),
  );
  expect(await errorOf(under)).toEqual(known);
});

test('a flow that is unknown, of another kind, malformed or missing', async () => {
  const { xSessionToken } = await recovered();
  const { data: login } = await ory.createNativeLoginFlow();
  const { data: recovery } = await ory.createNativeRecoveryFlow();
  const submit = {
    login: (flow: string) => ory.updateLoginFlow({ flow, updateLoginFlowBody: credentials }),
    recovery: (flow: string) => ory.updateRecoveryFlow({ flow, updateRecoveryFlowBody: code }),
    settings: (flow: string) =>
      ory.updateSettingsFlow({ flow, xSessionToken, updateSettingsFlowBody: byPassword }),
  };
  for (const [kind, one] of Object.entries(submit)) {
    const other = kind === 'login' ? recovery.id : login.id;
    for (const [flow, status] of [
      [nobody, 404],
      [other, 404],
      ['none', 400],
      ['', 400],
    ] as const)
      expect([kind, flow, ...(await errorOf(one(flow)))]).toEqual([kind, flow, status, undefined]);
  }
});

test('an expired flow, with a new one', async () => {
  const { data: login } = await ory.createNativeLoginFlow();
  const { data: recovery } = await ory.createNativeRecoveryFlow();
  mock.time.pass(1_800_000);
  const { xSessionToken, settings } = await recovered();
  mock.time.pass(1_800_000);
  const gone = [410, 'self_service_flow_expired'];
  const late = () => ory.updateLoginFlow({ flow: login.id, updateLoginFlowBody: credentials });
  expect(await errorOf(late())).toEqual(gone);
  expect(await errorOf(ory.updateRecoveryFlow({ flow: recovery.id, updateRecoveryFlowBody: code }))).toEqual(
    gone,
  );
  const { body } = await refused(late());
  const { use_flow_id = '', expired_at } = body as { use_flow_id?: string; expired_at: string };
  expect(expired_at).toBe(login.expires_at);
  const next = ory.updateLoginFlow({ flow: use_flow_id, updateLoginFlowBody: credentials });
  expect(await sentBack(next)).toEqual([400, 4000006]);
  mock.time.pass(1_800_000);
  const form = { flow: settings, xSessionToken, updateSettingsFlowBody: byPassword };
  expect(await errorOf(ory.updateSettingsFlow(form))).toEqual(gone);
});

test('the session of settings and whoami, by header or as bearer', async () => {
  const { xSessionToken, settings } = await recovered();
  const inactive = [401, 'session_inactive'];
  for (const item of [
    () => ory.createNativeSettingsFlow(),
    () => ory.createNativeSettingsFlow({}, bearer('unknown')),
    () => ory.updateSettingsFlow({ flow: settings, updateSettingsFlowBody: byPassword }),
    () => ory.toSession(),
    () => ory.toSession({ xSessionToken: 'unknown' }),
  ])
    expect(await errorOf(item())).toEqual(inactive);
  expect((await ory.createNativeSettingsFlow({}, bearer(xSessionToken))).data.identity.traits).toEqual({
    email,
  });
  for (const { data, headers } of [
    await ory.toSession({ xSessionToken }),
    await ory.toSession({}, bearer(xSessionToken)),
  ]) {
    expect(data).toMatchObject({
      active: true,
      authenticator_assurance_level: 'aal1',
      identity: { traits: { email } },
    });
    expect(headers['x-kratos-authenticated-identity-id']).toBe(data.identity?.id);
  }
  const saved = ory.updateSettingsFlow(
    { flow: settings, updateSettingsFlowBody: byPassword },
    bearer(xSessionToken),
  );
  expect((await saved).data.state).toBe('success');
});

test('settings of another identity, and by a session that is too old', async () => {
  const { xSessionToken } = await recovered();
  const { data: flow } = await ory.createNativeSettingsFlow({ xSessionToken });
  const other = await sessionOf(mock, guid, 'second@bank1.test');
  const form = { flow: flow.id, updateSettingsFlowBody: byPassword };
  expect(await errorOf(ory.updateSettingsFlow({ ...form, xSessionToken: other }))).toEqual([
    ...[403, 'security_identity_mismatch'],
  ]);
  mock.time.pass(3_600_001);
  const { data: later } = await ory.createNativeSettingsFlow({ xSessionToken });
  expect(await errorOf(ory.updateSettingsFlow({ ...form, flow: later.id, xSessionToken }))).toEqual([
    ...[403, 'session_refresh_required'],
  ]);
});

test('a method that is not switched on is not served as another one', async () => {
  const { xSessionToken, settings } = await recovered();
  const { data: flow } = await ory.createNativeRecoveryFlow();
  const before = (await mock.control.listMail({ query: { to: email } })).mails.length;
  const link = { method: 'link', email } as const;
  expect(await sentBack(ory.updateRecoveryFlow({ flow: flow.id, updateRecoveryFlowBody: link }))).toEqual([
    400, 4010005,
  ]);
  expect((await mock.control.listMail({ query: { to: email } })).mails).toHaveLength(before);
  const { data: login } = await ory.createNativeLoginFlow();
  const oidc = { method: 'oidc', provider: 'x' } as const;
  expect(await sentBack(ory.updateLoginFlow({ flow: login.id, updateLoginFlowBody: oidc }))).toEqual([
    ...[400, 4010002],
  ]);
  const profile = { method: 'profile', traits: { email: 'x@y.test' } } as const;
  const form = { flow: settings, xSessionToken, updateSettingsFlowBody: profile };
  expect(await sentBack(ory.updateSettingsFlow(form))).toEqual([400, 4010004]);
});

test('a native flow has an empty csrf token', async () => {
  const { xSessionToken } = await recovered();
  for (const { data } of [
    await ory.createNativeLoginFlow(),
    await ory.createNativeRecoveryFlow(),
    await ory.createNativeSettingsFlow({ xSessionToken }),
  ]) {
    const csrf = data.ui.nodes.map(({ attributes }) => attributes as UiNodeInputAttributes);
    expect(csrf.find(({ name }) => name === 'csrf_token')).toMatchObject({ value: '', required: true });
  }
});

test('logout: 204, again 204, and 403 for a token that never was', async () => {
  const { xSessionToken } = await recovered();
  const out = (session_token: string) =>
    ory.performNativeLogout({ performNativeLogoutBody: { session_token } });
  for (let time = 0; time < 2; time++) {
    const { status, data } = await out(xSessionToken);
    expect([status, data]).toEqual([204, '']);
  }
  expect(await errorOf(ory.toSession({ xSessionToken }))).toEqual([401, 'session_inactive']);
  for (const token of ['unknown', '']) expect(await errorOf(out(token))).toEqual([403, undefined]);
});

test('what is no JSON, or of another type', async () => {
  const { data: flow } = await ory.createNativeLoginFlow();
  const path = `/kratos/self-service/login?flow=${flow.id}`;
  for (const [type, text, status] of [
    ['application/json', '{', 400],
    ['application/json', '{"password":5}', 400],
    ['text/plain', 'x', 415],
  ] as const) {
    const answer = await raw(mock.app, 'POST', path, { 'content-type': type }).send(text);
    expect([answer.status, answer.body.error.code]).toEqual([status, status]);
    expect(Object.keys(answer.body.error).sort()).toEqual(['code', 'message', 'reason', 'status']);
  }
});
