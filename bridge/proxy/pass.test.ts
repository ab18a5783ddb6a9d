import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { pairsOf } from './headers.js';
import { proxying, rawly, serving } from './proxy.testing.js';

/** What goes by arrives as it was sent, in both directions. */

async function bytesOf(from: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of from) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: readonly string[];
  readonly body?: Buffer | readonly Buffer[];
}

/** Sends with raw headers; the answer with its headers as they were spelled. */
async function send(url: string, { method = 'GET', path = '/a', headers = [], body = [] }: Sent = {}) {
  const { host, hostname, port } = new URL(url);
  const sent = request({
    hostname,
    port,
    path,
    method,
    agent: false,
    setHost: false,
    headers: ['Host', host, ...headers] as unknown as Record<string, string>,
  });
  for (const part of [body].flat() as Buffer[]) sent.write(part);
  sent.end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const { statusCode, statusMessage, rawHeaders } = answer;
  const got = await bytesOf(answer);
  return { statusCode, statusMessage, rawHeaders, body: got, rawTrailers: answer.rawTrailers };
}

/** Headers without those of the connection. */
const ofMessage = (raw: readonly string[]) =>
  [...pairsOf(raw)].filter(([name]) => !/^(?:host|connection|keep-alive|transfer-encoding)$/i.test(name));

type Answering = (incoming: IncomingMessage, response: ServerResponse) => unknown;

/** Both directions, each with a peer that answers in this way and keeps what it was sent. */
async function between(answering: Answering) {
  const asked: { method: string; url: string; rawHeaders: string[]; body: Buffer }[] = [];
  const url = await serving(async (incoming, response) => {
    const { method = '', url = '', rawHeaders } = incoming;
    asked.push({ method, url, rawHeaders, body: await bytesOf(incoming) });
    answering(incoming, response);
  });
  const proxy = await proxying({ upstream: url, bank: url });
  return { ...proxy, asked, url };
}

const directions = ['forwardUrl', 'reverseUrl'] as const;

describe.each(directions)('by %s', (way) => {
  it.each<[string, Sent]>([
    ['GET', { path: '/key?x=%D0%B0+b&&y' }],
    ['HEAD', { method: 'HEAD' }],
    ['POST without a body', { method: 'POST' }],
    ['POST of length 0', { method: 'POST', headers: ['content-length', '0'] }],
    ['PUT with a length', { method: 'PUT', headers: ['Content-Length', '3'], body: Buffer.from('abc') }],
    [
      'DELETE with chunks',
      {
        method: 'DELETE',
        headers: ['TRANSFER-encoding', 'chunked'],
        body: [Buffer.from('a'), Buffer.from('b')],
      },
    ],
    [
      'repeated and oddly spelled headers',
      { headers: ['X-oDD', '1', 'b', '', 'x-Odd', '\xe9', 'Cookie', 'a=b', 'cookie', 'c'] },
    ],
  ])('%s arrives as it was sent, and so does the answer', async (_what, sent) => {
    const answer = [
      'X-One',
      '1',
      'set-cookie',
      'a',
      'x-one',
      '\xfc',
      'Set-Cookie',
      'b',
      'Content-Length',
      '5',
    ];
    const { asked, url, seen, ...proxy } = await between((_incoming, response) => {
      response.sendDate = false;
      response.writeHead(207, 'Fine So', answer).end('hello');
    });
    const direct = await send(url, sent);
    const passed = await send(proxy[way], sent);
    const [first, second] = asked;
    expect(second).toEqual({ ...first, rawHeaders: expect.anything() });
    expect(ofMessage(second?.rawHeaders ?? [])).toEqual(ofMessage(first?.rawHeaders ?? []));
    expect(second?.rawHeaders).toContain(new URL(url).host);
    expect(passed).toEqual({ ...direct, rawHeaders: expect.anything() });
    expect(ofMessage(passed.rawHeaders)).toEqual(ofMessage(direct.rawHeaders));
    expect(seen).toMatchObject([{ status: 207, error: '' }]);
  });

  it('a megabyte in pieces arrives as it was sent, both ways', async () => {
    const pieces = Array.from({ length: 16 }, () => randomBytes(65_536));
    const { asked, seen, ...proxy } = await between(async (_incoming, response) => {
      for (const piece of pieces) {
        response.write(piece);
        await new Promise(setImmediate);
      }
      response.addTrailers({ 'X-Last': 'one' });
      response.end();
    });
    const headers = ['Transfer-Encoding', 'chunked'];
    const answer = await send(proxy[way], { method: 'POST', headers, body: pieces });
    const whole = Buffer.concat(pieces);
    expect(asked[0]?.body.equals(whole)).toBe(true);
    expect(answer.body.equals(whole)).toBe(true);
    expect(answer.rawTrailers.map((text) => text.toLowerCase())).toEqual(['x-last', 'one']);
    expect(seen[0]?.response.body.length).toBe(whole.length);
  });

  it('a hundred at once each get their own answer', async () => {
    const { asked, seen, ...proxy } = await between((incoming, response) => {
      const own = createHash('sha256').update(String(incoming.url)).digest('hex');
      response.end(own.repeat(1 + (own.charCodeAt(0) % 50)));
    });
    const paths = Array.from({ length: 100 }, (_none, index) => `/a/${index}`);
    const answers = await Promise.all(
      paths.map((path) =>
        send(proxy[way], {
          method: 'POST',
          path,
          headers: ['content-length', '4'],
          body: Buffer.from('body'),
        }),
      ),
    );
    for (const [index, { body }] of answers.entries()) {
      const own = createHash('sha256').update(String(paths[index])).digest('hex');
      expect(body.toString()).toBe(own.repeat(1 + (own.charCodeAt(0) % 50)));
    }
    expect(asked.map(({ url }) => url).sort()).toEqual([...paths].sort());
    expect(new Set(seen.map(({ seq }) => seq)).size).toBe(100);
  });
});

it('passes on what has come while the rest is awaited', async () => {
  let finish = () => {};
  const { forwardUrl, seen } = await between((_incoming, response) => {
    response.writeHead(200, { 'content-length': '10' });
    response.write('first');
    finish = () => response.end('later');
  });
  const sent = request(`${forwardUrl}/a`).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const [chunk] = (await once(answer, 'data')) as [Buffer];
  expect(chunk.toString()).toBe('first');
  expect(seen).toEqual([]);
  finish();
  const [rest] = (await once(answer, 'data')) as [Buffer];
  expect(rest.toString()).toBe('later');
  expect(seen).toHaveLength(1);
});

it.each<[string, Sent, string]>([
  ['without a body', { method: 'GET' }, ''],
  ['with a body', { method: 'POST', headers: ['content-length', '4'], body: Buffer.from('body') }, 'body'],
])('a request %s is taken while its response is awaited', async (_what, sent, body) => {
  let answer = () => {};
  const taken = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const upstream = await serving(async (_incoming, response) => {
    await taken;
    response.end('late');
  });
  const events: string[] = [];
  const { forwardUrl } = await proxying(
    { upstream },
    {
      record({ request }) {
        events.push(`asked ${request.body.bytes}`);
        answer();
        return ({ response }) => void events.push(`answered ${response.body.bytes}`);
      },
    },
  );
  expect((await send(forwardUrl, sent)).body.toString()).toBe('late');
  expect(events).toEqual([`asked ${body}`, 'answered late']);
});

it('a client that expects 100 sends its body when the other end says so', async () => {
  const { forwardUrl, asked } = await between((_incoming, response) => response.end('ok'));
  const head =
    'POST /a HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n';
  const answered = await rawly(forwardUrl, `${head}hi`);
  expect(answered).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
  expect(asked[0]?.body.toString()).toBe('hi');
});

it('an old client that knows no chunks gets the body until the connection closes', async () => {
  const { forwardUrl } = await between((_incoming, response) => {
    response.write('a');
    response.end('b');
  });
  const answered = await rawly(forwardUrl, 'GET /a HTTP/1.0\r\nHost: x\r\n\r\n');
  expect(answered).toMatch(/\r\n\r\nab$/);
  expect(answered).not.toMatch(/chunked/i);
});

it('requests that it does not pass on are answered clearly', async () => {
  const { forwardUrl, asked, seen } = await between((_incoming, response) => response.end());
  const tunnel = await rawly(forwardUrl, 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example\r\n\r\n');
  expect(tunnel).toMatch(/^HTTP\/1\.1 501 .*"error":"CONNECT is not offered/s);
  const whole = await rawly(
    forwardUrl,
    'GET http://a.example/b HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n',
  );
  expect(whole).toMatch(/^HTTP\/1\.1 501 .*"error":"expected a path/s);
  const socket = 'GET /a HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
  expect(await rawly(forwardUrl, socket)).toMatch(/^HTTP\/1\.1 501 .*WebSocket is not passed on/s);
  expect([asked, seen]).toEqual([[], []]);
});
