import { describe, expect, test } from 'vitest';
import { redactAnswer, redactBody, redactHeaders, redactUrl } from './redact.js';

const mark = '[redacted]';

describe('bodies', () => {
  test.each([
    'key',
    'Key',
    'KEY',
    'code',
    'password',
    'new_password',
    'token',
    'session_token',
    'ory_session_token',
    'csrf-token',
    'client_secret',
    'apiKey',
    'seed',
    'd',
    'qi',
  ])('the member %s is not shown', (name) => {
    for (const value of ['text', 12, ['text'], { value: 'text' }]) {
      expect(redactBody({ deep: [{ [name]: value }] })).toEqual({ deep: [{ [name]: mark }] });
    }
    for (const value of ['', null, undefined])
      expect(redactBody({ [name]: value })).toEqual({ [name]: value });
  });

  test.each([
    'keys',
    'kid',
    'n',
    'e',
    'login',
    'external_id',
    'asset_code',
    'stellar_code',
    'codes',
    'value',
    'D',
  ])('the member %s is shown', (name) => expect(redactBody({ [name]: 'text' })).toEqual({ [name]: 'text' }));

  test('the code of an asset and of an error is shown', () => {
    const asset = { code: 'UAH', minor_unit: 2 };
    const error = { error: { code: 401, status: 'Unauthorized', message: 'no' } };
    expect([redactBody(asset), redactBody(error)]).toEqual([asset, error]);
  });

  test('the value of a form field is shown or not, by its name', () => {
    expect(redactBody({ name: 'csrf_token', value: 'x' })).toEqual({ name: 'csrf_token', value: mark });
    expect(redactBody({ name: 'method', value: 'x' })).toEqual({ name: 'method', value: 'x' });
  });

  test('what is no object stays', () => {
    for (const body of [undefined, null, 'text', 1, true]) expect(redactBody(body)).toBe(body);
  });

  test('what is nested too deeply is not followed', () => {
    let deep: unknown = 'text';
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(JSON.stringify(redactBody(deep))).toContain('nested too deeply');
    expect(JSON.stringify(redactAnswer(deep))).toContain(mark);
  });

  test('the original is left alone', () => {
    const body = { key: 'text' };
    redactBody(body);
    expect(body).toEqual({ key: 'text' });
  });
});

test('of an answer of the authorization service only harmless members are shown', () => {
  expect(redactAnswer('secret')).toBe(mark);
  expect(redactAnswer(12)).toBe(mark);
  expect(redactAnswer(undefined)).toBe(undefined);
  expect(
    redactAnswer({
      external_id: 'e',
      key: 'k',
      secret: 's',
      data: { x: ['y'], phone: '+1' },
      error: 'why',
      ok: true,
    }),
  ).toEqual({
    external_id: 'e',
    key: mark,
    secret: mark,
    data: { x: [mark], phone: '+1' },
    error: 'why',
    ok: true,
  });
});

test.each([
  ['authorization', 'bearer x', `bearer ${mark}`],
  ['Authorization', 'Basic x', `Basic ${mark}`],
  ['authorization', 'x', mark],
  ['authorization', '', ''],
  ['CX-Authorization', 'x.y.z', mark],
  ['x-session-id', 'x', mark],
  ['X-Session-Token', 'x', mark],
  ['cookie', 'a=b', mark],
  ['accept', 'x', 'x'],
])('header %s: %s', (name, value, shown) => {
  expect(redactHeaders({ [name]: value })).toEqual({ [name]: shown });
});

test.each([
  ['/a?token=x&b=y', `/a?token=${mark}&b=y`],
  ['/a?b=y&api_key=x#f', `/a?b=y&api_key=${mark}#f`],
  ['/a?pass%77ord=x', `/a?pass%77ord=${mark}`],
  ['/a?%zz=x', '/a?%zz=x'],
  ['https://user:pass@bank.test/key', `https://${mark}@bank.test/key`],
  ['/kratos/self-service/login?flow=1', '/kratos/self-service/login?flow=1'],
  ['/a@b?c=d@e', '/a@b?c=d@e'],
])('URL %s', (url, shown) => {
  expect(redactUrl(url)).toBe(shown);
});
