import { beforeEach, expect, test, vi } from 'vitest';
import { controlOperations, controlPages } from '../contract/control/index.js';
import { horizonOperations } from '../contract/horizon/index.js';
import type { Operation } from '../contract/operation.js';
import { operations } from '../contract/operations/index.js';
import { raw } from './client.testing.js';
import { createTestMock } from './mock.testing.js';
import { createWorld, officerSession, type World } from './world.testing.js';

/**
 * Text that cannot be shown or kept, on every route of every site and in every member: one 400 that says what is wrong, no
 * stack in the answer or on the console, and nothing has changed.
 */

interface Route {
  readonly method: string;
  /** With `{name}` where something can be put. */
  readonly path: string;
}

const pages = [
  ...[
    '/',
    '/health',
    '/openapi.json',
    '/bank/openapi.json',
    '/driver/openapi.json',
    '/docs',
    '/docs/{page}',
    '/fidelity',
    '/horizon',
    '/{page}',
  ],
  ...['/console', '/console/{page}', '/console/assets/{file}'],
  ...['/backoffice/{alias}', '/backoffice/{alias}/site.json', '/backoffice/bank1/{page}'],
].map((path): Route => ({ method: 'GET', path }));
const declared: readonly Operation[] = [
  operations,
  controlOperations,
  controlPages,
  horizonOperations,
].flatMap((table) => Object.values(table));
const routes: readonly Route[] = [...pages, ...declared];

/** Malformed, no UTF-8, an encoded surrogate, control characters. */
const badInUrl = ['%', '%ZZ', '%E0%A4%A', '%ff', '%ed%a0%80', '%00', 'a%0ab', '%1b[31m', '%7F', '%c2%85'];
const badTexts = [
  '\ud800',
  'a\udc00b',
  '\u0000',
  'a\u001b[31m',
  'line\nbreak',
  '\u007f',
  '\u0085',
  'x'.repeat(10_001),
];

/** The next of a list, so that each is tried in many places and no place with all. */
function inTurn<Item>(items: readonly Item[]): () => Item {
  let index = 0;
  return () => items[index++ % items.length] as Item;
}

let world: World;
let officer: string;

beforeEach(async () => {
  world = await createWorld();
  officer = await officerSession(world);
});

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly payload?: string | Buffer;
  readonly type?: string;
  readonly token?: string;
}

/** Sends it and looks at everything that must not be. */
async function refused({ method, url, payload, type = 'application/json', token = world.session }: Sent) {
  const before = JSON.stringify(world.rows(), (_name, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
  const printed = vi.spyOn(process.stderr, 'write');
  const logged = vi.spyOn(console, 'error');
  const request = raw(world.app, method, url, { authorization: `bearer ${token}`, 'content-type': type });
  const answer = await (payload === undefined ? request : request.send(payload));
  expect(printed).not.toHaveBeenCalled();
  expect(logged).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  const what = `${method} ${url} ${String(payload).slice(0, 100)}: ${answer.text}`;
  expect(answer.status, what).toBe(400);
  expect(answer.headers['content-type']).toMatch(/^application\/(problem\+)?json/);
  expect(answer.text).not.toMatch(/\bat .*:\d+:\d+|node_modules|URIError/);
  expect(answer.text.length).toBeLessThan(500);
  const after = JSON.stringify(world.rows(), (_name, value) =>
    typeof value === 'bigint' ? `${value}` : value,
  );
  expect(after).toBe(before);
  return answer.text;
}

const filled = (path: string, bad = 'x') =>
  path
    .replace('{counterparty_guid}', bad === 'x' ? world.guid : bad)
    .replaceAll(/\{\w+\}/g, bad === 'x' ? '00000000-0000-4000-8000-000000000000' : bad);

test('in the URL', async () => {
  const next = inTurn(badInUrl);
  const name = inTurn(['a', '%']);
  for (const { method, path } of routes) {
    const place = path.includes('{') ? filled(path, next()) : `${path === '/' ? '' : path}/${next()}`;
    expect(await refused({ method, url: place })).toContain('path');
    expect(await refused({ method, url: `${filled(path)}?${name()}=${next()}` })).toContain('query');
  }
}, 120_000);

test('in a member', async () => {
  const next = inTurn(badTexts);
  const shape = inTurn<(bad: string) => unknown>([
    (bad) => bad,
    (bad) => [bad],
    (bad) => ({ a: { b: bad } }),
    (bad) => ({ [bad]: 1 }),
    (bad) => [{ a: bad }],
  ]);
  for (const operation of declared) {
    const { method, path, body, accepts = ['json'], caller, passedOn = [] } = operation;
    if (!body) continue;
    const token = caller === 'officer' ? officer : world.session;
    const sent = { method, url: `${filled(path)}?flow=x`, token };
    for (const name of [...Object.keys(body.shape), 'undocumented']) {
      if (passedOn.includes(name)) continue;
      const bad = next();
      const payload = JSON.stringify({ [name]: shape()(bad) });
      expect(await refused({ ...sent, payload })).toContain(name);
    }
    await refused({ ...sent, payload: `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}` });
    await refused({ ...sent, payload: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) });
    if (!accepts.includes('form')) continue;
    for (const payload of ['a=%', 'a=%00', '%ff=1', `a=${'x'.repeat(10_001)}`, 'a=1&b=%ed%a0%80'])
      await refused({ ...sent, payload, type: 'application/x-www-form-urlencoded' });
  }
}, 120_000);

test('a library that refuses for a reason of its own shows no stack, either', async () => {
  const { app } = await createTestMock();
  for (const headers of [{ range: 'bytes=9-1' }, { 'if-match': '"x"' }, {}]) {
    const { status, text } = await raw(app, 'GET', '/console/assets/none.js', headers as never);
    expect(Math.floor(status / 100)).toBe(4);
    expect(text).not.toMatch(/\bat |node_modules/);
  }
});
