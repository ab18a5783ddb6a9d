import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../contract/client.js';
import { controlOperations } from '../../contract/control/index.js';
import { describeWithPostgres } from '../../postgres.testing.js';
import { trustedProxiesOf } from '../api/trusted-proxies.js';
import type { Running } from '../running.js';
import { type ProcessOptions, startProcess } from './start.js';

const token = 'a'.repeat(32);
const headers = { authorization: `Bearer ${token}` };
const controlAt = (url: string) =>
  createClient(controlOperations, { baseUrl: url, fetch, headers: () => headers });

/** What comes back over one connection, until it ends. */
async function talk(
  { port }: Pick<Running, 'port'>,
  ...parts: readonly (string | Buffer)[]
): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  // Whoever sends more than is read may be cut off.
  socket.on('error', () => {});
  for (const part of parts) socket.write(part);
  let received = '';
  socket.setEncoding('utf8').on('data', (more) => (received += more));
  await once(socket, 'close');
  return received;
}

describeWithPostgres('a request that comes to a process which does not serve its world', (server) => {
  /** Two processes; the first one serves the root. */
  async function two(more: Partial<ProcessOptions> = {}) {
    const state = await server.database();
    const faults: unknown[] = [];
    const start = async (): Promise<Running> => {
      const running = await startProcess({
        state,
        port: 0,
        controlToken: token,
        report: (error) => faults.push(error),
        sandboxes: { most: 5, journalBytes: 1e6, rows: 10_000, requestsPerS: 1000 },
        ...more,
      });
      onTestFinished(running.close);
      return running;
    };
    const first = await start();
    expect((await fetch(`${first.url}/health`)).status).toBe(200);
    return { state, first, second: await start(), faults };
  }

  it('is answered as it would be there: a body that is too large, one that never ends, and one that is cut off', async () => {
    const { first, second, faults } = await two();
    const path = '/control/v1/snapshots';
    const head = `POST ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;
    const large = Buffer.alloc(200_000, 32);
    for (const process of [first, second]) {
      const sized = await talk(
        process,
        `${head}Content-Length: ${large.length}\r\nConnection: close\r\n\r\n`,
        large,
      );
      expect(sized).toMatch(/^HTTP\/1\.1 413 [\s\S]*"error":/);
      const chunk = (bytes: Buffer) => [`${bytes.length.toString(16)}\r\n`, bytes, '\r\n'];
      const chunked = [...chunk(large), '0\r\n\r\n'];
      const inChunks = await talk(
        process,
        `${head}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n`,
        ...chunked,
      );
      expect(inChunks).toMatch(/^HTTP\/1\.1 413 /);
      const huge = Buffer.alloc(10.1 * 1024 * 1024, 32);
      expect(await talk(process, `${head}Transfer-Encoding: chunked\r\n\r\n`, ...chunk(huge))).toMatch(
        /^HTTP\/1\.1 413 /,
      );
      const cut = connect(process.port, '127.0.0.1');
      cut.write(`${head}Content-Length: 100\r\n\r\n{`);
      cut.end();
      await once(cut.resume(), 'close');
      expect((await fetch(`${process.url}/health`)).status).toBe(200);
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it('keeps or ends the connection as the client wants', async () => {
    const { first, second } = await two();
    for (const process of [first, second]) {
      const closing = await talk(
        process,
        'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
      );
      expect(closing).toMatch(/\r\nConnection: close\r\n/i);
      expect(closing).not.toMatch(/keep-alive/i);
      const old = await talk(process, 'GET /health HTTP/1.0\r\n\r\n');
      expect(old).not.toMatch(/transfer-encoding/i);
      expect(old).toMatch(/\{"status":"ok"/);
    }
  }, 30_000);

  it('is seen as it came: its address, what proxies say, and what they may not say', async () => {
    const { first, second } = await two({ trustedProxies: trustedProxiesOf('none') });
    const forwarded = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '10.1.1.1',
    };
    for (const { url } of [first, second]) {
      const document = await (await fetch(`${url}/`, { headers: forwarded })).text();
      expect(document).not.toContain('evil.example');
      expect((await fetch(`${url}/control/v1/faults`, { method: 'DELETE', headers })).status).toBe(200);
      const proxied = { ...headers, ...forwarded };
      expect((await fetch(`${url}/control/v1/faults`, { method: 'DELETE', headers: proxied })).status).toBe(
        200,
      );
      const { acts } = await controlAt(url).listAudit({ query: { limit: 2 } });
      expect(acts.map(({ address, forwarded_for }) => [address, forwarded_for])).toEqual([
        ['127.0.0.1', '10.1.1.1'],
        ['127.0.0.1', ''],
      ]);
    }
  }, 30_000);

  it('is seen whole, however many headers it has and however long they are', async () => {
    const { first, second } = await two({ trustedProxies: trustedProxiesOf('none') });
    const many = Array.from({ length: 1100 }, (_none, index) => `h${index}: 1\r\n`).join('');
    const forged =
      'X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nX-Forwarded-For: 10.1.1.1\r\n';
    const ends = 'Connection: close\r\n\r\n';
    for (const process of [first, second]) {
      const asked = `GET /api/v1/nothing HTTP/1.1\r\nHost: localhost\r\n${many}`;
      expect(await talk(process, `${asked}${ends}`)).toMatch(/^HTTP\/1\.1 404 /);
      const page = `GET / HTTP/1.1\r\nHost: localhost\r\n${many}${forged}`;
      expect(await talk(process, `${page}${ends}`)).not.toContain('evil.example');
      const act = `DELETE /control/v1/faults HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n`;
      expect(await talk(process, `${act}${many}${forged}${ends}`)).toMatch(/^HTTP\/1\.1 200 /);
      const { acts } = await controlAt(process.url).listAudit({ query: { limit: 1 } });
      expect(acts).toMatchObject([{ address: '127.0.0.1', forwarded_for: '10.1.1.1' }]);
      const announced = `GET /health HTTP/1.1\r\nHost: localhost\r\nTrailer: x\r\n${ends}`;
      expect(await talk(process, announced)).toMatch(/^HTTP\/1\.1 200 /);
      const long = `x: ${'a'.repeat(16 * 1024 - 100)}\r\n`;
      const head = `GET /health HTTP/1.1\r\nHost: localhost\r\n${long}${ends}`;
      expect(await talk(process, head)).toMatch(/^HTTP\/1\.1 200 /);
    }
  }, 30_000);

  it('is believed to have been passed on only if another process says so', async () => {
    const { first, second } = await two();
    const forged = { 'dcm-hop': '1', 'dcm-hop-from': '127.0.0.1' };
    for (const { url } of [first, second]) {
      expect((await fetch(`${url}/health`, { headers: forged })).status).toBe(200);
      expect((await fetch(`${url}/control/v1/clock`, { headers: forged })).status).toBe(403);
      expect((await fetch(`${url}/metrics`, { headers: forged })).status).toBe(403);
    }
  }, 30_000);

  it('is counted where it was served; /metrics of any process has those of all', async () => {
    const { first, second } = await two();
    const scrape = async ({ url }: Running) => (await fetch(`${url}/metrics`, { headers })).text();
    await scrape(second);
    expect(await (await fetch(`${second.url}/Metrics/?x`, { headers })).text()).toContain('process="2"');
    await controlAt(first.url).createSandbox({ body: { name: 'team' } });
    for (let count = 0; count < 3; count++) await fetch(`${second.url}/s/team/api/v1/.well-known/jwks.json`);
    for (let count = 0; count < 2; count++) await fetch(`${second.url}/api/v1/.well-known/jwks.json`);
    for (const process of [first, second]) {
      const found = await scrape(process);
      const jwks = /^dcm_requests_total\{operation="getDcmJwks",status="200",process="(\d+)"\} (\d+)$/gm;
      expect([...found.matchAll(jwks)].map(([, of, amount]) => [of, amount]).sort()).toEqual([
        ['1', '2'],
        ['2', '3'],
      ]);
      expect(found.match(/^# TYPE dcm_requests_total /gm)).toHaveLength(1);
      expect(found.match(/^process_resident_memory_bytes\{process=/gm)).toHaveLength(2);
      const sandboxes = [...found.matchAll(/^dcm_sandboxes\{process="(\d)"\} (\d)$/gm)];
      expect(sandboxes.map(([, of, amount]) => [of, amount]).sort()).toEqual([
        ['1', '1'],
        ['2', '0'],
      ]);
    }
  }, 30_000);

  it('is served elsewhere while its process is being stopped; what is under way there is finished', async () => {
    const { first, second, faults } = await two();
    await controlAt(first.url).addFault({ body: { kind: 'delay', operation: 'getDcmJwks', ms: 800 } });
    const waiting = fetch(`${second.url}/api/v1/.well-known/jwks.json`);
    const state = async () => (await controlAt(first.url).listFaults({})).ended.length;
    await expect.poll(state).toBe(1);
    const stream = await fetch(`${second.url}/control/v1/journal/live`, { headers });
    const closed = first.close();
    const statuses: number[] = [];
    const later = async (url: string) => {
      const { status } = await fetch(`${url}/control/v1/clock`, { method: 'GET', headers });
      statuses.push(status);
    };
    await Promise.all([later(second.url), later(first.url), later(second.url)]);
    expect(statuses).toEqual([200, 200, 200]);
    expect((await waiting).status).toBe(200);
    expect(await stream.text()).toContain('event: end');
    await closed;
    expect((await fetch(`${second.url}/api/v1/.well-known/jwks.json`)).status).toBe(200);
    expect(faults).toEqual([]);
  }, 30_000);

  it('would depend on chance, if processes were given different tokens: the second one does not start', async () => {
    const { state, second } = await two();
    const other = startProcess({ state, port: 0, controlToken: 'b'.repeat(32) });
    await expect(other).rejects.toThrow(
      /^the process at http:\/\/127\.0\.0\.1:\d+ was started with other tokens/,
    );
    expect((await fetch(`${second.url}/control/v1/clock`, { headers })).status).toBe(200);
  }, 30_000);
});
