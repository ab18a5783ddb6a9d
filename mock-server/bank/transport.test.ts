import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { systemTimers } from '../system.js';
import { createHttpTransport, type OutRequest, TransportError } from './transport.js';

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
  const transport = createHttpTransport(systemTimers);
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
  return { server, send, port };
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

test('takes no more than a megabyte', async () => {
  const { send } = await bankOf((_request, response) => void response.end('x'.repeat(1024 * 1024 + 1)));
  await expect(send()).rejects.toThrow('answer is larger than 1048576 bytes');
});

test('a kept connection that the bank had closed is no failure of the bank', async () => {
  const sockets = new Set<Socket>();
  let asked = 0;
  const { send, server } = await bankOf((request, response) => {
    asked += 1;
    // The second question on a connection meets a bank that closes it.
    if (sockets.has(request.socket)) return void request.socket.destroy();
    sockets.add(request.socket);
    response.end('{}');
  });
  server.keepAliveTimeout = 60_000;
  expect((await send()).status).toBe(200);
  expect((await send()).status).toBe(200);
  expect(asked).toBe(3);
});
