import { expect, test } from 'vitest';
import { raw } from '../client.testing.js';
import { answers } from '../fake-bank.testing.js';
import {
  createWorld,
  customer,
  draft,
  fund,
  fundedCustomer,
  of,
  transfer,
  type World,
} from '../world.testing.js';

/** Marked secrets in every place that has one; none of them may come out of the journal. */

const marked = 'S3CR3T';

/** Everything that the journal answers: search and await. */
async function journalOf(world: World): Promise<string> {
  const journal = await raw(world.app, 'POST', '/control/v1/journal/search').send({
    match: {},
    limit: 10_000,
  });
  const found = await raw(world.app, 'POST', '/control/v1/journal/await').send({ match: {}, timeout_ms: 0 });
  const findings = await raw(world.app, 'GET', '/control/v1/findings');
  expect([journal.status, found.status, findings.status]).toEqual([200, 200, 200]);
  return journal.text + found.text + findings.text;
}

test('of the login, the recovery and the session', async () => {
  const world = await createWorld();
  const json = { 'content-type': 'application/json' };
  const flow = await world.anybody.createLoginFlow({});
  const csrf = `${marked}-csrf`;
  const password = `${marked}-Passw0rd`;
  const recovery = await world.anybody.createRecoveryFlow({});
  const query = { flow: recovery.id };
  await world.anybody.submitRecovery({ query, body: { method: 'code', email: 'first@bank1.test' } });
  const { mails } = await world.control.listMail({ query: { to: 'first@bank1.test' } });
  const code = mails.find(({ kind }) => kind === 'recovery-code')?.code ?? '';
  const passed = await world.anybody.submitRecovery({ query, body: { method: 'code', code } });
  const [first, second] = passed.continue_with ?? [];
  const session = first?.action === 'set_ory_session_token' ? first.ory_session_token : '';
  const settings = second?.action === 'show_settings_ui' ? second.flow.id : '';
  await raw(world.app, 'POST', `/kratos/self-service/settings?flow=${settings}`, {
    ...json,
    'x-session-token': session,
  }).send({ method: 'password', password });
  const login = `/kratos/self-service/login?flow=${flow.id}`;
  const body = { method: 'password', identifier: 'first@bank1.test', password, csrf_token: csrf };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const [headers, text] of [
    [json, `{"password":"${password}"`],
    [json, `{"password": ${password}}`],
    [json, JSON.stringify(password)],
    [json, JSON.stringify([{ password }])],
    [{ 'content-type': 'text/plain' }, `password=${password}`],
    [form, `method=other&password=${password}`],
    [form, `method=password&password=${password}x&identifier=first@bank1.test`],
  ] as const) {
    await raw(world.app, 'POST', login, headers).send(text);
  }
  const { session_token } = await world.anybody.submitLogin({ query: { flow: flow.id }, body });
  await raw(
    world.app,
    'GET',
    `/nowhere?session_token=${session_token}&a=1&token=${marked}&pass%77ord=${marked}`,
  );
  await world.as(session_token).listEmployees({ params: of(world) });
  await raw(world.app, 'GET', '/api/v1/dictionary/payment/category', {
    authorization: `Basic ${marked}`,
    cookie: `ory=${marked}`,
    'x-auth-token': marked,
    'cx-authorization': marked,
    'proxy-authorization': marked,
    'x-session-id': marked,
  });
  await world.anybody.logout({ body: { session_token } });
  const text = await journalOf(world);
  for (const secret of [marked, password, session, session_token, world.session, `"${code}"`]) {
    expect(secret).not.toBe('');
    expect(text).not.toContain(secret);
  }
  expect(text).toContain('bearer [redacted]');
  expect(text).toContain('Basic [redacted]');
  expect(text).toContain('/nowhere?session_token=[redacted]&a=1');
});

test('of the bank', async () => {
  const world = await createWorld({
    bank: { user_key_url: `http://user:${marked}@bank1.test/key?api_key=${marked}` },
  });
  world.bank.answers.key = answers(200, { key: marked });
  world.bank.answers.user_auth = answers(200, { external_id: 'one', key: marked, password: marked });
  await world.api.createAccount({ params: of(world), body: {} });
  const one = await customer(world, 'one');
  world.bank.answers.key = undefined as never;
  await fund(world, world, 10);
  await transfer(world, world.processing, one.guid, 10);
  const unusable = [
    marked,
    JSON.stringify(marked),
    { secret: marked },
    { Key: marked },
    { key: [marked] },
    { data: { value: marked } },
    [marked],
    { key: { key: marked } },
    { error: 'told to the client', trace: marked },
  ];
  for (const [index, body] of unusable.entries()) {
    for (const status of [200, 500]) {
      world.bank.answers.key = answers(status, body);
      const { guid } = await draft(world, one.guid, world.processing, 1 + index);
      await world.api.confirmPayment({ params: of(world), body: { guid } }).catch(() => {});
    }
  }
  const text = await journalOf(world);
  expect(text).not.toContain(marked);
  expect(text).toContain('told to the client');
  const tokens = world.bank.asked.map(({ token }) => token).filter((token) => token !== '');
  expect(tokens.length).toBeGreaterThan(10);
  for (const token of tokens) expect(text).not.toContain(token);
});

test('of the state: no seed, no secret, no password in clear', async () => {
  const world = await createWorld();
  await fundedCustomer(world, world, 'one', 10);
  await world.control.grantIdentifiers({ params: { guid: world.guid }, body: { amount: 5 } });
  await world.api.burnIdentifiers({ params: of(world), body: { amount: 5 } });
  const replacer = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);
  const text = JSON.stringify(world.rows(), replacer);
  expect(text).not.toMatch(/"S[A-Z2-7]{55}"/);
  expect(text).not.toContain('secret-of-');
  expect(text).not.toContain(world.session);
});

test('what is no secret is shown', async () => {
  const world = await createWorld();
  const one = await customer(world, 'one');
  await raw(world.app, 'GET', '/api/v1/dictionary/payment/category');
  const text = await journalOf(world);
  expect(text).toContain('"code":"UAH"');
  expect(text).toContain('"code":401');
  expect(text).toContain(one.guid);
});
