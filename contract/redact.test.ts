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
    'authorization',
    'Authorization',
    'proxy_authorization',
    'pwd',
    'user_pwd',
    'passwd',
    'pass',
    'passphrase',
    'credential',
    'Credentials',
    'x-api-key',
    'X_API_KEY',
    'api.key',
    'tokens',
    'refreshTokens',
    'client secrets',
    'Set-Cookie',
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

  test.each<[string, unknown, unknown]>([
    ['a list', [{ pwd: 'x' }, { name: 'n' }], [{ pwd: mark }, { name: 'n' }]],
    ['lists in lists', [[[{ token: 'x' }]]], [[[{ token: mark }]]]],
    [
      'pairs of names and values',
      [
        ['x-api-key', 'x'],
        ['accept', 'x'],
      ],
      [
        ['x-api-key', mark],
        ['accept', 'x'],
      ],
    ],
    ['named values', [{ name: 'X-Api-Key', value: 'x' }], [{ name: 'X-Api-Key', value: mark }]],
    [
      'headers as an object',
      { headers: { 'X-Session-Token': 'x', Accept: 'y' } },
      { headers: { 'X-Session-Token': mark, Accept: 'y' } },
    ],
    [
      'JSON in a text',
      { log: '{"password":"x","login":"l"}' },
      { log: `{"password":"${mark}","login":"l"}` },
    ],
    [
      'JSON in JSON in a text',
      JSON.stringify({ a: JSON.stringify({ pin: '1' }) }),
      JSON.stringify({ a: JSON.stringify({ pin: mark }) }),
    ],
    ['a list as a text', '[{"passwd":"x"}]', `[{"passwd":"${mark}"}]`],
    [
      'JSON that was cut',
      '{"login":"l","password":"x y","list":[1,',
      `{"login":"l","password":"${mark}","list":[1,`,
    ],
    ['JSON that was cut within its secret', '{"password":"x', `{"password":"${mark}`],
    ['JSON in a text that was cut', '{"log":"{\\"pin\\":\\"12\\",', `{"log":"{\\"pin\\":\\"${mark}\\",`],
    ['a form', 'login=l&password=x%20y&b=1', `login=l&password=${mark}&b=1`],
    ['a form with an array', 'token[]=x&tokens=y', `token[]=x&tokens=${mark}`],
    ['an address in a text', 'see http://h/a?api_key=x', `see http://h/a?api_key=${mark}`],
    ['a credential in a text', 'sent Bearer abcdefghijklmnopqrstuvwxyz', `sent Bearer ${mark}`],
    ['a token in a text', 'got eyJhbGciOiJub25lIn0.eyJhIjoxfQ.x here', `got ${mark} here`],
  ])('%s', (_what, body, shown) => expect(redactBody(body)).toEqual(shown));

  test.each([
    ['https://a:b@bank.test/key', `https://${mark}@bank.test/key`],
    ['see "amqp://a@b.test" and ftp://c:d@e.test.', `see "amqp://${mark}@b.test" and ftp://${mark}@e.test.`],
    ['mailto:a@b.test, http://b.test/@x and a@b.test', 'mailto:a@b.test, http://b.test/@x and a@b.test'],
  ])('user and password of a URL within %s are not shown', (text, shown) => {
    expect(redactBody({ url: [text] })).toEqual({ url: [shown] });
  });

  test('takes no longer than a text is long', () => {
    for (const worst of [
      '?',
      '"',
      '\\',
      ' ',
      '"a":"',
      '=',
      'a=',
      '{"',
      'eyJ',
      'bearer ',
      'a://@',
      'a://',
      '\\"',
    ]) {
      const text = worst.repeat(100_000 / worst.length);
      const begun = performance.now();
      redactBody({ text, answer: redactAnswer({ error: text }) });
      expect([worst, performance.now() - begun < 1000]).toEqual([worst, true]);
    }
  });

  test('what is no secret is shown as it was written', () => {
    for (const text of ['{ "login": "l" }', '[1, 2]', 'a=b&c=d', '"text"', 'basic', 'bearer of news'])
      expect(redactBody({ text })).toEqual({ text });
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
  ['session-id', 'x', mark],
  ['authentication', 'bearer x', `bearer ${mark}`],
  ['authorisation', 'bearer x', `bearer ${mark}`],
  ['X-Session-Token', 'x', mark],
  ['cookie', 'a=b', mark],
  ['x-api-key', 'x', mark],
  ['X-Api-Key', 'x', mark],
  ['api-key', 'x', mark],
  ['X-Auth-Token', 'x', mark],
  ['x-amz-security-token', 'x', mark],
  ['x-user-password', 'x', mark],
  ['x-request-id', 'x', 'x'],
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
