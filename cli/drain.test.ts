import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { dcmServing, patience } from './cli.testing.js';

/** How `dcm mock` ends: what is under way is finished, and whoever sends requests is told in time. */

const statusOf = async (url: string): Promise<number> =>
  (await fetch(url, { headers: { connection: 'close' } })).status;

/** Asks until the signal has arrived. */
async function untilNotReady(url: string): Promise<Response> {
  for (;;) {
    const response = await fetch(`${url}/health/ready`);
    if (response.status !== 200) return response;
  }
}

describe('dcm mock that is told to stop', { timeout: patience }, () => {
  it('says so at once, serves on for the seconds of --drain-s, and ends by itself', async () => {
    const mock = await dcmServing('mock', '--port', '0', '--json', '--drain-s', '1');
    const { url } = JSON.parse(mock.first) as { url: string };
    expect(await statusOf(`${url}/health/ready`)).toBe(200);
    const stopped = mock.stop('SIGTERM');
    const { status } = await untilNotReady(url);
    expect(status).toBe(503);
    expect(await statusOf(`${url}/health/live`)).toBe(200);
    expect(await statusOf(`${url}/api/v1/.well-known/jwks.json`)).toBe(200);
    expect(await stopped).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('ends at once at a second signal', async () => {
    const mock = await dcmServing('mock', '--port', '0', '--json', '--drain-s', '3600');
    const { url } = JSON.parse(mock.first) as { url: string };
    void mock.stop('SIGTERM');
    await untilNotReady(url);
    expect(await mock.stop('SIGINT')).toBe(3);
  });

  it('finishes a request in progress', async () => {
    const mock = await dcmServing('mock', '--port', '0', '--json');
    const { port } = new URL((JSON.parse(mock.first) as { url: string }).url);
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
    socket.write(
      'POST /kratos/self-service/login?flow=none HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 20\r\nExpect: 100-continue\r\n\r\n',
    );
    const [interim] = await once(socket, 'data');
    expect(interim).toContain('100 Continue');
    const stopped = mock.stop('SIGTERM');
    // The end of new connections is how a signal that has arrived is seen.
    for (let open = true; open; )
      open = await statusOf(`http://127.0.0.1:${port}/health/live`).then(
        () => true,
        () => false,
      );
    socket.write(`{"password":"${'x'.repeat(5)}"}`.padEnd(20));
    const [head] = await once(socket, 'data');
    expect(head).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(await stopped).toBe(0);
  });

  it.each(['-1', 'soon', '3601'])('knows no --drain-s %s', async (given) => {
    await expect(dcmServing('mock', '--port', '0', `--drain-s=${given}`)).rejects.toThrow(
      `--drain-s ${given}: expected a number from 0 to 3600`,
    );
  });
});
