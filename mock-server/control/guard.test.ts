import { describe, expect, test } from 'vitest';
import { controlOperations } from '../../contract/control/index.js';
import { raw } from '../client.testing.js';
import { createTestMock } from '../mock.testing.js';

/** Who reaches the control API. */

const path = '/control/v1/clock';

test.each(['127.0.0.1', 'localhost', 'LOCALHOST:4010', '[::1]:4010', '[::1]'])(
  'host %s is served',
  async (host) => {
    const { app } = await createTestMock();
    expect((await raw(app, 'GET', path, { host: host.toLowerCase() })).status).toBe(200);
  },
);

test.each(['http://127.0.0.1:5173', 'http://localhost', 'http://[::1]:1'])(
  'origin %s is served',
  async (origin) => {
    const { app } = await createTestMock();
    expect((await raw(app, 'GET', path, { origin })).status).toBe(200);
  },
);

test.each([
  [{ host: 'evil.example' }, 'control API: foreign Host evil.example'],
  [{ host: 'localhost.evil.example:4010' }, 'control API: foreign Host localhost.evil.example'],
  [{ origin: 'https://evil.example' }, 'control API: foreign Origin https://evil.example'],
  [{ origin: 'http://localhost.evil.example' }, 'control API: foreign Origin http://localhost.evil.example'],
  [{ origin: 'http://localhost@evil.example' }, 'control API: foreign Origin http://localhost@evil.example'],
  [{ origin: 'null' }, 'control API: foreign Origin null'],
  [{ origin: 'http://' }, 'control API: foreign Origin http://'],
])('%j is refused', async (headers, error) => {
  const mock = await createTestMock();
  const before = mock.rows();
  for (const [method, target] of [
    ['GET', path],
    ['POST', '/control/v1/reset'],
    ['POST', '//control/v1/reset'],
    ['POST', '/control//v1/reset/'],
  ] as const) {
    const answer = await raw(mock.app, method, target, headers);
    expect([answer.status, answer.body, answer.headers['dcm-reason']]).toEqual([
      403,
      { error },
      'permission',
    ]);
  }
  expect(mock.rows()).toEqual(before);
});

test.each([
  ['cross-site', 403],
  ['same-origin', 200],
  ['same-site', 200],
  ['none', 200],
])('a browser that asks for a page %s gets %i', async (site, status) => {
  const { app } = await createTestMock();
  const answer = await raw(app, 'GET', path, { 'sec-fetch-site': site });
  expect(answer.status).toBe(status);
});

test.each(['/control/v1/journal/live', '/control/v1/reports/latest/report.html'])(
  '%s is guarded like the rest',
  async (page) => {
    const open = await createTestMock();
    for (const headers of [{ host: 'evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await raw(open.app, 'GET', page, headers);
      expect([answer.status, answer.headers['dcm-reason']]).toEqual([403, 'permission']);
    }
    const closed = await createTestMock({ controlToken: 'control-secret' });
    for (const headers of [{}, { authorization: 'bearer wrong' }, { authorization: '' }])
      expect((await raw(closed.app, 'GET', page, headers)).status).toBe(403);
    const cross = { authorization: 'bearer control-secret', 'sec-fetch-site': 'cross-site' };
    expect((await raw(closed.app, 'GET', page, cross)).status).toBe(403);
  },
);

test('the pages of the console need no token: they hold nothing', async () => {
  const { app } = await createTestMock({ controlToken: 'control-secret' });
  for (const page of ['/console', '/backoffice/bank1']) {
    expect([200, 503]).toContain((await raw(app, 'GET', page)).status);
  }
});

test('a foreign page still reaches what banks reach', async () => {
  const { app } = await createTestMock();
  expect(
    (await raw(app, 'GET', '/api/v1/.well-known/jwks.json', { host: 'api-bank1-integrate' })).status,
  ).toBe(200);
});

test('with a token, the token is what counts', async () => {
  const { app } = await createTestMock({ controlToken: 'control-secret' });
  const ask = (headers: Record<string, string>) => raw(app, 'GET', path, headers);
  expect((await ask({ authorization: 'Bearer control-secret', host: 'dcm.bank.example' })).status).toBe(200);
  for (const authorization of ['', 'bearer', 'bearer control-secre', 'bearer control-secrets', 'bearer x']) {
    const answer = await ask({ authorization });
    expect(answer.body).toEqual({ error: 'control API: send Authorization: bearer with the control token' });
    expect(answer.status).toBe(403);
  }
  expect((await raw(app, 'GET', '//control/v1/clock')).status).toBe(403);
});

test('calls of the control API are not in the journal, mistaken ones neither', async () => {
  const mock = await createTestMock();
  await mock.control.getClock({});
  await raw(mock.app, 'GET', '/control/v1/nothing');
  expect(await mock.control.searchJournal({ body: {} })).toMatchObject({ entries: [] });
});

describe('a page on another port of this machine', () => {
  const changing = Object.values(controlOperations).filter(({ method }) => method !== 'GET');
  const headers = [
    { origin: 'http://127.0.0.1:5173' },
    { origin: 'null' },
    { 'sec-fetch-site': 'same-site' },
  ];

  test.each([undefined, 'control-secret'])('changes nothing, with the token %s', async (controlToken) => {
    const mock = await createTestMock(controlToken === undefined ? {} : { controlToken });
    const before = mock.rows();
    const served: unknown[] = [];
    for (const { method, path } of changing) {
      for (const header of headers) {
        const authorization = controlToken === undefined ? {} : { authorization: `bearer ${controlToken}` };
        const target = path.replaceAll(/\{\w+\}/g, 'x');
        const { status } = await raw(mock.app, method, target, { ...header, ...authorization });
        if (status !== 403) served.push([method, path, header, status]);
      }
    }
    expect([changing.length > 20, served]).toEqual([true, []]);
    expect(mock.rows()).toEqual(before);
  });

  test('is not the page of the console itself, whatever proxy is in front of the mock', async () => {
    const mock = await createTestMock({
      controlToken: 'control-secret',
      publicUrl: 'https://bank.example/dcm/',
    });
    const authorization = 'bearer control-secret';
    for (const [origin, host] of [
      ['http://127.0.0.1:4010', '127.0.0.1:4010'],
      ['https://bank.example', 'mock:4010'],
    ]) {
      const sent = { origin: origin ?? '', host: host ?? '', authorization, 'sec-fetch-site': 'same-origin' };
      expect((await raw(mock.app, 'POST', '/control/v1/reset', sent)).status).toBe(200);
    }
    const foreign = { origin: 'https://evil.example', host: 'mock:4010', authorization };
    expect((await raw(mock.app, 'GET', path, foreign)).status).toBe(403);
  });
});

test('a proxy on this machine does not open the control API to strangers', async () => {
  const { app } = await createTestMock();
  for (const name of ['x-forwarded-for', 'x-real-ip']) {
    expect((await raw(app, 'GET', path, { [name]: '203.0.113.7' })).status).toBe(403);
    expect((await raw(app, 'GET', path, { [name]: '127.0.0.1' })).status).toBe(200);
    const pretending = { [name]: '127.0.0.1, 203.0.113.7' };
    expect((await raw(app, 'GET', path, pretending)).status).toBe(403);
  }
  const split = { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '203.0.113.7' };
  for (const sent of [split, { forwarded: 'for=127.0.0.1' }, { via: '1.1 proxy' }])
    expect((await raw(app, 'GET', path, sent)).status).toBe(403);
});

test.each(['', '  ', 'short', 'with a space'])('%j is no control token', async (controlToken) => {
  await expect(createTestMock({ controlToken })).rejects.toThrow('control token');
});
