import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { DcmBlock } from '../../contract/driver.js';
import { createHttpTransport } from '../../contract/wire/http.js';
import { systemTime } from '../../mock-server/system.js';
import { Blocked } from '../blocked.js';
import { endlessPatience } from '../patience.js';
import type { Stage } from '../stage.js';
import { createActs } from '../walk/acts.js';
import { followed, nothingFollows } from './aftermath.testing.js';
import { ActNotSupported, type Driver, DriverError } from './driver.js';
import { createHttpDriver } from './http.js';

const block: DcmBlock = {
  base_url: 'http://127.0.0.1:4010',
  counterparty_guid: 'guid',
  asset_code: 'UAH',
  asset_issuer: 'G',
  scheme: 'dcm',
};

const { send } = createHttpTransport(systemTime);

async function open(listener?: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

async function listen(listener: RequestListener): Promise<string> {
  const { server, port } = await open(listener);
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${port}/acts`;
}

const answering = (status: number, body: string) =>
  listen((_request, response) => response.writeHead(status).end(body));

const driverFor = (url: string, more: { token?: string; timeoutS?: number } = {}): Driver =>
  createHttpDriver({ url, timeoutS: 5, newId: () => 'id-1', aftermath: nothingFollows, send, ...more });

describe('an order', () => {
  it('is a POST with the act, its id, the dcm block and the token', async () => {
    const seen: { method?: string; url?: string; headers: IncomingHttpHeaders; body: unknown }[] = [];
    const url = await listen(async (request, response) => {
      const chunks = await request.setEncoding('utf8').toArray();
      const { method = '', url: path = '', headers } = request;
      seen.push({ method, url: path, headers, body: JSON.parse(chunks.join('')) });
      response.end('{"ok":true,"output":{"payment_guid":"p-1","more":1}}');
    });
    const input = { amount: 10.01, reserve_balance: 5 };
    const given = await driverFor(url, { token: 'acts-token' }).act('issue-identifiers', block, input);
    expect(given).toEqual({ ok: true, output: { payment_guid: 'p-1', more: 1 } });
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/acts',
        headers: { authorization: 'Bearer acts-token', 'content-type': 'application/json' },
        body: { act: 'issue-identifiers', id: 'id-1', dcm: block, input },
      },
    ]);
  });

  it('carries no Authorization without a token', async () => {
    let authorization: string | undefined = 'none yet';
    const url = await listen((request, response) => {
      authorization = request.headers.authorization;
      response.end('{"ok":true}');
    });
    await driverFor(url).act('ping', block, {});
    expect(authorization).toBeUndefined();
  });
});

describe('an answer', () => {
  it('may say no', async () => {
    const url = await answering(200, '{"ok":false,"error":"DCM refused"}');
    expect(await driverFor(url).act('ping', block, {})).toEqual({ ok: false, error: 'DCM refused' });
  });

  it.each(['{}', '', 'started', '{"ok":false}'])(
    '202 with %j means begun, and DCM sees the rest',
    async (body) => {
      expect(await driverFor(await answering(202, body)).act('ping', block, {})).toEqual(followed);
    },
  );

  it('501 means that the act is not offered', async () => {
    const url = await answering(501, 'no');
    await expect(driverFor(url).act('login', block, {})).rejects.toThrow(new ActNotSupported('login'));
  });

  it.each([
    [200, 'no JSON'],
    [200, ''],
    [200, '{"ok":"yes"}'],
    [200, '[]'],
    [201, '{"ok":true}'],
    [401, '{"ok":true}'],
    [500, '{"ok":true}'],
  ])('%i %j is of no use', async (status, body) => {
    const order = driverFor(await answering(status, body)).act('ping', block, {});
    await expect(order).rejects.toThrow(new DriverError(`act ping: HTTP ${status} ${body}`));
  });

  it('that is long is cut', async () => {
    const order = driverFor(await answering(500, 'x'.repeat(5000))).act('ping', block, {});
    await expect(order).rejects.toThrow(new DriverError(`act ping: HTTP 500 ${'x'.repeat(200)}`));
  });
});

describe('no answer', () => {
  it('of a hook that is not there', async () => {
    const { port, server } = await open();
    server.close();
    await once(server, 'close');
    const order = driverFor(`http://127.0.0.1:${port}/acts`).act('ping', block, {});
    await expect(order).rejects.toThrow(/^act ping: no response from http:\/\/127\.0\.0\.1:\d+\/acts: .+/);
    await expect(order).rejects.toBeInstanceOf(DriverError);
  });

  it.each([
    ['of a hook that hangs', () => {}],
    ['of a hook that hangs half-way', (_request, response) => response.write('{"ok"')],
    ['of a hook that hangs up', (request) => request.socket.destroy()],
  ] satisfies [string, RequestListener][])('%s', async (_what, listener) => {
    const order = driverFor(await listen(listener), { timeoutS: 0.1 }).act('ping', block, {});
    await expect(order).rejects.toThrow(/^act ping: no response from /);
    await expect(order).rejects.toBeInstanceOf(DriverError);
  });
});

describe('in a walk', () => {
  const acts = (act: () => Promise<never>) =>
    createActs(
      {
        dcm: { block },
        bank: { firstEmployee: { email: 'a@b.example', password: 'p' } },
        driver: { act },
        patience: endlessPatience,
        actTimeoutS: 1,
        now: () => 0,
      } as unknown as Stage,
      () => 'dcm',
    );

  it.each([new ActNotSupported('login'), new DriverError('no answer')])(
    '%s blocks the scenario',
    async (error) => {
      const order = acts(async () => Promise.reject(error)).act('login', {});
      await expect(order).rejects.toThrow(new Blocked(error.message));
      await expect(order).rejects.toBeInstanceOf(Blocked);
    },
  );

  it('any other error is a fault of the tool', async () => {
    const order = acts(async () => Promise.reject(new TypeError('oops'))).act('login', {});
    await expect(order).rejects.toBeInstanceOf(TypeError);
  });

  it('a preparation that the bank refuses blocks the scenario', async () => {
    const { prepareBy } = acts((async () => ({
      ok: false,
      error: 'no room',
    })) as unknown as () => Promise<never>);
    await expect(prepareBy('login', {})).rejects.toThrow(
      new Blocked('act login: the bank reported: no room'),
    );
  });
});
