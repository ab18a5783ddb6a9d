import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createServer as createTcp, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { proxying, rawly, serving } from './proxy.testing.js';

/** What goes wrong between the two ends is said, and passed on. */

/** A peer without HTTP of its own: what it does with each connection. */
async function peer(connected: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcp((socket) => {
    sockets.add(socket.on('error', () => {}));
    connected(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

/** Something that happens once. */
function happening() {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

const get = (url: string) => fetch(`${url}/api/v1/a`).then(async (r) => [r.status, await r.json()] as const);

it('nobody listens: 502 with the cause, and status 0 in the recording', async () => {
  const { forwardUrl, seen } = await proxying({ upstream: 'http://127.0.0.1:9' });
  const error = 'connection refused by 127.0.0.1:9';
  expect(await get(forwardUrl)).toEqual([502, { error }]);
  expect(seen).toMatchObject([{ status: 0, error, response: { headers: [] } }]);
  expect((await get(forwardUrl))[0]).toBe(502);
});

it('a host that nobody knows', async () => {
  const { forwardUrl } = await proxying({ upstream: 'https://dcm.invalid' });
  expect(await get(forwardUrl)).toEqual([502, { error: expect.stringContaining('dcm.invalid') }]);
});

it.each([
  ['garbage', 'garbage\r\n\r\n', /is not HTTP\/1\.1/],
  ['nothing', '', /connection closed by/],
  ['a status that is none', 'HTTP/1.1 099 Odd\r\nContent-Length: 0\r\n\r\n', /099|99/],
  ['half a head', 'HTTP/1.1 200 OK\r\nX-A: 1', /connection closed by/],
])('%s for a response', async (_what, bytes, error) => {
  const upstream = await peer((socket) => socket.once('data', () => socket.end(bytes)));
  const { forwardUrl, seen } = await proxying({ upstream });
  expect(await get(forwardUrl)).toEqual([502, { error: expect.stringMatching(error) }]);
  expect(seen).toMatchObject([{ error: expect.stringMatching(error) }]);
});

it('an exchange that cannot be recorded goes on', async () => {
  const upstream = await serving((_incoming, response) => response.end('fine'));
  const reported: unknown[] = [];
  const { forwardUrl } = await proxying(
    { upstream },
    {
      record() {
        throw new Error('a fault');
      },
      report: (error) => reported.push(error),
    },
  );
  expect(await (await fetch(`${forwardUrl}/a`)).text()).toBe('fine');
  expect(reported).toEqual([new Error('a fault')]);
});

it.each([
  ['with a length', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nfirst part'],
  ['in chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nfirst part\r\n'],
  [
    'in chunks that become garbage',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nfirst part\r\nxyz\r\n',
  ],
])('a response %s that ends too early ends too early for the client', async (_what, bytes) => {
  const upstream = await peer((socket) => socket.once('data', () => socket.end(bytes)));
  const { forwardUrl, seen } = await proxying({ upstream });
  const answered = await rawly(forwardUrl, 'GET /a HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(answered).toMatch(/^HTTP\/1\.1 200 OK.*first part/s);
  expect(answered).not.toMatch(/\r\n0\r\n/);
  expect(seen).toMatchObject([{ status: 200, error: expect.stringMatching(/./) }]);
  expect(seen[0]?.response.body.bytes.toString()).toBe('first part');
});

it('a client that gives up ends the request at the other end', async () => {
  const closed = happening();
  const upstream = await serving((incoming, response) => {
    response.writeHead(200).write('first part');
    incoming.socket.on('close', () => closed.resolve());
  });
  const { forwardUrl, seen } = await proxying({ upstream });
  const sent = request(`${forwardUrl}/a`).end();
  sent.on('error', () => {});
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.on('error', () => {});
  await once(answer, 'data');
  sent.destroy();
  await closed.promise;
  expect(seen).toMatchObject([
    { status: 200, error: 'the bank closed the connection before the response was complete' },
  ]);
});

it('a client that gives up in the middle of its request', async () => {
  const closed = happening();
  const bank = await serving((incoming) => {
    incoming.on('error', () => {}).on('close', () => closed.resolve());
    incoming.resume();
  });
  const { reverseUrl, seen } = await proxying({ bank });
  const sent = request(`${reverseUrl}/sign`, { method: 'POST', headers: { 'content-length': 100 } });
  sent.on('error', () => {});
  sent.write('first part', () => setImmediate(() => sent.destroy()));
  await closed.promise;
  expect(seen).toMatchObject([{ direction: 'out', status: 0, error: expect.stringMatching(/^DCM closed/) }]);
});

it('a request of HTTP/1.0 gets the Host that its next hop needs', async () => {
  const upstream = await serving((incoming, response) => response.end(incoming.headers.host));
  const { forwardUrl } = await proxying({ upstream });
  const answered = await rawly(forwardUrl, 'GET /a HTTP/1.0\r\n\r\n');
  expect(answered.endsWith(new URL(upstream).host)).toBe(true);
});

it('a kept connection is used again, and a request is sent once', async () => {
  const sockets = new Set<unknown>();
  let requests = 0;
  const upstream = await serving((incoming, response) => {
    sockets.add(incoming.socket);
    requests += 1;
    response.end('ok');
  });
  const { forwardUrl } = await proxying({ upstream });
  for (let count = 0; count < 5; count++) await (await fetch(`${forwardUrl}/a`)).text();
  expect([sockets.size, requests]).toEqual([1, 5]);
});

it('what is under way when DCM calls is its cause, if it is the only one', async () => {
  const waiting: (() => void)[] = [];
  const arrived = happening();
  const upstream = await serving((_incoming, response) => {
    waiting.push(() => response.end());
    if (waiting.length === 2) arrived.resolve();
    calls.shift()?.();
  });
  const calls: (() => void)[] = [];
  const first = new Promise<void>((resolve) => calls.push(resolve));
  const bank = await serving((_incoming, response) => response.end());
  const { forwardUrl, reverseUrl, seen } = await proxying({ upstream, bank });
  const key = () => fetch(`${reverseUrl}/key`).then((answer) => answer.text());
  const one = fetch(`${forwardUrl}/1`);
  await first;
  await key();
  const two = fetch(`${forwardUrl}/2`);
  await arrived.promise;
  await key();
  for (const end of waiting) end();
  await Promise.all([one, two]);
  await key();
  const calling = seen.filter(({ direction }) => direction === 'out').map(({ cause }) => cause);
  expect(calling).toEqual([1, 0, 0]);
});
