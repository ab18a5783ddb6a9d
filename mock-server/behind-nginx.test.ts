import { expect, onTestFinished, test } from 'vitest';
import { describeBehindNginx, startNginx } from '../nginx.testing.js';
import { startMock } from './start.js';

/** docs/nginx.conf, as it is, in front of a mock. */

const origin = 'https://dcm.example';
const operator = { authorization: 'Bearer control-secret' };

async function behindNginx(controlToken?: string) {
  const sandboxes = { most: 5, journalBytes: 1_000_000, rows: 10_000, requestsPerS: 1000 };
  const mock = await startMock({ port: 0, sandboxes, ...(controlToken !== undefined && { controlToken }) });
  onTestFinished(mock.close);
  return startNginx(mock.port);
}

describeBehindNginx('behind nginx', { timeout: 60_000 }, () => {
  test('API, login and ledger are there, and their URLs begin with https', async () => {
    const { ask } = await behindNginx();
    expect((await ask('/api/v1/.well-known/jwks.json')).json()).toMatchObject({ keys: [{ kty: 'RSA' }] });
    expect((await ask('/health/ready')).status).toBe(200);
    const login = (await ask('/kratos/self-service/login/api')).json();
    expect(login.ui.action).toContain(`${origin}/kratos/self-service/login`);
    const { configure } = (await ask('/', { headers: { accept: 'application/json' } })).json();
    expect(configure.api).toBe(`${origin}/api/v1`);
    expect((await ask('/openapi.json')).json().servers[0].url).toMatch(/^https:\/\/dcm\.example/);
  });

  test('what a client claims about the URL is not believed', async () => {
    const { ask } = await behindNginx();
    const claimed = {
      ...{ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-port': '81' },
      ...{ 'x-forwarded-prefix': '/evil', forwarded: 'host=evil.example' },
    };
    const { configure } = (await ask('/', { headers: { ...claimed, accept: 'application/json' } })).json();
    expect(configure.api).toBe(`${origin}/api/v1`);
  });

  test('the control API is open to its token, and to nobody who claims to be on this machine', async () => {
    const { ask } = await behindNginx('control-secret');
    const browser = {
      ...operator,
      origin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    };
    expect((await ask('/control/v1/clock', { headers: operator })).status).toBe(200);
    expect((await ask('/control/v1/reset', { method: 'POST', headers: browser, body: '{}' })).status).toBe(
      200,
    );
    expect((await ask('/metrics', { headers: operator })).status).toBe(200);
    expect((await ask('/control/v1/clock')).status).toBe(403);
    const open = await behindNginx();
    const claimed = { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', host: 'localhost' };
    for (const path of ['/control/v1/clock', '/metrics'])
      expect([path, (await open.ask(path, { headers: claimed })).status]).toEqual([path, 403]);
  });

  test('the live journal comes event by event', async () => {
    const { ask, open } = await behindNginx('control-secret');
    const stream = await open('/control/v1/journal/live', { headers: operator });
    onTestFinished(() => void stream.destroy());
    let text = '';
    const seen = new Promise<void>((resolve) => {
      stream.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.includes('"request_id":"through-nginx"')) resolve();
      });
    });
    const { headers } = await ask('/api/v1/.well-known/jwks.json', {
      headers: { 'x-request-id': 'through-nginx' },
    });
    expect(headers['x-request-id']).toBe('through-nginx');
    await seen;
    expect(text).toMatch(/event: entry\ndata: /);
  });

  test('the console and a sandbox with everything in it are below the same URL', async () => {
    const { ask } = await behindNginx('control-secret');
    const wanted = { method: 'POST', headers: { ...operator, 'content-type': 'application/json' } };
    const made = await ask('/control/v1/sandboxes', { ...wanted, body: '{"name":"team-a"}' });
    expect(made.text).toContain(`${origin}/s/team-a`);
    expect((await ask('/s/team-a/kratos/self-service/login/api')).json().ui.action).toContain(
      `${origin}/s/team-a/kratos/`,
    );
    // 503: the pages are not built.
    for (const [path, base] of [
      ['/console', ''],
      ['/s/team-a/console', '/s/team-a'],
    ] as const) {
      const { status, text } = await ask(path);
      expect([200, 503]).toContain(status);
      if (status !== 200) continue;
      const [, script = ''] = /src="([^"]+)"/.exec(text) ?? [];
      expect(script.startsWith(`${base}/`)).toBe(true);
      expect((await ask(script)).status).toBe(200);
    }
  });

  test('without TLS one is sent to https', async () => {
    const { askPlainly } = await behindNginx();
    const { statusCode, headers } = await askPlainly('/console?a=b');
    expect([statusCode, headers.location]).toEqual([301, `${origin}/console?a=b`]);
  });
});
