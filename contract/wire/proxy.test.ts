import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { listeningUntilTheEnd } from '../../listening.testing.js';
import { systemTime } from '../../mock-server/system.js';
import { type Connection, createHttpTransport } from './http.js';

let broken = 0;
const bank: RequestListener = (request, response) => {
  if (request.url !== '/broken') return void response.end(`${request.url} ${request.headers.host}`);
  broken += 1;
  request.socket.destroy();
};

/** A proxy that notes what it is asked for. */
async function proxy(status = 200) {
  const asked: (string | undefined)[][] = [];
  const server = createServer((request, response) => {
    asked.push([request.method, request.url, request.headers['proxy-authorization']]);
    response.end('from the proxy');
  });
  server.on('connect', (request, socket) => {
    asked.push([request.method, request.url, request.headers['proxy-authorization']]);
    const [host = '', port] = request.url?.split(':') ?? [];
    const beyond = connect(Number(port), host, () => {
      socket.write(`HTTP/1.1 ${status} Whatever\r\n\r\n`);
      socket.pipe(beyond).pipe(socket);
    });
    for (const item of [socket, beyond]) item.on('error', () => {});
  });
  return { port: await listeningUntilTheEnd(server), asked };
}

function ask(url: string, connection: Connection = {}) {
  const transport = createHttpTransport(systemTime, connection);
  onTestFinished(() => transport.close());
  return transport.send({ method: 'GET', url, headers: {}, timeoutMs: 10_000 });
}

describe('a proxy in the environment', () => {
  test('is not asked, nor is one that a library puts in the place of all requests', async () => {
    const { port, asked } = await proxy();
    const url = `http://127.0.0.1:${await listeningUntilTheEnd(createServer(bank))}/key`;
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY'])
      vi.stubEnv(name, `http://127.0.0.1:${port}`);
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    const http = (await import('node:http')).default;
    const request = vi.spyOn(http, 'request').mockImplementation(() => {
      throw new Error('a library sends this to the proxy');
    });
    const before = http.globalAgent;
    http.globalAgent = new http.Agent({ host: '127.0.0.1', port } as object);
    onTestFinished(() => {
      http.globalAgent = before;
      request.mockRestore();
      vi.unstubAllEnvs();
    });
    expect((await ask(url)).text).toMatch(/^\/key 127/);
    expect(asked).toEqual([]);
  });
});

describe('a proxy of bank.yaml', () => {
  test('is asked for http: by the whole address, with its credentials', async () => {
    const { port, asked } = await proxy();
    const answer = await ask('http://bank.invalid:8080/key?a=b', {
      proxy: `http://me:p%40ss@127.0.0.1:${port}`,
    });
    expect(answer.text).toBe('from the proxy');
    const credentials = `Basic ${Buffer.from('me:p@ss').toString('base64')}`;
    expect(asked).toEqual([['GET', 'http://bank.invalid:8080/key?a=b', credentials]]);
  });

  test('makes a tunnel for https:', async () => {
    const { port, asked } = await proxy();
    const at = await mkdtemp(join(tmpdir(), 'dcm-proxy-'));
    onTestFinished(() => rm(at, { recursive: true, force: true }));
    const made = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      join(at, 'key'),
    ];
    const named = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    await promisify(execFile)('openssl', ['req', '-x509', ...made, ...named, '-out', join(at, 'cert')]);
    const [key, cert] = await Promise.all(['key', 'cert'].map((name) => readFile(join(at, name), 'utf8')));
    const secure = await listeningUntilTheEnd(createHttps({ key, cert }, bank));
    const connection = { proxy: `http://127.0.0.1:${port}`, ca: cert ?? '' };
    const answer = await ask(`https://127.0.0.1:${secure}/key`, connection);
    expect(answer.text).toBe(`/key 127.0.0.1:${secure}`);
    expect(asked).toEqual([['CONNECT', `127.0.0.1:${secure}`, undefined]]);
    // Whatever was read is not sent again: the connection was open.
    for (const { way, calls } of [
      { way: connection, calls: 1 },
      { way: { ca: cert ?? '' }, calls: 2 },
    ]) {
      await expect(ask(`https://127.0.0.1:${secure}/broken`, way)).rejects.toMatchObject({
        code: 'ECONNRESET',
      });
      expect(broken).toBe(calls);
    }
    await expect(
      ask(`https://127.0.0.1:${secure}/key`, { proxy: `http://127.0.0.1:${port}` }),
    ).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    const refusing = await proxy(403);
    await expect(
      ask(`https://127.0.0.1:${secure}/key`, { ...connection, proxy: `http://127.0.0.1:${refusing.port}` }),
    ).rejects.toThrow(`the proxy 127.0.0.1:${refusing.port} answered HTTP 403`);
  });
});
