import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { systemTime } from '../../mock-server/system.js';
import { createHttpTransport } from './http.js';
import { type OutRequest, TransportError } from './transport.js';

/** The way to a bank, over real sockets. */

const open: { server: Server; transport: ReturnType<typeof createHttpTransport> }[] = [];
afterEach(async () => {
  for (const { server, transport } of open.splice(0)) {
    transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function bankOf(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const transport = createHttpTransport(systemTime);
  open.push({ server, transport });
  const { port } = server.address() as AddressInfo;
  const send = (more: Partial<OutRequest> = {}) =>
    transport.send({
      method: 'GET',
      url: `http://127.0.0.1:${port}/key`,
      headers: {},
      timeoutMs: 1000,
      ...more,
    });
  return { server, transport, send, port };
}

test('sends what it is given and answers all of the answer', async () => {
  const { send } = await bankOf((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    request.on('end', () => {
      response.writeHead(418, { 'x-told': request.headers['x-session-id'] ?? '' });
      response.end(`${request.method} ${request.url} ${text}`);
    });
  });
  const answer = await send({ method: 'POST', headers: { 'x-session-id': 'token' }, body: 'тіло' });
  expect(answer).toMatchObject({ status: 418, text: 'POST /key тіло', headers: { 'x-told': 'token' } });
});

test('gives up after the limit: no answer, and an answer that does not end', async () => {
  const silent = await bankOf(() => {});
  await expect(silent.send({ timeoutMs: 50 })).rejects.toThrow('no answer within 50 ms');
  const endless = await bankOf((_request, response) => void response.write('{'));
  await expect(endless.send({ timeoutMs: 50 })).rejects.toThrow('no answer within 50 ms');
});

test('follows no redirection', async () => {
  const { send } = await bankOf(
    (_request, response) => void response.writeHead(302, { location: '/' }).end(),
  );
  expect((await send()).status).toBe(302);
});

test('says what the network said', async () => {
  const { send, server, port } = await bankOf((request) => request.socket.destroy());
  await expect(send()).rejects.toThrow(`connection closed by 127.0.0.1:${port}`);
  await new Promise((resolve) => server.close(resolve));
  await expect(send()).rejects.toThrow(`connection refused by 127.0.0.1:${port}`);
  await expect(send({ url: 'http://nowhere.invalid/key' })).rejects.toThrow(TransportError);
  await expect(send({ url: 'ftp://127.0.0.1/key' })).rejects.toThrow(/protocol/i);
});

test('reads at most 1 MB', async () => {
  const { send } = await bankOf((_request, response) => void response.end('x'.repeat(1024 * 1024 + 1)));
  await expect(send()).rejects.toThrow('answer is larger than 1048576 bytes');
});

test('sends a request once, on its own connection, even if the bank would close a reused one', async () => {
  const sockets = new Set<Socket>();
  let asked = 0;
  const { send, server } = await bankOf((request, response) => {
    asked += 1;
    // A second question on a connection meets a bank that reads it and closes.
    if (sockets.has(request.socket)) return void request.socket.destroy();
    sockets.add(request.socket);
    response.end('{}');
  });
  server.keepAliveTimeout = 60_000;
  for (let count = 1; count <= 5; count++) expect((await send()).status).toBe(200);
  expect([asked, sockets.size]).toEqual([5, 5]);
});

test('a request that was read but not answered is not sent again', async () => {
  let asked = 0;
  const { send, port } = await bankOf((request, response) => {
    asked += 1;
    if (asked % 2 === 0) return void request.socket.destroy();
    response.end('{}');
  });
  await send();
  await expect(send()).rejects.toThrow(`connection closed by 127.0.0.1:${port}`);
  expect(asked).toBe(2);
});

test.each(['end', 'reset'] as const)(
  'a POST whose connection was closed by %s is not sent again',
  async (how) => {
    let asked = 0;
    const { send, port } = await bankOf((request) => {
      asked += 1;
      if (how === 'end') request.socket.end();
      else request.socket.resetAndDestroy();
    });
    const sent = send({ method: 'POST', body: '{}' });
    await expect(sent).rejects.toThrow(`connection closed by 127.0.0.1:${port}`);
    expect(asked).toBe(1);
  },
);

/** The first connections fail before they are open. */
function failingToConnect(code: string, times: number) {
  const connect = Socket.prototype.connect;
  let failed = 0;
  const failing = vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (
    this: Socket,
    ...given: unknown[]
  ) {
    if (failed === times) return Reflect.apply(connect, this, given) as Socket;
    failed += 1;
    process.nextTick(() => this.destroy(Object.assign(new Error(`connect ${code}`), { code })));
    return this;
  });
  onTestFinished(() => failing.mockRestore());
  return () => failed;
}

test.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])(
  '%s before the connection is open: nobody has read the request, so it is sent again, whatever it is',
  async (code) => {
    const asked: string[] = [];
    const { send } = await bankOf((request, response) => {
      asked.push(`${request.method}`);
      response.end('{}');
    });
    failingToConnect(code, 2);
    expect((await send()).status).toBe(200);
    vi.restoreAllMocks();
    failingToConnect(code, 2);
    expect((await send({ method: 'POST', body: '{}' })).status).toBe(200);
    expect(asked).toEqual(['GET', 'POST']);
  },
);

test('it is sent again twice at most, and only within its limit', async () => {
  const { send, port } = await bankOf((_request, response) => void response.end('{}'));
  const failed = failingToConnect('ECONNREFUSED', Number.POSITIVE_INFINITY);
  await expect(send()).rejects.toThrow(`connection refused by 127.0.0.1:${port}`);
  expect(failed()).toBe(3);
  await expect(send({ timeoutMs: 40 })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(failed()).toBe(4);
});

test('asks for no packed answer, and reads one all the same, within the bound', async () => {
  let asked: string | undefined;
  const packed = await bankOf((request, response) => {
    asked = request.headers['accept-encoding'];
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"key":"k"}'));
  });
  expect(await packed.send()).toMatchObject({ text: '{"key":"k"}' });
  expect(asked).toBe('identity');
});

test('requests in progress end when it is closed, without blame for the bank', async () => {
  const { send, transport } = await bankOf(() => {});
  const answer = send({ timeoutMs: 60_000 });
  const ended = expect(answer).rejects.toMatchObject({ own: true, code: 'ABORTED' });
  transport.close();
  await ended;
  await expect(send()).rejects.toMatchObject({ own: true });
});

test.each(['EMFILE', 'ENFILE', 'EADDRNOTAVAIL', 'ENOMEM'])(
  '%s is this machine’s fault, and the request goes out when it has passed',
  async (code) => {
    const { send, port } = await bankOf((_request, response) => void response.end('{}'));
    failingToConnect(code, 2);
    expect((await send()).status).toBe(200);
    vi.restoreAllMocks();
    failingToConnect(code, Number.POSITIVE_INFINITY);
    const given = send({ timeoutMs: 1000 });
    await expect(given).rejects.toThrow(`this machine is to blame: connect ${code}`);
    await expect(given).rejects.toMatchObject({ own: true });
    expect(port).toBeGreaterThan(0);
  },
);
