import { beforeEach, describe, expect, test } from 'vitest';
import { raw, refusalOf } from '../client.testing.js';
import { createTestMock, type TestMock } from '../mock.testing.js';
import { register, sessionOf } from '../world.testing.js';

/** Recovery codes and the password policy. */

const email = 'first@bank1.test';
const json = { 'content-type': 'application/json' };

let mock: TestMock;
let flow: string;
beforeEach(async () => {
  mock = await createTestMock();
  const { guid } = await register(mock);
  await mock.control.inviteEmployee({ params: { guid }, body: { email } });
  await sessionOf(mock, guid, 'second@bank1.test');
  flow = (await mock.anybody.createRecoveryFlow({})).id;
});

const mails = async () =>
  (await mock.control.listMail({ query: { to: email } })).mails.filter(
    ({ kind }) => kind === 'recovery-code',
  );
const send = (body: object) =>
  mock.anybody.submitRecovery({ query: { flow }, body: { method: 'code', ...body } });
const rejected = async (code: string) => {
  const answer = await raw(mock.app, 'POST', `/kratos/self-service/recovery?flow=${flow}`, json).send(
    JSON.stringify({ method: 'code', code }),
  );
  return [answer.status, answer.body.ui?.messages?.[0]?.id, answer.headers['dcm-reason']];
};
const wrong = [400, 4060006, 'credential'];

test('the code goes to the mailbox and to nowhere else', async () => {
  const answer = await send({ email });
  const [mail] = await mails();
  expect(mail?.code).toMatch(/^\d{6}$/);
  expect(mail?.text).toContain(mail?.code);
  expect(JSON.stringify(answer)).not.toContain(mail?.code);
  expect(answer).toMatchObject({ state: 'sent_email', ui: { messages: [{ id: 1060003, type: 'info' }] } });
});

test('an unknown address gets the same answer and no mail', async () => {
  const answer = await send({ email: 'nobody@bank1.test' });
  expect(answer).toMatchObject({ state: 'sent_email', ui: { messages: [{ id: 1060003 }] } });
  expect((await mock.control.listMail({})).mails.filter(({ kind }) => kind === 'recovery-code')).toEqual([]);
  expect(await rejected('')).not.toEqual(wrong);
  expect(await rejected('000000')).toEqual(wrong);
});

test('a form is taken without a finding: no encoding is documented', async () => {
  const answer = await raw(mock.app, 'POST', `/kratos/self-service/recovery?flow=${flow}`, {
    'content-type': 'application/x-www-form-urlencoded',
  }).send(`email=${encodeURIComponent(email)}&method=code`);
  expect([answer.status, answer.headers['dcm-finding']]).toEqual([200, undefined]);
});

test('a code is good once', async () => {
  await send({ email });
  const [{ code } = { code: '' }] = await mails();
  expect(await send({ code })).toMatchObject({ state: 'passed_challenge' });
  expect(await rejected(code)).toEqual(wrong);
});

test('five wrong codes end the code', async () => {
  await send({ email });
  const [{ code } = { code: '' }] = await mails();
  const other = code === '000000' ? '111111' : '000000';
  for (let attempt = 0; attempt < 4; attempt++) expect(await rejected(other)).toEqual(wrong);
  expect(await rejected(other)).toEqual(wrong);
  expect(await rejected(code)).toEqual(wrong);
});

test('neither e-mail nor code', async () => {
  expect(await refusalOf(send({}))).toEqual([400, 'credential', 'Property email is missing.']);
});

describe('the password', () => {
  async function settings() {
    await send({ email });
    const [{ code } = { code: '' }] = await mails();
    const { continue_with } = await send({ code });
    const [token, ui] = continue_with ?? [];
    if (token?.action !== 'set_ory_session_token' || ui?.action !== 'show_settings_ui')
      throw new Error('no way on');
    return { token: token.ory_session_token, id: ui.flow.id };
  }
  const set = (id: string, token: string, password: string) =>
    raw(mock.app, 'POST', `/kratos/self-service/settings?flow=${id}`, {
      ...json,
      'x-session-token': token,
    }).send(JSON.stringify({ method: 'password', password }));

  test.each([
    ['Sh0rt!a', 'at least 8 characters'],
    ['passw0rd!', 'a capital letter'],
    ['PASSW0RD!', 'a lower-case letter'],
    ['Password!', 'a digit'],
    ['Passw0rdd', 'a special symbol'],
    ['', 'at least 8 characters, a capital letter, a lower-case letter, a digit, a special symbol'],
  ])('%j lacks %s', async (password, missing) => {
    const { token, id } = await settings();
    const before = mock.rows();
    const answer = await set(id, token, password);
    expect(answer.status).toBe(400);
    expect(answer.body.ui.messages[0].text).toBe(`The password needs ${missing}.`);
    expect(mock.rows()).toEqual(before);
  });

  test('of letters of any alphabet is good, and kept as a hash', async () => {
    const { token, id } = await settings();
    const answer = await set(id, token, 'Пароль-123');
    expect([answer.status, answer.body.state, answer.body.identity.traits]).toEqual([
      200,
      'success',
      { email },
    ]);
    const rows = JSON.stringify(mock.rows().employees);
    expect(rows).toContain('scrypt$');
    expect(rows).not.toContain('Пароль');
  });

  test("cannot be set without a session, or by another employee's", async () => {
    const { token, id } = await settings();
    const other = await mock.domain.employees.byEmail('second@bank1.test');
    if (!other) throw new Error('no second employee');
    const foreign = (await mock.domain.employees.beginSession(other)).token;
    for (const given of ['', 'unknown']) {
      const answer = await set(id, given, 'Passw0rd!');
      expect([answer.status, answer.body.error.id]).toEqual([401, 'session_inactive']);
    }
    const others = await set(id, foreign, 'Passw0rd!');
    expect([others.status, others.body.error.id]).toEqual([403, 'security_identity_mismatch']);
    expect((await set('unknown', token, 'Passw0rd!')).status).toBe(400);
  });

  test('can be changed later by a settings flow of the own session', async () => {
    const { token } = await settings();
    const headers = { 'x-session-token': token };
    const { id, identity } = await mock.anybody.createSettingsFlow({ headers });
    expect(identity.traits).toEqual({ email });
    expect((await set(id, token, 'Passw0rd!')).status).toBe(200);
    expect((await refusalOf(mock.anybody.createSettingsFlow({})))[0]).toBe(401);
  });
});
