import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { systemTime } from '../../mock-server/system.js';
import { createHttpTransport } from './http.js';

/** Requests that share connections, over real sockets. */

const open: { server: Server; transport: ReturnType<typeof createHttpTransport> }[] = [];
afterEach(async () => {
  for (const { server, transport } of open.splice(0)) {
    transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function bankOf(listener: RequestListener) {
  const sockets = new Set<Socket>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    sockets.add(request.socket);
    asked.push(`${request.headers.connection}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const transport = createHttpTransport(systemTime);
  open.push({ server, transport });
  const { port } = server.address() as AddressInfo;
  const send = (kept = true) =>
    transport.send({
      method: 'GET',
      url: `http://127.0.0.1:${port}/key`,
      headers: {},
      timeoutMs: 1000,
      kept,
    });
  return { server, send, sockets, asked, port };
}

test('one connection for requests that follow one another, and others for the rest', async () => {
  const { send, sockets, asked } = await bankOf((_request, response) => void response.end('{}'));
  // Node.js warns of listeners that gather on a connection.
  const warnings: Error[] = [];
  const heard = (warning: Error) => void warnings.push(warning);
  process.on('warning', heard);
  for (let count = 1; count <= 30; count++) expect((await send()).text).toBe('{}');
  process.off('warning', heard);
  expect([sockets.size, new Set(asked)]).toEqual([1, new Set(['keep-alive'])]);
  expect(warnings).toEqual([]);
  await send(false);
  expect([sockets.size, asked.at(-1)]).toEqual([2, 'close']);
});

test('a connection that the bank has closed meanwhile is not used again', async () => {
  const { send, sockets } = await bankOf((_request, response) => void response.end('{}'));
  for (let count = 1; count <= 20; count++) {
    expect((await send()).status).toBe(200);
    for (const socket of sockets) socket.end();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(sockets.size).toBe(20);
});

test('a connection that the bank does not want to keep is not used again', async () => {
  const { send, sockets } = await bankOf(
    (_request, response) => void response.writeHead(200, { connection: 'close' }).end('{}'),
  );
  for (let count = 1; count <= 5; count++) expect((await send()).status).toBe(200);
  expect(sockets.size).toBe(5);
});

test.each(['closes', 'resets'])(
  'a request on a kept connection that the bank reads and %s is never sent again',
  async (how) => {
    let count = 0;
    const { send, sockets, asked, port } = await bankOf((request, response) => {
      count += 1;
      if (count < 3) return void response.end('{}');
      if (how === 'closes') request.socket.destroy();
      else request.socket.resetAndDestroy();
    });
    await send();
    await send();
    await expect(send()).rejects.toThrow(`connection closed by 127.0.0.1:${port}`);
    expect([asked.length, sockets.size]).toEqual([3, 1]);
  },
);

test('a request that is given up takes its connection with it', async () => {
  let count = 0;
  const { send, sockets } = await bankOf((_request, response) => {
    count += 1;
    if (count !== 2) response.end('{}');
  });
  await send();
  await expect(send()).rejects.toThrow('no answer within 1000 ms');
  await send();
  expect(sockets.size).toBe(2);
});

test('the bounds hold on every request of a connection', async () => {
  let count = 0;
  const { send, sockets } = await bankOf((_request, response) => {
    count += 1;
    response.end('x'.repeat(count === 3 ? 1024 * 1024 + 1 : 1000 * 1000));
  });
  await send();
  await send();
  await expect(send()).rejects.toThrow('answer is larger than 1048576 bytes');
  expect(sockets.size).toBe(1);
});
