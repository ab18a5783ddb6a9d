import { beforeEach, describe, expect, test } from 'vitest';
import { legacyOf, legacyOperations } from '../../contract/legacy.js';
import { operations } from '../../contract/operations/index.js';
import { raw } from '../client.testing.js';
import { createWorld, fundedCustomer, officerSession, type World } from '../world.testing.js';

/** Requests that are broken as HTTP or as JSON, against every operation that takes a body. */

let world: World;
let headers: Record<string, string>;
let sessions: Readonly<Record<string, string>>;
beforeEach(async () => {
  world = await createWorld();
  await fundedCustomer(world, world, 'one@bank1.test', 100);
  headers = { authorization: `bearer ${world.session}`, 'content-type': 'application/json' };
  sessions = { employee: world.session, officer: await officerSession(world) };
});

const all = Object.values(operations);
const pathOf = ({ path }: { path: string }) =>
  path.replace('{counterparty_guid}', world.guid).replaceAll(/\{\w+\}/g, world.emission);
const withQuery = async (item: { id: string; path: string }) => {
  if (!item.path.startsWith('/kratos') || !item.id.startsWith('submit')) return pathOf(item);
  const flow = item.id === 'submitLogin' ? (await world.anybody.createLoginFlow({})).id : 'none';
  return `${pathOf(item)}?flow=${flow}`;
};

const writes = all.filter((item) => 'body' in item);
const last = () => world.journal.search({ direction: 'in' }, 10_000).at(-1);

/** Sends, and makes sure that nothing of it stayed. */
async function refused(
  method: string,
  path: string,
  body: string | Buffer,
  more: Record<string, string> = {},
) {
  const before = world.rows();
  const one = all.find((other) => other.method === method && pathOf(other) === path.split('?')[0]);
  const authorization = `bearer ${sessions[one?.caller ?? 'employee'] ?? world.session}`;
  const answer = await raw(world.app, method, path, { ...headers, authorization, ...more }).send(
    body as string,
  );
  expect(world.rows()).toEqual(before);
  expect(world.bank.asked).toEqual([]);
  expect(last()).toMatchObject({ status: answer.status, reason: answer.headers['dcm-reason'] });
  expect(answer.headers['dcm-finding']).toMatch(/^(REQUEST-0[12] should|LOGIN-01 must): /);
  expect(answer.headers['dcm-finding']).not.toContain('hunter2');
  const { error } = answer.body;
  // Kratos' own errors are objects.
  return [answer.status, answer.headers['dcm-reason'], error?.reason ?? error];
}

/** Each with the place that the refusal names. */
const malformed = [
  ['{"a":1,}', 'line 1, column 8'],
  ['{"password":\n hunter2}', 'line 2, column 2'],
  ['{"a":"b"', 'unexpected end'],
  ['{', 'unexpected end'],
  ['nul', 'unexpected end'],
  ['{"a":1}}', 'line 1, column 8'],
  ['{"a":"x\ny"}', 'line 1, column 8'],
  ['hunter2', 'line 1, column 1'],
  ['{"a":tru3}', 'line 1, column 9'],
  ['[1 2]', 'line 1, column 4'],
] as const;

describe('every operation that takes a body refuses', () => {
  test('malformed JSON', async () => {
    for (const write of writes) {
      for (const [text, position] of malformed) {
        expect([write.id, ...(await refused(write.method, await withQuery(write), text))]).toEqual([
          ...[write.id, 400, 'invalid', `invalid JSON: ${position}`],
        ]);
        expect(JSON.stringify(last())).not.toContain('hunter2');
      }
    }
  });

  test('a content type that is not JSON', async () => {
    for (const write of writes) {
      const takesForms = 'accepts' in write;
      for (const type of ['text/plain', 'application/xml', 'application/json+x', 'multipart/form-data']) {
        const expected = takesForms
          ? write.accepts.map((name) =>
              name === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
            )
          : ['application/json'];
        const answer = await refused(write.method, await withQuery(write), '{}', { 'content-type': type });
        expect([write.id, ...answer]).toEqual([
          ...[write.id, 415, 'invalid'],
          `content type ${type} is not supported; use ${expected.join(' or ')}`,
        ]);
      }
    }
  });

  test('a body that is no object', async () => {
    for (const write of writes) {
      for (const text of ['[]', '"text"', '12', 'null', 'true', '[{"amount":1}]']) {
        const [status, reason, error] = await refused(write.method, await withQuery(write), text);
        expect([write.id, status, reason]).toEqual([write.id, 400, 'invalid']);
        expect(error).toMatch(/^body: /);
      }
    }
  });

  test('a body of the wrong type names the member', async () => {
    for (const write of writes) {
      const [name] = Object.keys(write.body.shape).filter((member) => member !== 'csrf_token');
      const [status, , error] = await refused(
        write.method,
        await withQuery(write),
        JSON.stringify({ [name ?? '']: [['nested']] }),
      );
      expect([write.id, status]).toEqual([write.id, 400]);
      expect(error).toContain(`${name}: `);
    }
  });

  test('a body beyond 100 KB', async () => {
    for (const write of writes) {
      const text = JSON.stringify({ purpose: 'x'.repeat(100 * 1024) });
      expect([write.id, ...(await refused(write.method, await withQuery(write), text))]).toEqual([
        ...[write.id, 413, 'invalid', 'request body is larger than 102400 bytes'],
      ]);
      expect(last()?.operation).toBe(write.id);
    }
  });
});

test('a body in an encoding that is not known, and one that is broken', async () => {
  const path = pathOf(operations.createPayment);
  expect((await refused('POST', path, '{}', { 'content-encoding': 'x-none' }))[0]).toBe(415);
  expect((await refused('POST', path, 'no gzip', { 'content-encoding': 'gzip' }))[0]).toBe(400);
});

test('a deeply nested body neither breaks the mock nor its journal', async () => {
  const deep = `{"amount":"1","x":${'['.repeat(40_000)}${']'.repeat(40_000)}}`;
  expect((await refused('POST', pathOf(operations.issueIdentifiers), deep))[0]).toBe(400);
  const { entries } = await world.control.searchJournal({ body: { match: {} } });
  expect(JSON.stringify(entries)).toContain('nested too deeply');
});

describe('paths and methods', () => {
  test.each([
    ['GET', '/api/v1/counterparty/x/payment', 'listPayments GET'],
    ['POST', '/api/v1/counterparty/x/payments/confirm/now', 'Payment'],
    ['POST', '/api/v1/counterparty/x/customers/create', 'createCustomer POST'],
    ['POST', '/api/v1/counterparty/x/asset/issue', 'issueIdentifiers POST'],
    ['GET', '/api/v1/jwks.json', 'getDcmJwks GET'],
    ['POST', '/kratos/self-service/login/submit', 'submitLogin POST'],
    ['POST', '/', 'POST'],
  ])('%s %s is 404 and names the nearest operation', async (method, path, nearest) => {
    const [status, reason, error] = await refused(method, path, '');
    expect([status, reason]).toEqual([404, 'invalid']);
    expect(error).toContain(`unknown path ${path}; nearest operation: `);
    expect(last()?.findings).toMatchObject([{ rule: 'REQUEST-02', level: 'should' }]);
    expect(last()?.findings[0]?.text).toContain(nearest);
  });

  test.each(legacyOperations)(
    "$id of the oldest guide is 404, and today's operation is named",
    async (legacyOperation) => {
      const path = legacyOperation.path.replace('{counterparty_guid}', world.guid);
      const [status, reason, error] = await refused(legacyOperation.method, path, '{}');
      expect([status, reason]).toEqual([404, 'invalid']);
      expect(error).toContain(operations[legacyOperation.today].path);
      const finding = `${legacyOperation.id} is from the oldest guide; today: ${legacyOperation.today} `;
      expect(last()?.findings).toMatchObject([
        { rule: 'REQUEST-02', text: expect.stringContaining(finding) },
      ]);
    },
  );

  test('a wrong method of an operation', async () => {
    for (const item of all) {
      const path = pathOf(item);
      const allowed = all
        .filter((other) => pathOf(other) === path)
        .flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method as string]));
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (name) => !allowed.includes(name) && !legacyOf(name, path),
      )) {
        const answer = await raw(world.app, method, path, headers);
        expect([item.id, answer.status, answer.headers['dcm-reason']]).toEqual([item.id, 405, 'invalid']);
        expect(answer.headers.allow?.split(', ').sort()).toEqual([...allowed].sort());
        expect(answer.body.error).toContain(`method ${method} is not allowed here; allowed: `);
        expect(answer.headers['dcm-finding']).toContain('REQUEST-02 should');
      }
    }
  });
});

describe('undocumented members are served and reported', () => {
  const amount = { amount: 1, reserve_balance: 1000 };

  test('in a body', async () => {
    const path = pathOf(operations.issueIdentifiers);
    const answer = await raw(world.app, 'POST', path, headers).send({
      ...amount,
      guid: 'x',
      branch_name: 'y',
    });
    expect([answer.status, answer.body]).toEqual([200, {}]);
    expect(answer.headers['dcm-finding']).toBe('REQUEST-01 should: undocumented in body: guid, branch_name');
    expect(world.findings()).toEqual(['REQUEST-01 undocumented in body: guid, branch_name']);
  });

  test('in a query', async () => {
    const answer = await raw(world.app, 'GET', `${pathOf(operations.listPayments)}?page=2&limit=1`, headers);
    expect([answer.status, answer.body.payments.length]).toEqual([200, 1]);
    expect(answer.headers['dcm-finding']).toBe('REQUEST-01 should: undocumented in query: page');
  });

  test('with names that are no ASCII, or belong to every object', async () => {
    const path = pathOf(operations.issueIdentifiers);
    const text = `{"amount":1,"reserve_balance":1000,"сума":2,"__proto__":{"amount":5},"constructor":1,"toString":2}`;
    const answer = await raw(world.app, 'POST', path, headers).send(text);
    expect(answer.status).toBe(200);
    expect(answer.headers['dcm-finding']).toContain('????, __proto__, constructor, toString');
  });
});
