import { get, type IncomingMessage, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { controlOperations, controlPages } from '../contract/control/index.js';
import { horizonOperations } from '../contract/horizon/index.js';
import type { Operation } from '../contract/operation.js';
import { operations } from '../contract/operations/index.js';
import { raw } from './client.testing.js';
import { listening } from './listening.testing.js';
import { createWorld } from './world.testing.js';

/** HEAD is served wherever GET is, on all sites: the same status and headers, and no body (RFC 9110). */

const declared: readonly Operation[] = [operations, controlOperations, controlPages, horizonOperations]
  .flatMap((table) => Object.values(table) as Operation[])
  .filter(({ method }) => method === 'GET');

const pages = [
  ...['/', '/health', '/docs', '/docs/style.css', '/docs/options', '/docs/coverage', '/fidelity'],
  ...['/openapi.json', '/bank/openapi.json', '/driver/openapi.json', '/docs/bank', '/docs/driver'],
  ...['/console', '/console/journal', '/console/assets/none.js', '/horizon'],
  ...['/backoffice/bank1', '/backoffice/bank1/site.json', '/backoffice/none/site.json', '/no/such/path'],
];

/** Answers differ in these with each request. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

test('of every operation and page', { timeout: 30_000 }, async () => {
  const world = await createWorld();
  const base = await listening(world.app);
  const paths = declared
    .filter(({ media }) => media !== 'text/event-stream')
    .map(({ path }) =>
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        /^counterparty_guid$|^guid$/.test(name) ? world.guid : '7',
      ),
    );
  for (const path of [...paths, ...pages]) {
    const headers = { authorization: `bearer ${world.session}`, accept: 'text/html, */*' };
    const answers = await Promise.all(
      ['GET', 'HEAD'].map((method) => fetch(base + path, { method, headers })),
    );
    const [got, head] = await Promise.all(
      answers.map(async (answer) => ({
        path,
        status: answer.status,
        type: answer.headers.get('content-type'),
        names: [...answer.headers.keys()].filter((name) => !ownHeaders.has(name)),
        body: (await answer.text()).length,
      })),
    );
    expect(head).toEqual({ ...got, body: 0 });
    // Pages that nobody built are 503.
    if (!/^\/(console|backoffice)/.test(path)) expect(head?.status).toBeLessThan(500);
    expect(head?.status).not.toBe(405);
  }
  expect(paths.length).toBeGreaterThan(60);
});

describe('HEAD', () => {
  test('has the length of the body that it goes without', async () => {
    const world = await createWorld();
    const base = await listening(world.app);
    const path = `${base}/api/v1/.well-known/jwks.json`;
    const answers = await Promise.all(
      [get(path), request(path, { method: 'HEAD' }).end()].map(
        (sent) =>
          new Promise<IncomingMessage>((resolve) =>
            sent.once('response', (incomingMessage) => resolve(incomingMessage.resume())),
          ),
      ),
    );
    const [got, head] = answers.map(({ headers }) => headers['content-length']);
    expect(Number(got)).toBeGreaterThan(100);
    expect(head).toBe(got);
  });

  test('of the stream of events ends at once', async () => {
    const world = await createWorld();
    const answer = await raw(world.app, 'HEAD', '/control/v1/journal/live');
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
  });

  test('stands in the journal as what it was, and beside GET among the methods of a path', async () => {
    const world = await createWorld();
    await raw(world.app, 'HEAD', '/api/v1/.well-known/jwks.json');
    expect(world.journal.search({ direction: 'in' }, 100_000).at(-1)).toMatchObject({
      operation: 'getDcmJwks',
      method: 'HEAD',
      status: 200,
      findings: [],
    });
    const wrong = await raw(world.app, 'POST', '/api/v1/.well-known/jwks.json');
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});
