import type { Request } from 'express';
import { describe, expect, test } from 'vitest';
import { raw } from '../client.testing.js';
import { createTestMock } from '../mock.testing.js';
import { register, sessionOf } from '../world.testing.js';
import { createPublicUrl } from './public-url.js';
import { trustedProxiesOf } from './trusted-proxies.js';

/** Every absolute URL begins with the URL under which the mock is reached. */

const request = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
  ({
    protocol: 'http',
    headers: { host: 'mock:4010', ...headers },
    socket: { remoteAddress },
  }) as unknown as Request;

test.each([
  [{}, 'http://mock:4010'],
  [{ 'x-forwarded-proto': 'https' }, 'https://mock:4010'],
  [{ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'dcm.example' }, 'https://dcm.example'],
  [
    {
      'x-forwarded-host': 'dcm.example, inner',
      'x-forwarded-port': '8443',
      'x-forwarded-proto': 'https,http',
    },
    'https://dcm.example:8443',
  ],
  [
    { 'x-forwarded-host': 'dcm.example', 'x-forwarded-port': '443', 'x-forwarded-proto': 'https' },
    'https://dcm.example',
  ],
  [{ 'x-forwarded-host': 'dcm.example:81', 'x-forwarded-port': '82' }, 'http://dcm.example:81'],
  [{ 'x-forwarded-host': 'dcm.example', 'x-forwarded-prefix': '/dcm/' }, 'http://dcm.example/dcm'],
  [{ 'x-forwarded-host': 'evil.example/x?' }, 'http://mock:4010'],
  [{ 'x-forwarded-proto': 'javascript' }, 'http://mock:4010'],
  [{ 'x-forwarded-prefix': '//evil.example"' }, 'http://mock:4010'],
])('%j of a proxy on this machine is %s', (headers, url) => {
  expect(createPublicUrl()(request(headers))).toBe(url);
});

test('a proxy elsewhere is not believed, and what was given at start counts before all', () => {
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
  expect(createPublicUrl()(request(headers, '10.0.0.9'))).toBe('http://mock:4010');
  expect(createPublicUrl('https://bank.example/dcm/')(request(headers))).toBe('https://bank.example/dcm');
});

test('a proxy that is trusted by its address is believed, and then no other is', () => {
  const publicUrl = createPublicUrl(undefined, '', trustedProxiesOf('10.0.0.0/24'));
  const headers = { 'x-forwarded-host': 'dcm.example', 'x-forwarded-proto': 'https' };
  expect(publicUrl(request(headers, '10.0.0.9'))).toBe('https://dcm.example');
  for (const stranger of ['10.0.1.9', '127.0.0.1'])
    expect(publicUrl(request(headers, stranger))).toBe('http://mock:4010');
});

test('a sandbox is below the URL of the mock, however that is found out', () => {
  const found = createPublicUrl(createPublicUrl('https://bank.example/dcm'), '/s/team-a');
  expect(found(request({}))).toBe('https://bank.example/dcm/s/team-a');
});

/** Absolute URLs anywhere in an answer. */
const urlsIn = (value: unknown): string[] => JSON.stringify(value).match(/https?:\/\/[^"\\ ]+/g) ?? [];

describe.each([
  ['given', 'https://bank.example/dcm/', {}, 'https://bank.example/dcm/'],
  [
    'forwarded',
    undefined,
    { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'bank.example', 'x-forwarded-prefix': '/dcm' },
    'https://bank.example/dcm/',
  ],
] as const)('%s', (_how, publicUrl, headers, base) => {
  test('it is in the flows of the login, in the settings and in Horizon', async () => {
    const mock = await createTestMock(publicUrl === undefined ? {} : { publicUrl });
    const { guid } = await register(mock);
    const token = await sessionOf(mock, guid);
    const get = async (path: string, more = {}) =>
      (await raw(mock.app, 'GET', path, { ...headers, ...more })).body;
    const found = [
      ...(await Promise.all(
        ['login', 'recovery'].map(async (kind) => urlsIn(await get(`/kratos/self-service/${kind}/api`))),
      )),
      urlsIn(await get('/kratos/self-service/settings/api', { 'x-session-token': token })),
      urlsIn(await get('/horizon/')),
      urlsIn(await get('/horizon/transactions')),
    ];
    for (const urls of found) {
      expect(urls.length).toBeGreaterThan(0);
      for (const url of urls) {
        expect(url.startsWith(base)).toBe(true);
        expect(url.slice('https://'.length)).not.toContain('//');
      }
    }
    const { id } = await get('/kratos/self-service/login/api');
    expect(urlsIn(await get('/kratos/self-service/login/api'))).toContainEqual(
      `${base}kratos/self-service/login/api`,
    );
    expect(id).toBeTruthy();
  });
});
