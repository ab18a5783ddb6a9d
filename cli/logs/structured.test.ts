import { expect, it } from 'vitest';
import { alike, SaidError, said } from '../../contract/texts/said.js';
import { raw } from '../../mock-server/client.testing.js';
import { exchange } from '../../mock-server/journal/exchange.testing.js';
import { createTestMock } from '../../mock-server/mock.testing.js';
import { settled } from '../../mock-server/world.testing.js';
import { structuredLog } from './structured.js';

/** `dcm mock --log json`: what programs read. */

function logged() {
  const texts: string[] = [];
  const log = structuredLog({ write: (text) => void texts.push(text) });
  const lines = (): Record<string, unknown>[] => texts.map((text) => JSON.parse(text));
  return { log, texts, lines };
}

const path = '/api/v1/.well-known/jwks.json';

it('each exchange is one line, with what it is found by', async () => {
  const { log, lines } = logged();
  const mock = await createTestMock();
  const stop = log.follow(mock.watch);
  await raw(mock.app, 'GET', path, { 'x-request-id': 'nightly-7' });
  await raw(mock.app, 'GET', '/api/v1/nothing');
  await settled();
  expect(lines()).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^20\d\d-\d\d-\d\dT.*Z$/),
      request_id: 'nightly-7',
      seq: 1,
      direction: 'in',
      operation: 'getDcmJwks',
      method: 'GET',
      path,
      status: 200,
      ms: 0,
      msg: 'exchange',
    },
    expect.objectContaining({ level: 'warn', status: 404, seq: 2, operation: '', why: expect.any(String) }),
  ]);
  stop();
  await raw(mock.app, 'GET', path);
  await settled();
  expect(lines()).toHaveLength(2);
});

it('a call to a bank names the request that caused it, and one that got no response is a warning', async () => {
  const { log, lines } = logged();
  const mock = await createTestMock();
  log.follow(mock.watch);
  const failed = {
    direction: 'out',
    operation: 'key',
    status: 0,
    error: 'no answer within 1000 ms',
    cause: 1,
  } as const;
  mock.journal.record(exchange(2, failed));
  mock.journal.record(exchange(3, { status: 500 }));
  await settled();
  expect(lines().map(({ level, direction, cause, error }) => [level, direction, cause, error])).toEqual([
    ['warn', 'out', 1, 'no answer within 1000 ms'],
    ['error', 'in', undefined, undefined],
  ]);
});

it('what was done through the control API is a line, and a warning if it was refused for its caller', async () => {
  const { log, lines } = logged();
  const mock = await createTestMock({ sandboxes: {}, controlToken: 'a'.repeat(32) });
  log.follow(mock.watch);
  const headers = { authorization: `Bearer ${'a'.repeat(32)}`, 'x-request-id': 'nightly-8' };
  await raw(mock.app, 'POST', '/control/v1/reset', headers);
  await raw(mock.app, 'POST', '/control/v1/sandboxes', headers).send({ name: 'team-a' });
  await raw(mock.app, 'GET', '/control/v1/journal', headers);
  await raw(mock.app, 'DELETE', '/s/team-a/control/v1/faults', headers);
  await raw(mock.app, 'DELETE', '/s/team-a/control/v1/faults');
  await settled();
  expect(lines()).toEqual([
    {
      level: 'info',
      time: expect.any(String),
      who: 'operator',
      address: expect.any(String),
      forwarded_for: '',
      operation: 'reset',
      params: {},
      names: {},
      status: 200,
      request_id: 'nightly-8',
      msg: 'act',
    },
    expect.objectContaining({ operation: 'createSandbox', msg: 'act' }),
    expect.objectContaining({ operation: 'clearFaults', who: 'operator', sandbox: 'team-a', level: 'info' }),
    expect.objectContaining({ operation: 'clearFaults', who: 'nobody', sandbox: 'team-a', level: 'warn' }),
  ]);
});

it('exchanges of a sandbox say in which they were', async () => {
  const { log, lines } = logged();
  const mock = await createTestMock({ sandboxes: {} });
  log.follow(mock.watch);
  await mock.control.createSandbox({ body: { name: 'team-a' } });
  await raw(mock.app, 'GET', `/s/team-a${path}`);
  await settled();
  const exchanges = lines().filter(({ msg }) => msg === 'exchange');
  expect(exchanges.map(({ sandbox, path: shown }) => [sandbox, shown])).toEqual([['team-a', path]]);
});

it('no secret is in it, wherever a client puts one', async () => {
  const { log, texts } = logged();
  const mock = await createTestMock();
  log.follow(mock.watch);
  const secret = 'Qx7S3CR3TS3CR3TS3CR3T';
  const jwt = `eyJhbGciOiJub25lIn0.eyJ4IjoiJHsxfSJ9.${secret}`;
  const headers = {
    ...{ authorization: `bearer ${jwt}`, cookie: `session=${secret}`, 'x-session-token': secret },
    ...{ 'x-request-id': jwt, 'cx-authorization': secret, 'content-type': 'application/json' },
  };
  await raw(
    mock.app,
    'POST',
    `/kratos/self-service/login?flow=x&token=${secret}&password=${secret}`,
    headers,
  ).send(JSON.stringify({ password: secret, session_token: secret }));
  await settled();
  log.fault(new Error(`cannot verify ${jwt}`));
  log.fault(new SaidError(alike(`no way to postgres://dcm:${secret}@host/db with ${jwt}`)));
  expect(texts).toHaveLength(3);
  expect(texts.join('')).not.toContain(secret);
});

it('start, stop and faults are lines, too', () => {
  const { log, lines } = logged();
  log.event({ url: 'http://127.0.0.1:4010' }, 'started');
  log.event({ signal: 'SIGTERM', drain_s: 5 }, 'stopping');
  log.event({}, 'stopped');
  log.fault(new TypeError('nobody foresaw this'));
  log.fault('a text');
  log.fault(new SaidError(said('a note', 'нотатка')));
  expect(lines().map(({ level, msg }) => [level, msg])).toEqual([
    ['info', 'started'],
    ['info', 'stopping'],
    ['info', 'stopped'],
    ['error', 'fault of the mock'],
    ['error', 'fault of the mock'],
    ['warn', 'note'],
  ]);
  expect(lines()[1]).toMatchObject({ signal: 'SIGTERM', drain_s: 5 });
  expect(lines()[3]?.err).toMatchObject({
    type: 'TypeError',
    message: 'nobody foresaw this',
    stack: expect.stringContaining('structured.test'),
  });
  expect(lines()[4]?.err).toMatchObject({ message: 'a text' });
  expect(lines()[5]).toMatchObject({ note: 'a note' });
});
