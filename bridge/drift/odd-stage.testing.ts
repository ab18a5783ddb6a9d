import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A stage without any code of this project: a few operations, and oddly. */

const customer = 'a0000000-0000-7000-8000-000000000001';
const transfer = 'b0000000-0000-7000-8000-000000000002';

const answers: Readonly<Record<string, readonly [status: number, type: string, text: string]>> = {
  'GET /accounts': [200, 'application/json', '{"items":[{"id":1}],"next":null}\n'],
  'POST /customers': [202, 'application/json', `{"guid":"${customer}"}\n`],
  'POST /payments': [200, 'application/json', `{"guid":"${transfer}"}\n`],
  'POST /payments/confirm': [200, 'text/plain', 'accepted'],
  [`GET /payments/${transfer}`]: [
    200,
    'application/json',
    `{"guid":"${transfer}","status":"HELD","amount":"10.50","fee":"0","created_at":"2026-01-05 14:00:00"}\n`,
  ],
  'GET /payments/none': [418, 'application/problem+json', '{"title":"no teapot","status":418}'],
  'GET /segments': [503, 'text/html', '<h1>down</h1>'],
};

/** Listens on loopback; `close` ends it. */
export async function startOddStage(): Promise<{
  readonly url: string;
  readonly close: () => Promise<void>;
}> {
  const server = createServer((request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const below = path.slice('/api/v1/counterparty/bank'.length);
    const [status, type, text] = answers[`${request.method} ${below}`] ?? [404, 'text/plain', 'what?'];
    response.writeHead(status, { 'content-type': type, 'x-odd': 'yes' });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
