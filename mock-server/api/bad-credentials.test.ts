import { beforeEach, expect, test } from 'vitest';
import { operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { employeeRows } from '../domain/employees-collection.js';
import { sessionRows } from '../domain/sessions-collection.js';
import { addBank, createWorld, sessionOf, type World } from '../world.testing.js';

const envelope = {
  error: { code: 401, status: 'Unauthorized', message: 'Access credentials are invalid' },
};
const forbidden = {
  error: {
    code: 403,
    status: 'Forbidden',
    message: 'Access credentials are not sufficient to access this resource',
  },
};
/** authenticateJwt knows the bank's own tokens only: own-tokens.test.ts. */
const guarded = Object.values(operations).filter(({ caller }) => caller === 'employee');

let world: World;
beforeEach(async () => {
  world = await createWorld({ profile: { session_ttl_s: 60 } });
});

const pathOf = (template: string, guid = world.guid) =>
  template.replace('{counterparty_guid}', guid).replaceAll(/\{\w+\}/g, world.emission);

async function csrfToken(): Promise<string> {
  const flow = await world.anybody.createLoginFlow({});
  return flow.ui.nodes.find(({ attributes }) => attributes.name === 'csrf_token')?.attributes.value ?? 'none';
}

const last = () => world.journal.search({ direction: 'in' }, 10_000).at(-1);

interface Case {
  readonly name: string;
  readonly headers: () => Record<string, string> | Promise<Record<string, string>>;
  readonly reason: 'credential' | 'session';
  readonly finding?: string | readonly string[];
}

const cases: readonly Case[] = [
  { name: 'none', headers: () => ({}), reason: 'credential' },
  { name: 'empty', headers: () => ({ authorization: '' }), reason: 'credential' },
  {
    name: 'Basic',
    headers: () => ({ authorization: `Basic ${Buffer.from('a:b').toString('base64')}` }),
    reason: 'credential',
    finding: 'LOGIN-02',
  },
  {
    name: 'the bare session token',
    headers: () => ({ authorization: world.session }),
    reason: 'credential',
    finding: 'LOGIN-02',
  },
  {
    name: 'the scheme word alone',
    headers: () => ({ authorization: 'bearer' }),
    reason: 'credential',
    finding: 'REQUEST-03',
  },
  {
    name: 'the csrf token of a flow, which is empty',
    headers: async () => ({ authorization: `bearer ${await csrfToken()}` }),
    reason: 'credential',
    finding: 'REQUEST-03',
  },
  {
    name: 'the id of a flow as bearer',
    headers: async () => ({ authorization: `bearer ${(await world.anybody.createLoginFlow({})).id}` }),
    reason: 'session',
    finding: 'REQUEST-03',
  },
  {
    name: 'the bare id of a flow',
    headers: async () => ({ authorization: (await world.anybody.createLoginFlow({})).id }),
    reason: 'credential',
    finding: ['REQUEST-03', 'LOGIN-02'],
  },
  {
    name: 'an unknown token',
    headers: () => ({ authorization: 'bearer ory_st_unknown' }),
    reason: 'session',
  },
  {
    name: 'both headers',
    headers: () => ({ authorization: `bearer ${world.session}`, 'cx-authorization': 'eyJ.eyJ.sig' }),
    reason: 'credential',
    finding: 'BANKJWT-04',
  },
  {
    name: 'CX-Authorization',
    headers: () => ({ 'cx-authorization': 'eyJ.eyJ.sig', authorization: '' }),
    reason: 'credential',
    finding: 'BANKJWT-01',
  },
];

test.each(cases)(
  'credentials: $name: every operation answers 401 and does nothing',
  async ({ headers, reason, finding }) => {
    for (const { id, method, path } of guarded) {
      const sent = await headers();
      const before = world.rows();
      const answer = await raw(world.app, method, pathOf(path), sent);
      expect([id, answer.status, answer.headers['dcm-reason'], answer.body]).toEqual([
        ...[id, 401, reason, envelope],
      ]);
      expect(world.rows()).toEqual(before);
      expect(last()).toMatchObject({ operation: id, status: 401, reason });
      const findings = last()?.findings.map(({ rule }) => rule);
      expect([id, findings]).toEqual([id, [finding ?? []].flat()]);
      for (const rule of [finding ?? []].flat()) expect(answer.headers['dcm-finding']).toContain(rule);
      expect(world.bank.asked).toEqual([]);
    }
  },
);

const listPath = () => pathOf(operations.listAccounts.path);
const bearer = (token: string, scheme = 'bearer') => ({ authorization: `${scheme} ${token}` });

test.each(['bearer', 'Bearer', 'BEARER'])('the scheme word %s is taken', async (scheme) => {
  const answer = await raw(world.app, 'GET', listPath(), bearer(world.session, scheme));
  expect([answer.status, answer.headers['dcm-finding']]).toEqual([200, undefined]);
});

test('an empty CX-Authorization counts as absent', async () => {
  const headers = { ...bearer(world.session), 'cx-authorization': '' };
  expect((await raw(world.app, 'GET', listPath(), headers)).status).toBe(200);
});

test('a session lives as long as session_ttl_s says, on the wall clock', async () => {
  world.time.pass(59_999);
  expect((await raw(world.app, 'GET', listPath(), bearer(world.session))).status).toBe(200);
  world.time.pass(1);
  const answer = await raw(world.app, 'GET', listPath(), bearer(world.session));
  expect([answer.status, answer.headers['dcm-reason'], answer.body]).toEqual([401, 'session', envelope]);
});

test('moving the ledger clock ends no session', async () => {
  await world.control.moveClock({ body: { forward_s: 1_000_000 } });
  expect((await raw(world.app, 'GET', listPath(), bearer(world.session))).status).toBe(200);
});

test('disabling an employee ends the session', async () => {
  await world.domain.center.store.write(async (tx) => {
    const row = await tx.first(employeeRows, 'counterparty', world.guid);
    if (row) await tx.put(employeeRows, { ...row, is_disabled: true });
  });
  const answer = await raw(world.app, 'GET', listPath(), bearer(world.session));
  expect([answer.status, answer.headers['dcm-reason']]).toEqual([401, 'session']);
});

test('the state holds no usable token', async () => {
  const rows = await world.domain.center.store.read((tx) => tx.page(sessionRows));
  expect(rows.total).toBe(1);
  expect(JSON.stringify(rows)).not.toContain(world.session);
});

test.each(
  guarded
    .filter(({ path }) => path.includes('{counterparty_guid}'))
    .map(({ id, method, path }) => [id, method, path] as const),
)("%s of another bank's counterparty is 403", async (id, method, path) => {
  const other = await addBank(world, 'bank2');
  const before = world.rows();
  for (const guid of [other.guid, 'nonsense', '00000000-0000-4000-8000-000000000000']) {
    const answer = await raw(world.app, method, pathOf(path, guid), bearer(world.session));
    expect([answer.status, answer.headers['dcm-reason'], answer.body]).toEqual([
      403,
      'permission',
      forbidden,
    ]);
    expect(last()).toMatchObject({ operation: id, reason: 'permission', counterparty_guid: world.guid });
  }
  expect(world.rows()).toEqual(before);
});

test('the own counterparty is known in capitals too, however it was registered', async () => {
  const answer = await raw(
    world.app,
    'GET',
    pathOf(operations.listAccounts.path, world.guid.toUpperCase()),
    bearer(world.session),
  );
  expect(answer.status).toBe(200);
  const guid = 'ABCDEF00-0000-4000-8000-000000000000';
  const other = await addBank(world, 'bank3', { guid });
  expect(other.guid).toBe(guid.toLowerCase());
  expect(await other.api.listAccounts({ params: { counterparty_guid: guid } })).toHaveLength(1);
});

test.each(
  guarded.filter((item) => 'permission' in item).map(({ id, method, path }) => [id, method, path] as const),
)('%s without the permission is 403', async (_id, method, path) => {
  const token = await sessionOf(world, world.guid, 'second@bank1.test');
  const before = world.rows();
  const answer = await raw(world.app, method, pathOf(path), bearer(token));
  expect([answer.status, answer.headers['dcm-reason'], answer.body]).toEqual([403, 'permission', forbidden]);
  expect(world.rows()).toEqual(before);
});
