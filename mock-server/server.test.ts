import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { ServerLimits } from './server.js';
import { startMock } from './start.js';

/** Clients that take long, or never end. */

async function running(limits: Partial<ServerLimits>) {
  const faults: unknown[] = [];
  const mock = await startMock({ port: 0, limits, report: (fault) => faults.push(fault) });
  onTestFinished(async () => {
    await mock.close();
    expect(faults).toEqual([]);
  });
  /** Opens a connection; what came until its end, and whether it is still open. */
  function open(...first: string[]) {
    const socket = connect(mock.port, '127.0.0.1', () => {
      for (const bytes of first) socket.write(bytes);
    });
    onTestFinished(() => void socket.destroy());
    let text = '';
    socket.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    const ended = new Promise<string>((resolve) => {
      socket.on('error', () => {}).on('close', () => resolve(text));
    });
    return { socket, ended };
  }
  return { mock, open };
}

/** Goes on writing for as long as the other side reads. */
function trickle(socket: Socket, bytes: string, everyMs: number): void {
  const timer = setInterval(() => {
    if (socket.writable) socket.write(bytes);
  }, everyMs);
  socket.on('close', () => clearInterval(timer));
}

const head =
  'POST /kratos/self-service/login?flow=x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
const short = { headMs: 150, requestMs: 300, lookMs: 20 };

test('a head that comes drop by drop is cut off', async () => {
  const { open } = await running(short);
  const { socket, ended } = open('GET / HTTP/1.1\r\n');
  trickle(socket, 'X-A: b\r\n', 10);
  expect(await ended).toMatch(/^HTTP\/1\.1 408 /);
});

test('a connection on which nothing comes is cut off', async () => {
  const { open } = await running(short);
  expect(await open().ended).not.toContain('200');
});

test('a body that comes drop by drop is cut off', async () => {
  const { open, mock } = await running(short);
  const { socket, ended } = open(`${head}Content-Length: 90000\r\n\r\n{"a":"`);
  trickle(socket, 'x', 10);
  expect(await ended).toMatch(/^HTTP\/1\.1 4/);
  // Others are served as before.
  expect((await fetch(`${mock.url}/health/ready`)).status).toBe(200);
});

test('a body that never ends is refused at the limit of bodies', async () => {
  const { open } = await running({});
  const { socket, ended } = open(`${head}Transfer-Encoding: chunked\r\n\r\n`);
  await once(socket, 'connect');
  // As much as is read, and one byte: what comes after that would reset the connection, and may take the response along.
  for (let megabytes = 0; megabytes < 10; megabytes++) socket.write(`100000\r\n${'x'.repeat(0x100000)}\r\n`);
  socket.write('1\r\nx\r\n');
  const [answer] = await Promise.race([once(socket, 'data'), ended]);
  expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*Connection: close/);
  await ended;
});

test('a head that is too large is refused', async () => {
  const { open } = await running({ headBytes: 2000 });
  const { ended } = open(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ${'x'.repeat(3000)}\r\n\r\n`);
  expect(await ended).toMatch(/^HTTP\/1\.1 431 /);
});

test('more connections than are allowed are closed, and there is room again when one ends', async () => {
  const { open, mock } = await running({ connections: 2 });
  const request = 'GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
  const kept = [open(request), open(request)];
  await Promise.all(kept.map(({ socket }) => new Promise((resolve) => socket.once('data', resolve))));
  expect(await open(request).ended).toBe('');
  for (const { socket, ended } of kept) {
    socket.end();
    await ended;
  }
  expect((await fetch(`${mock.url}/health/live`)).status).toBe(200);
});

test('what a proxy says is read after any number of headers of its client', async () => {
  const { open } = await running({});
  const many = Array.from({ length: 1100 }, (_none, index) => `h${index}: 1\r\n`).join('');
  const head = `GET /control/v1/clock HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${many}`;
  expect(await open(`${head}\r\n`).ended).toMatch(/^HTTP\/1\.1 200 /);
  expect(await open(`${head}X-Forwarded-For: 192.0.2.1\r\n\r\n`).ended).toMatch(/^HTTP\/1\.1 403 /);
});
